"""Owns recognising where each of several motions begins that stand in one document."""

import re
from collections.abc import Iterator, Sequence

from archive.recognition.asking import asks
from archive.recognition.headings import looks_like_heading
from archive.recognition.movers import moved
from archive.recognition.paper import Paper, Paragraph

_NUMBERED = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,2})?[.)]?\s+)?(?:agreed |notice of )?motions?\s*(?:no\.?|number)?\s*"
    r"\(?(?P<number>\d{1,3}|[A-Z](?![\w’'])|[IVX]{1,4}\b)\)?",
    re.IGNORECASE,
)
_AMENDMENT = re.compile(r"\bamendments?\b", re.IGNORECASE)
_LONGEST = 160
"""Characters of a heading."""


def motion_starts(paper: Paper) -> tuple[int, ...]:
    """The indexes of the paragraphs with which the motions of a document begin.

    None where it has fewer than two. Each has a number of its own in a heading (`Motion 2`); else
    each has its mover. An amendment is no motion.
    """
    for found in (_numbered(paper), _moved(paper)):
        starts = _with_substance(paper, list(found))
        if len(starts) > 1:
            return tuple(starts)
    return ()


def _numbered(paper: Paper) -> Iterator[int]:
    """Headings that number a motion; of one number the last, as a list of all may come first."""
    last: dict[str, int] = {}
    for index, paragraph in enumerate(paper.paragraphs):
        match = _NUMBERED.match(paragraph.text)
        if match and len(paragraph.text) <= _LONGEST and not paragraph.text.endswith("."):
            last.setdefault(match["number"].upper(), index)
            if not _AMENDMENT.search(paragraph.text):
                last[match["number"].upper()] = index
    yield from sorted(last.values())


def _moved(paper: Paper) -> Iterator[int]:
    """The headings above paragraphs in which somebody moves; these themselves without one."""
    done = -1
    for index, paragraph in enumerate(paper.paragraphs):
        if _AMENDMENT.search(paragraph.text) or not moved([paragraph.lines]).mover:
            continue
        above = range(index, done, -1)
        heads = [i for i in above if _is_heading(paper.paragraphs[i])]
        yield heads[0] if heads else index
        done = index


def _is_heading(paragraph: Paragraph) -> bool:
    return looks_like_heading(paragraph, _LONGEST) and not moved([paragraph.lines]).mover


def _with_substance(paper: Paper, starts: list[int]) -> list[int]:
    """The starts of parts in which something is moved or asked."""
    ends = [*starts[1:], len(paper.paragraphs)][: len(starts)]
    return [
        start
        for start, end in zip(starts, ends, strict=True)
        if _substance([paragraph.lines for paragraph in paper.paragraphs[start:end]])
    ]


def _substance(lines: Sequence[Sequence[str]]) -> bool:
    return bool(moved(lines).mover) or next(asks(lines), None) is not None
