"""Owns recognising people: a name with its titles and honours, and which of ours it means."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from archive.model.vocabulary import Person
from archive.recognition.honours import HONOURS, TITLES

_TITLE = re.compile(
    rf"^(?:the )?(?:{'|'.join(t.replace(' ', r'[.]?[ ]') for t in TITLES)})\b\.?\s+(?!of\b|for\b)",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[\s,]+([A-Z]{2,4}|PhD|(?:[A-Z][A-Za-z]{0,2}\.){2,}|(?:Esq(?:uire)?|Jn?r|Sn?r|Bart?)(?=\.?$))\.?$"
)
_BEFORE = re.compile(
    r"^(?:(?:\[?\(?(?:e-?)?signed\)?\]?|sgd|/s/|per pro|p\.?p\.?|for and on behalf of|\+|✠|†)"
    r"[\s.:,]+)+",
    re.IGNORECASE,
)
"""What may stand before a signature: that it is one, or for whom, or a bishop's cross."""

_WITHIN = re.compile(r"^\(([^()]+)\)$")
_BEHIND = re.compile(r"\s*\([^()]{2,60}\)$")
_PEERS = (
    "baroness",
    "baron",
    "lord",
    "lady",
    "viscount",
    "viscountess",
    "earl",
    "countess",
    "duke",
)
_PARTICLES = ("de", "van", "von", "der", "den", "la", "le", "bin", "al", "ap", "af", "du", "da")
_PART = re.compile(r"(?:[^\W\d_]\.?)+(?:[’'-][^\W\d_]+\.?)*")
_MOST_WORDS = 6


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
    text = _BEHIND.sub("", _BEFORE.sub("", _WITHIN.sub(r"\1", " ".join(line.split())))).rstrip(
        ",;: "
    )
    before: list[str] = []
    while match := _TITLE.match(text):
        before.append(match[0].strip())
        text = text[match.end() :]
    after: list[str] = []
    while (match := _AFTER.search(text)) and _honours(match[1], text):
        after.insert(0, match[1])
        text = text[: match.start()].rstrip(" ,")
    text = text.split(",")[0].strip().rstrip(".")
    peer = any(title.lower().removeprefix("the ") in _PEERS for title in before)
    if not _is_name(text, peer) or (len(text.split()) == 1 and not before):
        return None
    called = text.title() if text.isupper() and len(text) > len("A. B.") else text
    return Name(" ".join(before), called, " ".join(after))


def _honours(word: str, text: str) -> bool:
    """Whether the last word of a text is an honour rather than a part of a name in capitals."""
    return word in HONOURS or "." in word or not word.isupper() or not text.isupper()


def _is_name(text: str, peer: bool) -> bool:
    """Whether some words look like a name: each begins with a capital, but for `van` and `de`.

    That of a peer may have a place: `Strand of Corriemoor`.
    """
    words = [word for word in text.split() if not (peer and word in ("of", "upon"))]
    if not words or len(words) > _MOST_WORDS or words[-1] in _PARTICLES:
        return False
    return all(
        word in _PARTICLES or (word[0].isupper() and bool(_PART.fullmatch(word))) for word in words
    )


def plain(text: str) -> tuple[str, ...]:
    """The words of a name: small letters without accents, hyphens as blanks, no signs."""
    parts = unicodedata.normalize("NFKD", text.replace("-", " ").replace("ø", "o"))
    letters = "".join(c for c in parts if c.isalnum() or c.isspace()).casefold()
    return tuple(letters.split())


def matching(name: Name, people: Mapping[str, Person]) -> tuple[str, ...]:
    """The ids of the people whom a name can mean; best none or one.

    A name means someone if its words are theirs, if it has their last word and only initials or
    a form of their first name before it, or if it is a title with their last word alone.
    """
    exact = [one for one, person in people.items() if name.words in _forms(person)]
    if exact:
        return tuple(exact)
    return tuple(one for one, p in people.items() if any(_meets(name, f) for f in _forms(p)))


def greeted(words: str, people: Mapping[str, Person]) -> tuple[str, ...]:
    """Whom a salutation means: by first name ("Dear Andrew") or title and last name."""
    text = re.sub(r"^(?:my )?dear\s+", "", words.strip().rstrip(",:"), flags=re.IGNORECASE)
    if name := name_in(text):
        return matching(name, people)
    alone = plain(text)
    return tuple(one for one, p in people.items() if any(f[:1] == alone for f in _forms(p)))


def _forms(person: Person) -> Iterable[tuple[str, ...]]:
    names = (person.name, *person.other_names)
    found = (name_in(name) or Name("", name, "") for name in names)
    return tuple(dict.fromkeys(name.words for name in found if name.words))


def _meets(name: Name, form: tuple[str, ...]) -> bool:
    words = name.words
    if not words or words[-1] != form[-1] or len(form) == 1:
        return False
    firsts = words[:-1]
    if not firsts:
        return bool(name.before)
    return all(
        word == own or (len(word) == 1 and own.startswith(word)) or own == word[:1]
        for word, own in zip(firsts, form, strict=False)
    )
