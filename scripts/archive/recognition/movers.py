"""Owns recognising who moved and seconded a motion, and on whose proposals it was amended."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from archive.recognition.amendments import of_amendment
from archive.recognition.bodies import BODIES
from archive.recognition.givennames import GIVEN
from archive.recognition.moverforms import AMENDED, MOVED, SECONDED
from archive.recognition.names import Name, is_body, name_at_end, name_at_start, name_in, plain

_DOT = "\u2024"
_ABBREVIATED = re.compile(
    r"\b([A-Z]|Mr|Mrs|Ms|Dr|Cllrs?|Clr|Cr|Hon|Rev|Capt|Ald|Prof|St|Jr|Sr|Rt|Col|Sgt|Rep|Sen)\.(?=[\s,]|[A-Z])"
)
"""A point that ends no sentence: behind an initial or a short title. It is masked meanwhile."""

_SMALL = re.compile(r"(?<=BY )(councillor|alderman|mayor) [a-z][a-z’'-]+$")
"""A name of which a copy has lost the small capitals."""

_LABEL = re.compile(
    r"\bby:?[\s_]*$|^(?:lead )?(?:sponsors?|proposers?|movers?)\s*:?$", re.IGNORECASE
)
_NAMES = re.compile(r"(?:[^\s:]+ ){0,2}[^\s:]+:")
"""A paragraph that only names what the next one says, as in the cells of a form."""

_PRINTED = re.compile(r"(?:[A-Z][A-Z.’'-]*\s+){1,5}[A-Z][A-Z’'-]+(?=\s+[A-Z][a-z])")
"""A name in capitals, with an office in small letters behind it."""

_INVERTED = re.compile(r"(?P<last>[A-Z][\w’'-]+),\s+(?P<given>[A-Z][\w.’'-]*(?:\s+[A-Z]\.?)*)")
_SURNAME = re.compile(r"[A-Z][\w’'-]+")
_NOBODY = frozenset(("he", "she", "it", "they", "who", "motion", "i", "we", "and", "unanimously"))

_SURE = re.compile(r"mov|propos|motion|sponsor", re.IGNORECASE)
"""What names a mover, so that one word behind it is a name."""

_OPENS = re.compile(r"[“\"]?(?:To propose that|That) (?:this|an?|the) ")
"""The first words of a motion of a parliament, below the names of those who move it."""

_BRACKETED = re.compile(r"\[(.{5,60})\]")
_CODE = re.compile(r"[A-Z]{2,5}[\d.-]{3,8}")
"""The number of a motion, between the names and its words."""

_FULL = 55
"""Characters of a line that may go on in the next one."""

_NEXT = re.compile(
    r"\s(?:This|That|The|A|An|It|On|In|At|To|Motion|Whereas|WHEREAS|Resolved"
    r"|Status|Outcome|Votes?|Date|Meeting|Result|Carried|CARRIED|Lost|LOST|Decision|Seconded)\b"
)
"""Words with which the next sentence begins behind a name, where a line's end parts them."""


@dataclass(frozen=True)
class Moved:
    """Who moved and seconded a motion and on whose proposals it was amended."""

    mover: Name | None
    seconder: Name | None
    amenders: tuple[Name, ...]


def moved(paragraphs: Sequence[Sequence[str]]) -> Moved:
    """The people whom paragraphs name as movers: within one, else on a line, else across all."""
    large = [[_SMALL.sub(lambda m: m[0].title(), line) for line in ls] for ls in paragraphs]
    masked = [[_ABBREVIATED.sub(rf"\1{_DOT}", line) for line in lines] for lines in large]
    flats = [" ".join(" ".join(lines).split()) for lines in masked]
    flat = " ".join(flats)
    named = (f"{label} {value}" for label, value in pairwise(flats) if _NAMES.fullmatch(label))
    places = [*(line for lines in masked for line in _whole_lines(lines)), *named, *flats, flat]
    own = [place for place in places if not of_amendment(place)]
    found = ((place, m) for place in own for form in MOVED for m in form.finditer(place))
    mover, seconder = None, None
    for place, match in found:
        groups = match.groupdict()
        bare = match.start() == 0 or bool(_SURE.search(match[0]))
        if mover := _last_name(groups.get("mover"), bare):
            seconder = _first_name(groups.get("seconder")) or _seconder(place[match.start() :], own)
            break
    mover = mover or _sponsor(paragraphs)
    amenders = (_last_name(m["who"].split(" and ")[0]) for m in AMENDED.finditer(flat))
    return Moved(mover, seconder, tuple(dict.fromkeys(name for name in amenders if name)))


def _sponsor(paragraphs: Sequence[Sequence[str]]) -> Name | None:
    """The first of the names on lines of their own above what is moved; or of those in brackets."""
    lines = [line.strip() for lines in paragraphs for line in lines]
    bracketed = (name_in(m[1]) for line in lines if (m := _BRACKETED.fullmatch(line)))
    if below := next((name for name in bracketed if name and name.before), None):
        return below
    begins = next((i for i, line in enumerate(lines) if _OPENS.match(line)), 0)
    if begins and _CODE.fullmatch(lines[begins - 1]):
        begins -= 1
    names: list[Name] = []
    for line in reversed(lines[:begins]):
        name = name_in(line)
        if name is None or is_body(name) or not (name.before or name.words[0] in GIVEN or names):
            break
        names.append(name)
    return names[-1] if names else None


def _whole_lines(lines: Sequence[str]) -> Iterator[str]:
    """The lines of a paragraph that are not cut for want of room; a label with what is below it."""
    for index, line in enumerate(lines):
        if _LABEL.search(line) and index + 1 < len(lines):
            yield " ".join(f"{line} {lines[index + 1]}".split())
        elif len(line) < _FULL or index + 1 == len(lines) or line.endswith("."):
            yield " ".join(line.split())


def _seconder(behind: str, places: Sequence[str]) -> Name | None:
    """Who seconds, behind the mover or elsewhere."""
    for place in (behind, *places):
        if match := SECONDED.search(place):
            name = _first_name(match["seconder"]) or _last_name(match["other"])
            if name:
                return name
    return None


def _last_name(words: str | None, bare: bool = True) -> Name | None:
    """The name with which some words end: text may stand before a mover, an office behind it."""
    text = (words or "").replace(_DOT, ".")
    if inverted := _INVERTED.fullmatch(text):
        return Name("", f"{inverted['given']} {inverted['last']}", "")
    printed = _PRINTED.match(text)
    return name_at_end(printed[0] if printed else text) or (_bare(text) if bare else None)


def _first_name(words: str | None) -> Name | None:
    """The name with which some words begin: text may stand behind a seconder."""
    text = _NEXT.split((words or "").replace(_DOT, "."))[0]
    return name_at_start(text) or _bare(text)


def _bare(words: str) -> Name | None:
    """A last name alone, as minutes have it; no other word that begins a sentence."""
    alone = _SURNAME.fullmatch(words.strip())
    other = set(plain(words)) & (BODIES | _NOBODY)
    return (
        Name("", words.strip().title() if words.isupper() else words.strip(), "")
        if alone and not other
        else None
    )
