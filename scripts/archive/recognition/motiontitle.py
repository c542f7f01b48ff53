"""Owns recognising the title of a motion and its number, among the headings of a paper."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from archive.recognition.headlines import NO_TITLE, is_of_paper
from archive.recognition.motionforms import calls_resolution, in_parliament, is_resolution, printed
from archive.recognition.motionlines import NUMBERED, Line, title_lines
from archive.recognition.motionnumber import ARTICLE, counted, is_number, item
from archive.recognition.movers import moved
from archive.recognition.names import name_in
from archive.recognition.paper import Paper

_BY = re.compile(r"\s+[(–—-]\s*(?:(?:moved|proposed|submitted|tabled) )?by:?\s.*$", re.IGNORECASE)
_DOING = re.compile(r"[A-Z][a-z]+ing\b(?!.{400})")
"""The first word of a resolution's title: `Urging`."""

_OF_MEMBER = re.compile(r"(?:cllr|clr|cr|councill?or|alderman|ald)\b", re.IGNORECASE)
_LABEL = re.compile(r"^(?:title|subject|re|motion)\s*[:–—-]\s*(?=\S)", re.IGNORECASE)
_BETWEEN = re.compile(r";?\s+[Rr][Ee]:\s+|\s+[–—-]\s+|:\s+")
_BEGINS = re.compile(
    r"\W*(?:whereas|ordered|(?:article \S+(?: \d+)?\W+)?(?:to see if the|i move)\b"
    r"|(?:be it )?resolved|that (?:this|the)|that, in|to propose that"
    r"|i (?:therefore |hereby )?move"
    r"|(?:this|the) (?:council|assembly|house|parliament|committee|board) \w+s)\b",
    re.IGNORECASE,
)
"""The first words of a motion."""

_MINUTES = re.compile(r"minutes of\b", re.IGNORECASE)


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


def titled(paper: Paper) -> Titled:
    """The title and number: from a line that says it is a motion's, else by where a heading is."""
    for paragraph in paper.paragraphs:
        if of_parliament := in_parliament(paragraph.text):
            return Titled(of_parliament.title, of_parliament.number, None)
    lines = list(title_lines(paper))
    says = [(line, said) for line in lines if (said := printed(line.text))]
    counts = (said.number for _, said in says if said.number and not said.title)
    number = counted(paper) or next(counts, "") or item(paper)
    for line, said in says:
        if said.title:
            return _of(line, said.title, said.number or number or said.item)
    return _by_place(paper, lines, number)


def _below_number(paper: Paper, lines: list[Line]) -> Line | None:
    """The title that stands directly below a number alone."""
    alone = {i + 1 for i, p in enumerate(paper.paragraphs) if is_number(p.text)}
    return next((line for line in _titles(lines) if line.alone and line.index in alone), None)


def _by_place(paper: Paper, lines: list[Line], number: str) -> Titled:
    """The title of a resolution, else the heading above who moves, else above the text."""
    for index, paragraph in enumerate(paper.paragraphs):
        if is_resolution(paragraph.text):
            return Titled(paragraph.text, number, index)
    for index, (paragraph, following) in enumerate(pairwise(paper.paragraphs)):
        if calls_resolution(paragraph.text) and _DOING.match(following.text):
            return Titled(following.text, number, index + 1)
    below = _below_number(paper, lines) or _above_mover(paper, lines)
    chosen = below or next(_above_text(paper, lines), None)
    if chosen is None:
        return Titled("", number, None)
    if match := NUMBERED.match(chosen.text):
        return _of(chosen, match["title"], number or match["number"])
    return _of(chosen, _LABEL.sub("", chosen.text), number)


def _of(line: Line, title: str, number: str) -> Titled:
    return Titled(_without_mover(title.strip(" :")), number, line.index if line.alone else None)


def _without_mover(title: str) -> str:
    """A title behind the name of who moves it, which has a title or an honour; or before that."""
    title = re.sub(r"^[Bb]y\s+", "", _BY.sub("", title))
    head, *behind = _BETWEEN.split(title, maxsplit=1)
    name = name_in(head) if behind else None
    said = name and (name.before or name.after)
    return behind[0] if name and said and (name.words[1:] or _OF_MEMBER.match(head)) else title


def _titles(lines: list[Line]) -> Iterator[Line]:
    """Those that may be titles: not the name of a body, a day, somebody, or a kind of paper."""
    for line in lines:
        numbered = NUMBERED.match(line.text)
        words = numbered["title"] if numbered else _LABEL.sub("", line.text)
        said = _BY.sub("", line.text)
        of_paper = NO_TITLE.match(words) or printed(said) or is_of_paper(said)
        if (numbered and _MINUTES.match(words)) or not (of_paper or ARTICLE.match(line.text)):
            yield line


def _above_text(paper: Paper, lines: list[Line]) -> Iterator[Line]:
    """The titles that stand above the motion's first words."""
    first = next((i for i, p in enumerate(paper.paragraphs) if _BEGINS.match(p.text)), None)
    return (line for line in _titles(lines) if first is None or line.index < first)


def _above_mover(paper: Paper, lines: list[Line]) -> Line | None:
    """The nearest title above who moves, or above the motion's first words; not a far one."""
    moves = (i for i, p in enumerate(paper.paragraphs) if moved([p.lines]).mover)
    begins = (i for i, p in enumerate(paper.paragraphs) if _BEGINS.match(p.text))
    for first in sorted((*itertools.islice(moves, 1), *itertools.islice(begins, 1))):
        near = (line for line in _titles(lines) if first - _NEAR <= line.index <= first)
        above = [line for line in near if line.index < first or not line.alone]
        if above:
            return above[-1]
    return None


_NEAR = 3
"""Paragraphs above a mover among which the title stands."""
