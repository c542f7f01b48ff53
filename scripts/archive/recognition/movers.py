"""Owns recognising who moved and seconded a motion, and on whose proposals it was amended."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.recognition.bodies import BODIES
from archive.recognition.names import Name, name_in

_DOT = "\u2024"
_ABBREVIATED = re.compile(
    r"\b([A-Z]|Mr|Mrs|Ms|Dr|Cllrs?|Clr|Cr|Hon|Rev|Capt|Ald|Prof|St|Jr|Sr|Rt|Col|Sgt|Rep|Sen)\.(?=[\s,]|[A-Z])"
)
"""A point that ends no sentence: behind an initial or a short title. It is masked meanwhile."""

_WHO = r"(?P<{}>[A-Z][^.:;()\n“”\"]{{1,80}}?)"
_STOP = r"(?=\s*(?:[.,;:(\n“\"–—]|\s-|$|\band\s+(?:duly\s+)?(?:seconded|the|was|that)\b))"
_BY = r"(?:\s+[Bb]y:?|\s+BY:?|\s*:)"
_MADE = (
    r"(?:[Mm]oved|MOVED|[Pp]roposed|PROPOSED|[Ii]ntroduced|INTRODUCED|[Ss]ponsored|SPONSORED|[Mm]otion"
    r"|[Mm]ade|[Tt]abled|[Ll]odged|[Ss]ubmitted|[Pp]resented|[Oo]ffered|[Bb]rought)"
)
_SECOND = r"(?:[Ss]econd(?:ed|er)?|SECONDED)"
_MOVED = tuple(
    re.compile(form)
    for form in (
        _WHO.format("mover")
        + r"\s+(?:formally\s+)?(?:moved|proposed)(?:,?\s+(?:and|with)|,)\s+"
        + _WHO.format("seconder")
        + r"\s+(?:formally\s+)?(?:seconded|seconding)\b",
        _WHO.format("mover") + r",\s+seconded\s+by\s+" + _WHO.format("seconder") + r",?\s+moved\b",
        rf"(?:[Mm]oved|MOVED):?\s+{_WHO.format('mover')}[,;]?\s+(?:[Ss]econded|SECONDED):?\s+"
        rf"{_WHO.format('seconder')}{_STOP}",
        _WHO.format("mover") + r"\s+moved\s+to\s+(?:adopt|approve|pass|accept|agree)\b",
        _WHO.format("mover") + r",?\s+moved\s+[A-Z][A-Z\d]*-\d+",
        r"^\W*[A-Z][A-Z\d]{1,4}-\d{3,6}(?:\.\d+)?\W*\s+"
        + _WHO.format("mover")
        + r"\s*(?:\([^)]*\)\s*)*:\s",
        rf"{_MADE}{_BY}\s+{_WHO.format('mover')}[,;]?\s*(?:and\s+)?(?:was\s+)?"
        rf"{_SECOND}{_BY}\s+{_WHO.format('seconder')}{_STOP}",
        r"[Oo]n\s+(?:the|a)\s+motion\s+of\s+"
        + _WHO.format("mover")
        + r",?\s+(?:and\s+)?seconded\s+by\s+"
        + _WHO.format("seconder")
        + _STOP,
        _WHO.format("mover") + r"\s+(?:made|put|offered)\s+(?:a"
        r"|the)\s+motion\b[^.]{0,160}?,?\s+(?:and\s+)?seconded\s+by\s+"
        + _WHO.format("seconder")
        + _STOP,
        r"(?:[Pp]roposed|[Mm]otion(?:\s+\w{1,6})?|[Ss]tanding|[Nn]otice\s+given)\s+(?:is\s+)?in\s+the\s+names?\s+of:?\s+"
        + _WHO.format("mover")
        + _STOP,
        r"(?:[Pp]roposer|[Mm]over|MOVER|PROPOSER)\s*:?\s+"
        + _WHO.format("mover")
        + r"\s*[;,.\n]?\s*(?:[Ss]econder|SECONDER)\s*:?\s+"
        + _WHO.format("seconder")
        + _STOP,
        rf"{_MADE}\s+(?:by|By|BY):?\s+{_WHO.format('mover')}{_STOP}",
        rf"(?:[Pp]rimary|[Ll]ead|[Cc]hief|[Pp]rincipal)\s+[Ss]ponsor\s*:\s+{_WHO.format('mover')}{_STOP}",
        rf"(?:[Pp]roposer|[Mm]over|PROPOSER|MOVER|[Mm]oved|[Pp]roposed)\s*:\s+{_WHO.format('mover')}{_STOP}",
        _WHO.format("mover")
        + r",?\s+(?:who\s+)?(?:moved|proposed|tabled|introduced|brought)\s+(?:the|this"
        r"|a)\s+motion\b",
        _WHO.format("mover") + r"\s+moved(?:,|:|\s+that\b|\s+the\s+following)",
    )
)
_SECONDED = re.compile(
    rf"{_SECOND}{_BY}\s+{_WHO.format('seconder')}{_STOP}"
    rf"|{_WHO.format('other')}\s+seconded\b(?!\s+by|:)"
)
_AMENDED = re.compile(
    r"[Aa]mend(?:ed|ment)s?\s+(?:on\s+a\s+proposal\s+by|(?:was\s+)?(?:moved|proposed)\s+by"
    r"|in\s+the\s+name\s+of):?\s+(?P<who>[A-Z][^.:;()\n]{2,80}?)(?=[.,;\n]|$|\s+and\s+seconded)"
)
_OF_AMENDMENT = re.compile(r"\bamendment\b", re.IGNORECASE)
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
    masked = [[_ABBREVIATED.sub(rf"\1{_DOT}", line) for line in lines] for lines in paragraphs]
    flats = [" ".join(" ".join(lines).split()) for lines in masked]
    flat = " ".join(flats)
    places = [*(line for lines in masked for line in _whole_lines(lines)), *flats, flat]
    own = [place for place in places if not _OF_AMENDMENT.search(place)]
    found = ((place, m) for place in own for form in _MOVED for m in form.finditer(place))
    mover, seconder = None, None
    for place, match in found:
        groups = match.groupdict()
        if mover := _last_name(groups.get("mover")):
            seconder = _first_name(groups.get("seconder")) or _seconder(place[match.start() :], own)
            break
    amenders = (_last_name(m["who"].split(" and ")[0]) for m in _AMENDED.finditer(flat))
    return Moved(mover, seconder, tuple(dict.fromkeys(name for name in amenders if name)))


def _whole_lines(lines: Sequence[str]) -> Iterator[str]:
    """The lines of a paragraph that are not cut for want of room."""
    for index, line in enumerate(lines):
        if len(line) < _FULL or index + 1 == len(lines) or line.endswith("."):
            yield " ".join(line.split())


def _seconder(behind: str, places: Sequence[str]) -> Name | None:
    """Who seconds, behind the mover or elsewhere."""
    for place in (behind, *places):
        if match := _SECONDED.search(place):
            name = _first_name(match["seconder"]) or _last_name(match["other"])
            if name:
                return name
    return None


def _last_name(words: str | None) -> Name | None:
    """The name with which some words end: text may stand before a mover."""
    parts = (words or "").replace(_DOT, ".").split()
    for begin in range(len(parts)):
        found = name_in(" ".join(parts[begin:]))
        if found and not BODIES & set(found.words):
            return found
    return None


def _first_name(words: str | None) -> Name | None:
    """The longest name with which some words begin: text may stand behind a seconder."""
    parts = _NEXT.split((words or "").replace(_DOT, "."))[0].split()
    for end in range(len(parts), 0, -1):
        found = name_in(" ".join(parts[:end]))
        if found and not BODIES & set(found.words):
            return found
    return None
