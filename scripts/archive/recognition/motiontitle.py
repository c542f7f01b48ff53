"""Owns recognising the title of a motion and its number, among the headings of a paper."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from archive.recognition.headlines import NO_TITLE, is_of_paper
from archive.recognition.movers import moved
from archive.recognition.names import name_in
from archive.recognition.paper import Paper, Paragraph
from archive.recognition.subject import looks_like_heading

_ITEM = r"^(?:(?:agenda )?item\s+)?(?:(?P<item>\d{1,3}(?:[./]\d{1,3})?)[.):]?\s+)?"
_NUMBER = r"(?P<number>[A-Z]{0,3}[/.-]?\d[\w/.-]*|[A-Z](?!\w)|[IVX]{1,4}(?!\w))"
_MOTION = re.compile(
    _ITEM
    + r"(?:agreed |notice of |members?[’'] |draft )?(?:motion|resolution)\b\s*(?:no\.?|number)?\s*"
    rf"{_NUMBER}?(?:\s*(?:by|from|in the names? of)\s+[^–—:]{{3,60}}?)?"
    r"(?:\s*[.):]+\s*[–—-]*\s*|\s*[–—]+\s*|\s+-+\s+)(?P<title>[^\W\d].*)",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"^(?:(?:agreed |composite |early day |notice of )?"
    r"(?:motion|resolution|order|ordinance|decision|bill)"
    rf"|minute|(?:agenda )?item)\s+(?:no\.?\s*|number\s+)?{_NUMBER}[.:]?"
    r"(?:\s+(?:(?:in the name of|(?:moved |proposed )?by|from)\s.*|\(.*\)))?$",
    re.IGNORECASE,
)
_CODE = r"(?P<number>[A-Z][A-Z\d]{1,4}-\d{3,6}(?:\.\d+)?)"
_PARLIAMENT = (
    re.compile(
        rf"^\W*{_CODE}\W*\s(?:[^:]{{3,90}}):\s*"
        r"(?P<title>[^—]{3,160}?)\s*(?:—|–|--?)\s*That\b"
    ),
    re.compile(rf"^(?P<title>[^:]{{3,160}}):\s[^:]{{3,160}}\bmoved\s+{_CODE}"),
)
"""The ways in which a business bulletin and the minutes of a parliament begin a motion."""

_NUMBERED = re.compile(
    r"^(?:(?:agenda )?item\s*(?:no\.?\s*)?)?(?P<number>\d{1,3}[./]\d{1,4}|\d{1,3}[a-z]?)"
    r"\s*[.):–—-]*\s+(?P<title>[^\W\d].*)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?:title|subject|re|motion)\s*[:–—-]\s*(?=\S)", re.IGNORECASE)
_BETWEEN = re.compile(r"\s+[–—-]\s+|:\s+")
_BEGINS = re.compile(
    r"\W*(?:whereas|ordered|(?:be it )?resolved|that (?:this|the))\b", re.IGNORECASE
)
"""The first words of a motion."""

_LONGEST = 160


@dataclass(frozen=True)
class Titled:
    """A title and a number as printed (empty where none is known), and the title's paragraph."""

    title: str
    number: str
    index: int | None

    @property
    def place(self) -> int | None:
        """The number among the motions of a meeting: a minute or a code is none."""
        return int(self.number) if self.number.isdecimal() and int(self.number) else None


@dataclass(frozen=True)
class _Line:
    text: str
    index: int
    alone: bool


def titled(paper: Paper) -> Titled:
    """The title and number: from a line that says it is a motion's, else by where a heading is."""
    if said := next(_in_parliament(paper), None):
        return said
    lines = list(_lines(paper))
    number = next((m["number"] for x in lines if (m := _ALONE.match(x.text))), "")
    for line in lines:
        if (match := _MOTION.match(line.text)) and not NO_TITLE.match(match["title"]):
            own = match["number"] or number or match["item"] or ""
            return _of(line, match["title"], own)
    chosen = _above_mover(paper, lines) or next(_titles(lines), None)
    if chosen is None:
        return Titled("", number, None)
    if match := _NUMBERED.match(chosen.text):
        return _of(chosen, match["title"], number or match["number"])
    return _of(chosen, _LABEL.sub("", chosen.text), number)


def _of(line: _Line, title: str, number: str) -> Titled:
    return Titled(_without_mover(title.strip()), number, line.index if line.alone else None)


def _without_mover(title: str) -> str:
    """A title behind the name of who moves it, which has a title or an honour."""
    head, *behind = _BETWEEN.split(title, maxsplit=1)
    name = name_in(head) if behind else None
    return behind[0] if name and (name.before or name.after) and name.words[1:] else title


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
        numbered = _NUMBERED.match(line.text)
        words = numbered["title"] if numbered else line.text
        if not (NO_TITLE.match(words) or _ALONE.match(line.text) or is_of_paper(line.text)):
            yield line


def _above_mover(paper: Paper, lines: list[_Line]) -> _Line | None:
    """The nearest title above who moves, or above the motion's first words; not a far one."""
    moves = (i for i, p in enumerate(paper.paragraphs) if moved([p.lines]).mover)
    begins = (i for i, p in enumerate(paper.paragraphs) if _BEGINS.match(p.text))
    for first in (*itertools.islice(moves, 1), *itertools.islice(begins, 1)):
        above = [line for line in _titles(lines) if first - _NEAR <= line.index < first]
        if above:
            return above[-1]
    return None


_NEAR = 3
"""Paragraphs above a mover among which the title stands."""


def _in_parliament(paper: Paper) -> Iterator[Titled]:
    """What a paragraph says that has the number, the mover and the title of a motion in one."""
    for paragraph in paper.paragraphs:
        for form in _PARLIAMENT:
            if match := form.match(paragraph.text):
                yield Titled(match["title"].strip(), match["number"], None)
