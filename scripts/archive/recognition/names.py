"""Owns recognising people: a name with its titles and honours, alone or among other words."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from archive.recognition.bodies import BODIES, SURNAMES
from archive.recognition.givennames import GIVEN
from archive.recognition.honours import HONOURS, OF_OFFICE, TITLE
from archive.recognition.twonames import first_of_two

_AFTER = re.compile(
    r"[\s,/]+([A-Z]{2,4}|PhD|(?:[A-Z][A-Za-z]{0,2}\.){2,}|(?:Esq(?:uire)?|Jn?r|Sn?r|Bart?)(?=\.?$))\.?$"
)
_BEFORE = re.compile(
    r"^(?:(?:\[?\(?(?:e-?)?signed\)?\]?|\(?sgd\.?\)?|/s/|per pro|p\.?p\.?"
    r"|for and on behalf of|\+|✠|†"
    r"|(?:(?:your|the|most|obedient|obt|humble|faithful|and|&|very)[.,]?\s+)*serv(?:ant|t))"
    r"[\s.:,]+)+",
    re.IGNORECASE,
)
"""What may stand before a signature: that it is one, or for whom, a bishop's cross, a servant."""

_AND_SO_ON = re.compile(r"(?:,?\s*&c\.?)+,?$")
_WITHIN = re.compile(r"^\(([^()]+)\)$")
_BEHIND = re.compile(r"(?:\s*\([^()]{2,60}\))+$")
_PEERS = (
    *("baroness", "baron", "lord", "lady", "viscount", "viscountess", "earl", "countess"),
    *("duke", "duchess"),
)
_PLACED = re.compile(
    r"(?:the )?(?:earl|duke|marquess|marquis|viscount|countess|duchess|(?:lord )?(?:arch)?bishop)"
    r" of [A-Z][\w’'-]+(?: and [A-Z][\w’'-]+)?",
    re.IGNORECASE,
)
"""A peer or bishop, who is called by a place."""

_PARTICLES = ("de", "van", "von", "der", "den", "la", "le", "bin", "al", "ap", "af", "du", "da")
_PART = re.compile(r"(?:[^\W\d_]\.?)+(?:[’'-][^\W\d_]+\.?)*")
_OF_ADDRESS = ("my", "his", "her", "your")
_MOST_WORDS = 8


@dataclass(frozen=True)
class Name:
    """A name as a document writes it: titles before it, the name itself, honours after it."""

    before: str
    name: str
    after: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the name itself, as names are compared."""
        return plain(self.name)


def name_in(line: str) -> Name | None:
    """The name that a line is, if it is one; up to a comma, behind which offices stand."""
    whole = _AND_SO_ON.sub("", " ".join(line.split()))
    text = _BEHIND.sub("", _BEFORE.sub("", _WITHIN.sub(r"\1", whole))).rstrip(",;: ")
    before: list[str] = []
    while match := TITLE.match(text):
        before.append(match[0].strip())
        text = text[match.end() :]
    after: list[str] = []
    while (match := _AFTER.search(text)) and _honours(match, text, bool(before)):
        after.insert(0, match[1])
        text = text[: match.start()].rstrip(" ,/")
    text = text.split(",")[0].strip().rstrip(".")
    if _PLACED.fullmatch(text):
        return Name(" ".join(before), text, " ".join(after))
    peer = any(title.lower().removeprefix("the ") in _PEERS for title in before)
    text = first_of_two(text)
    alone = " " not in text
    if not _is_name(text, peer) or (alone and (not before or text.lower() in OF_OFFICE)):
        return None
    long = len(text) > len("A. B.") or (text.isalpha() and len(text) > len("ABC"))
    called = text.title() if text.isupper() and long else text
    return Name(" ".join(before), called, " ".join(after))


def _honours(match: "re.Match[str]", text: str, titled: bool) -> bool:
    """Whether the last word of a text is an honour rather than a name that is in capitals."""
    word, whole = match[1], titled or " " in text[: match.start()].strip()
    return word in HONOURS or "." in word or not word.isupper() or (whole and not text.isupper())


def _is_name(text: str, peer: bool) -> bool:
    """Whether some words look like a name: each begins with a capital, but for `van` and `de`.

    That of a peer may have a place: `Strand of Corriemoor`.
    """
    words = [word for word in text.split() if not (peer and word in ("of", "upon"))]
    if (
        not words
        or len(words) > _MOST_WORDS
        or words[-1] in _PARTICLES
        or words[0].lower() in _OF_ADDRESS
    ):
        return False
    return all(
        word in _PARTICLES or (word[0].isupper() and bool(_PART.fullmatch(word))) for word in words
    )


def is_body(name: Name) -> bool:
    """Whether words that look like a name are of a body, an office or a place.

    Hall, Church and North are names of people too: a title, an honour or a given name tells.
    """
    honoured = any(_is_honour(word) for word in name.after.split())
    personal = bool(set(plain(name.before)) - OF_OFFICE - {"the"}) or honoured
    called = set(name.words)
    office = "of" in called and bool(OF_OFFICE & called)
    given = len(called) > 1 and name.words[0] in GIVEN and name.words[0] not in BODIES
    bodies = BODIES - SURNAMES if personal else BODIES
    return called <= bodies or office or (not personal and not given and bool(BODIES & called))


def _is_honour(word: str) -> bool:
    """Whether what stands behind a name is an honour: `VI` numbers a region, too."""
    return word in HONOURS or "." in word or not word.isupper()


def name_at_end(words: str) -> Name | None:
    """The longest name with which some words end: other text may stand before it."""
    parts = words.split()
    found = (name_in(" ".join(parts[begin:])) for begin in range(len(parts)))
    named = (name for name in found if name and not is_body(name))
    return next((n for n in named if n.words[0] not in BODIES or _is_titled(n)), None)


def _is_titled(name: Name) -> bool:
    """Whether a surname that is a body's word too stands behind a person's title: `Mr Castle`."""
    return name.words[0] in SURNAMES and bool(set(plain(name.before)) - OF_OFFICE - {"the"})


def name_at_start(words: str) -> Name | None:
    """The longest name with which some words begin: other text may stand behind it."""
    parts = words.split()
    found = (name_in(" ".join(parts[:end])) for end in range(len(parts), 0, -1))
    return next((name for name in found if name and not is_body(name)), None)


def plain(text: str) -> tuple[str, ...]:
    """The words of a name: small letters without accents, hyphens as blanks, no signs."""
    parts = unicodedata.normalize("NFKD", re.sub(r"-|\.(?=\w)", " ", text).replace("ø", "o"))
    letters = "".join(c for c in parts if c.isalnum() or c.isspace()).casefold()
    return tuple(letters.split())
