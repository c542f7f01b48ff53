"""Owns recognising who moved and seconded a motion, and on whose proposals it was amended."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.recognition.names import Name, name_at_end, name_at_start

_DOT = "\u2024"
_ABBREVIATED = re.compile(
    r"\b([A-Z]|Mr|Mrs|Ms|Dr|Cllrs?|Clr|Cr|Hon|Rev|Capt|Ald|Prof|St|Jr|Sr|Rt|Col|Sgt|Rep|Sen)\.(?=[\s,]|[A-Z])"
)
"""A point that ends no sentence: behind an initial or a short title. It is masked meanwhile."""

_WHO = r"(?:[Tt]he\s+)?(?P<{}>[A-Z][^.:;()\n“”\"]{{1,80}}?)"
_MOVER, _SECONDER = _WHO.format("mover"), _WHO.format("seconder")
_STOP = (
    r"(?=\s*(?:[.,;:(\n“\"–—]|\s-|$|\band\s+(?:duly\s+|will\s+be\s+|to\s+be\s+|is\s+|was\s+)?"
    r"(?i:seconded|the|was|that|referred|carried|agreed|passed|lost|unanimously|resolved|it|put)\b))"
)
_BY = r"(?i:\s+by:?|\s*:)[\s_]*"
_MADE = (
    r"(?i:moved|proposed|introduced|sponsored|motion|made|tabled|lodged|submitted|presented|offered"
    r"|brought|notice(?:\s+given)?)"
)
_SECOND = r"(?i:second(?:ed|er)?)"
_OFFICE = r"(?=(?i:cllr|clr|cr|councill?or|member|ald|deputy|mayor|m[rs]|dr|chair)\b)"
_MOVED = tuple(
    re.compile(form)
    for form in (
        rf"{_MOVER}\s+(?i:formally\s+)?(?i:moved|proposed|to\s+move|to\s+propose)"
        rf"(?i:,?\s+(?:and|with)|,)\s+{_SECONDER}\s+(?i:formally\s+)?(?i:seconded|seconding|to\s+second)\b",
        rf"{_MOVER},\s+(?i:seconded\s+by)\s+{_SECONDER},?\s+(?i:moved|moves|to\s+move)\b",
        rf"(?i:moved|proposed)(?:{_BY}|\s+){_MOVER}[,;]?\s+(?i:seconded)(?:{_BY}|\s+){_SECONDER}{_STOP}",
        rf"{_MOVER}\s+(?i:moved\s+to\s+(?:adopt|approve|pass|accept|agree))\b",
        rf"{_MOVER},?\s+moved\s+[A-Z][A-Z\d]*-\d+",
        rf"^\W*[A-Z]{{2,4}}\d{{3,5}}\s+{_MOVER}\s*\([A-Z]",
        rf"^\W*[A-Z][A-Z\d]{{1,4}}-\d{{3,6}}(?:\.\d+)?\W*\s+{_MOVER}\s*(?:\([^)]*\)\s*)*:\s",
        rf"{_MADE}{_BY}{_MOVER}[,;]?\s*(?i:and\s+)?(?i:was\s+)?{_SECOND}{_BY}{_SECONDER}{_STOP}",
        rf"[–—-]\s+[Bb]y\s+{_MOVER},?\s+(?i:seconded\s+by)\s+{_SECONDER}{_STOP}",
        rf"(?i:on\s+(?:the|a)\s+(?:motion|proposal|proposition)\s+of)\s+{_MOVER},?\s+(?:and\s+)?(?i:seconded\s+by)\s+"
        rf"{_SECONDER}{_STOP}",
        rf"{_MOVER}\s+(?i:made|put|offered)\s+(?:a|the)\s+motion\b[^.]{{0,160}}?,?\s+(?:and\s+)?"
        rf"(?i:seconded\s+by)\s+{_SECONDER}{_STOP}",
        r"(?i:proposed|motion(?:\s+\w{1,6})?|standing|notice\s+given)\s+(?:is\s+)?(?i:in\s+the\s+names?\s+of):?\s+"
        rf"{_MOVER}{_STOP}",
        rf"(?i:proposer|mover)\s*:?\s+{_MOVER}\s*[;,.\n]?\s*(?i:seconder)\s*:?\s+{_SECONDER}{_STOP}",
        rf"{_MADE}\s+(?i:by):?\s*{_MOVER}{_STOP}",
        rf"(?i:(?:(?:primary|lead|chief|principal)\s+)?sponsor|proposer|mover|moved|proposed)\s*:\s*{_MOVER}{_STOP}",
        rf"(?i:moved|proposed)\s+{_OFFICE}{_MOVER}{_STOP}",
        rf"{_MOVER},?\s+(?i:who\s+)?(?i:moved|proposed|tabled|introduced|brought)\s+(?:the|this|a)\s+motion\b",
        rf"{_MOVER}\s+(?i:moved(?:,|:|\s+that\b|\s+the\s+following))",
        r"\((?P<mover>[A-Z][^()]{2,60})\):?\s+(?i:to\s+move)\b",
        rf"{_MOVER}\s*(?:\([^()]{{1,60}}\)\s*)*:?\s*\bI\s+(?:beg\s+to\s+)?move\b",
        rf"{_MOVER}\s*(?:\([^()]{{1,90}}\)\s*)?(?:submitted|introduced|offered)\s+the\s+following\b",
        rf"{_MOVER}:?\s+(?i:to|will)\s+(?i:move|propose)\b",
    )
)
_SECONDED = re.compile(
    rf"{_SECOND}(?:{_BY}|\s+{_OFFICE}){_SECONDER}{_STOP}"
    rf"|{_WHO.format('other')}\s+(?i:seconded\b(?!\s+by|:)|(?:to|will)\s+second\b)"
)
_AMENDED = re.compile(
    r"[Aa]mend(?:ed|ment)s?\s+(?:on\s+a\s+proposal\s+by|(?:was\s+)?(?:moved|proposed)\s+by"
    r"|in\s+the\s+name\s+of):?\s+(?P<who>[A-Z][^.:;()\n]{2,80}?)(?=[.,;\n]|$|\s+and\s+seconded)"
)
_OF_AMENDMENT = re.compile(r"\bamendment\b", re.IGNORECASE)
_LABEL = re.compile(r"\bby:?[\s_]*$", re.IGNORECASE)
_PRINTED = re.compile(r"(?:[A-Z][A-Z.’'-]*\s+){1,5}[A-Z][A-Z’'-]+(?=\s+[A-Z][a-z])")
"""A name in capitals, with an office in small letters behind it."""

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
    """The lines of a paragraph that are not cut for want of room; a label with what is below it."""
    for index, line in enumerate(lines):
        if _LABEL.search(line) and index + 1 < len(lines):
            yield " ".join(f"{line} {lines[index + 1]}".split())
        elif len(line) < _FULL or index + 1 == len(lines) or line.endswith("."):
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
    """The name with which some words end: text may stand before a mover, an office behind it."""
    text = (words or "").replace(_DOT, ".")
    printed = _PRINTED.match(text)
    return name_at_end(printed[0] if printed else text)


def _first_name(words: str | None) -> Name | None:
    """The name with which some words begin: text may stand behind a seconder."""
    return name_at_start(_NEXT.split((words or "").replace(_DOT, "."))[0])
