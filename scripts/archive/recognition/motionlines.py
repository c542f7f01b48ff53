"""Owns the lines of a motion's paper that look like headings, with or without a number."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from archive.recognition.headings import looks_like_heading
from archive.recognition.headlines import NO_TITLE, is_of_paper
from archive.recognition.motionforms import printed
from archive.recognition.paper import Paper, Paragraph

NUMBERED = re.compile(
    r"^(?i:(?:(?:agenda )?item|article)\s*(?:no\.?\s*)?)?(?P<number>\d{1,3}(?:[./]\d{1,4}){1,3}"
    r"|(?!(?:19|20)\d\d\s)\d{1,4}[a-z]?)(?:\s*[.):–—-]*\s+|(?=[A-Z][a-z]))(?P<title>(?:[^\W\d]|\d{1,2}(?:st|nd|rd|th|\s?(?i:mph))\b).*)"
)
"""A number of whatever form, and a title behind it."""

_ORDINAL = re.compile(r"^\d{1,2} ?[A-Za-z]{2,3}\s+")
"""What a title may begin with: `2nd Report`, `20 mph limit`."""

_UNFINISHED = re.compile(r"\b(?:of|the|and|in|for)\s*$", re.IGNORECASE)
_LONGEST = 160


@dataclass(frozen=True)
class Line:
    """A line, the index of its paragraph, and whether it is all of that."""

    text: str
    index: int
    alone: bool


def title_lines(paper: Paper) -> Iterator[Line]:
    """The lines of a paper that look like headings; a heading of several lines as one."""
    for index, paragraph in enumerate(paper.paragraphs):
        says = any(printed(line) for line in paragraph.lines[1:]) or _counts_first(paragraph)
        whole = _is_title(paragraph, _LONGEST) or _prints(paragraph)
        if (whole and not (says or _mixed(paragraph))) or _in_capitals(paragraph):
            yield Line(paragraph.text, index, True)
            continue
        lines = [Paragraph((line,), paragraph.bold) for line in _begun(paragraph.lines)]
        short = len(paragraph.text) <= 3 * _LONGEST
        first = list(itertools.takewhile(_is_short, lines))
        for line in lines:
            seen = short or line in first or line.text.isupper()
            if seen and _is_title(line, _LONGEST // 2):
                yield Line(line.text, index, False)


def _begun(lines: Sequence[str]) -> Iterator[str]:
    """The lines that do not go on with what stands above them: `State of` and `Maine`."""
    for above, line in pairwise(("", *lines)):
        if not _UNFINISHED.search(above):
            yield line


def _is_title(paragraph: Paragraph, longest: int) -> bool:
    """Whether a paragraph looks like a heading, with or without a number of whatever form."""
    if looks_like_heading(paragraph, longest):
        return True
    match = NUMBERED.match(paragraph.text) if len(paragraph.lines) == 1 else None
    words = _ORDINAL.sub("", match["title"]).rstrip(":") if match else ""
    return words[:1].isupper() and looks_like_heading(Paragraph((words,)), longest)


def _is_short(line: Paragraph) -> bool:
    return len(line.text) <= _LONGEST // 2


def _mixed(paragraph: Paragraph) -> bool:
    """Whether one of several lines is of the paper rather than of a title."""
    several = len(paragraph.lines) > 1
    return several and any(NO_TITLE.match(x) or is_of_paper(x) for x in paragraph.lines)


def _counts_first(paragraph: Paragraph) -> bool:
    """Whether the first of several lines only counts a motion, and its title is below it."""
    said = printed(paragraph.lines[0]) if len(paragraph.lines) > 1 else None
    return bool(said and not said.title)


def _in_capitals(paragraph: Paragraph) -> bool:
    """Whether a paragraph of several lines is a title in capitals behind its number."""
    text = paragraph.text
    said = printed(text) if text.isupper() and not paragraph.beside else None
    return bool(said and said.title)


def _prints(paragraph: Paragraph) -> bool:
    """Whether a paragraph is one short line that prints the title of a motion behind its number."""
    said = printed(paragraph.text) if len(paragraph.lines) == 1 and not paragraph.beside else None
    short = len(paragraph.text) <= _LONGEST and not paragraph.text.endswith((".", ":"))
    return bool(said and said.title) and short
