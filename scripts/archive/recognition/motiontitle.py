"""Owns recognising the title of a motion and its number, among the headings of a paper."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archive.recognition.dating import dates
from archive.recognition.givennames import GIVEN
from archive.recognition.motiontext import moved
from archive.recognition.names import name_in
from archive.recognition.paper import Paper, Paragraph
from archive.recognition.subject import looks_like_heading

_ITEM = r"^(?:(?:agenda )?item\s+)?(?:(?P<item>\d{1,3})(?:[./]\d{1,3})?[.):]?\s+)?"
_NUMBER = r"(?P<number>[A-Z]{0,3}[/.-]?\d[\w/.-]*|[A-Z](?!\w)|[IVX]{1,4}(?!\w))"
_MOTION = re.compile(
    _ITEM
    + r"(?:agreed |notice of |members?[’'] |draft )?(?:motion|resolution)\b\s*(?:no\.?|number)?\s*"
    rf"{_NUMBER}?(?:\s*[.):]+\s*[–—-]*\s*|\s*[–—]+\s*|\s+-+\s+)(?P<title>[^\W\d].*)",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"^(?:agreed )?(?:motion|resolution)\s+(?:no\.?\s*)?{_NUMBER}[.:]?$", re.IGNORECASE
)
_NUMBERED = re.compile(
    r"^(?:(?:agenda )?item\s*(?:no\.?\s*)?)?(?:\d{1,3}[./]\d{1,4}|(?P<number>\d{1,3}))"
    r"\s*[.):–—-]*\s+(?P<title>[^\W\d].*)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?:title|subject|re|motion)\s*[:–—-]\s*(?=\S)", re.IGNORECASE)
_NO_TITLE = re.compile(
    r"^(?:whereas\b|(?:draft |confirmed )?minutes\b|agenda\b|press release|(?:news"
    r"|media) release|news\b"
    r"|notice of\b"
    r"|(?:agreed |members?[’'] )?(?:motions?|resolutions?)(?: for debate| before .*)?$"
    r"|meeting\b|present\b"
    r"|at (?:a|an|the) .*meeting|vote\b|number\b|page\b|extract\b|order paper|council meeting"
    r"|for immediate"
    r"|(?:city|borough|county|town|township|village|municipality|state|district|metropolitan"
    r"|london|parish|royal|shire|province) "
    r"(?:of|council|assembly|borough)\b|the (?:council|assembly)\b|questions?\b|public questions"
    r"|.*\b(?:council|assembly|borough|parliament|senate|committee|commission|authority|chamber)"
    r"(?: \([^)]*\))?$)",
    re.IGNORECASE,
)
_MOVING = re.compile(
    r"\b(?:moved|proposed|seconded|tabled|supported)(?: by\b|:)|\bsaid:|\bwho (?:moved|proposed)\b"
    r"|\b(?:proposer|seconder|mover)\b",
    re.I,
)
_LONGEST = 160


@dataclass(frozen=True)
class Titled:
    """A title (empty where none is known), a number, and the paragraph that is the title alone."""

    title: str
    number: int | None
    index: int | None


@dataclass(frozen=True)
class _Line:
    text: str
    index: int
    alone: bool


def titled(paper: Paper) -> Titled:
    """The title and number: from a line that says it is a motion's, else by where a heading is."""
    lines = list(_lines(paper))
    number = next((_figure(m["number"]) for x in lines if (m := _ALONE.match(x.text))), None)
    for line in lines:
        if (match := _MOTION.match(line.text)) and not _NO_TITLE.match(match["title"]):
            own = _figure(match["number"]) or number or _figure(match["item"])
            return _of(line, match["title"], own)
    chosen = _above_mover(paper, lines) or next(_titles(lines), None)
    if chosen is None:
        return Titled("", number, None)
    if match := _NUMBERED.match(chosen.text):
        return _of(chosen, match["title"], number or _figure(match["number"]))
    return _of(chosen, _LABEL.sub("", chosen.text), number)


def _of(line: _Line, title: str, number: int | None) -> Titled:
    return Titled(title.strip(), number, line.index if line.alone else None)


def _lines(paper: Paper) -> Iterator[_Line]:
    """The lines of a paper that look like headings; a heading of several lines as one."""
    for index, paragraph in enumerate(paper.paragraphs):
        says = any(_MOTION.match(line) for line in paragraph.lines[1:])
        if looks_like_heading(paragraph, _LONGEST) and not says:
            yield _Line(paragraph.text, index, True)
            continue
        for line in paragraph.lines if len(paragraph.text) <= 3 * _LONGEST else ():
            if looks_like_heading(Paragraph((line,), paragraph.bold), _LONGEST // 2):
                yield _Line(line, index, False)


def _titles(lines: list[_Line]) -> Iterator[_Line]:
    """Those that may be titles: not the name of a body, a day, somebody, or a kind of paper."""
    for line in lines:
        text = line.text
        numbered = _NUMBERED.match(text)
        words = numbered["title"] if numbered else text
        dated = next(dates(text), None)
        if _NO_TITLE.match(words) or dated or _ALONE.match(text) or _is_somebody(text):
            continue
        if not _MOVING.search(text):
            yield line


def _is_somebody(text: str) -> bool:
    """Whether a line is a person's name: it has a title, an honour or a given name."""
    name = name_in(text)
    return name is not None and bool(name.before or name.after or name.words[0] in GIVEN)


def _above_mover(paper: Paper, lines: list[_Line]) -> _Line | None:
    """The nearest title above the paragraph in which somebody moves; not a far one."""
    moves = (i for i, p in enumerate(paper.paragraphs) if moved([p.lines]).mover)
    first = next(moves, None)
    if first is None:
        return None
    above = [line for line in _titles(lines) if first - _NEAR <= line.index < first]
    return above[-1] if above else None


_NEAR = 3
"""Paragraphs above a mover among which the title stands."""


def _figure(words: str | None) -> int | None:
    return int(words) if words and words.isdigit() and int(words) else None
