"""Owns a paragraph while lines are put into it, and where wide gaps part a line."""

import re
from dataclasses import dataclass, field

from archive.intake.mending.pieces import Draft
from archive.intake.mending.tracked import APART
from archive.intake.mending.unpaged import ended

_WIDE = re.compile(r"[ \u00a0]{3,}|\t")
"""A gap within a line that parts blocks beside each other."""

_LABEL = re.compile(r"(?::|(?:^|/)ref\.?|(?:^|/)date)$", re.IGNORECASE)
"""With such words a label ends, whose value stands behind a wide gap."""

HEADING = 70
"""Characters of a heading that stands directly above its text."""


@dataclass
class Open:
    """A paragraph that may go on; `rows` counts for each of its lines the rows that it joins."""

    row: int
    marked: bool
    lines: list[list[str]] = field(default_factory=list)
    cells: list[list[str]] = field(default_factory=list)
    indexes: list[int] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    wraps: bool = False

    def add(self, index: int, words: list[str], cells: list[str]) -> None:
        """Adds a row as a line of its own."""
        self.lines.append(words)
        self.cells.append(cells)
        self.rows.append(1)
        self.indexes.append(index)

    def join(self, index: int, words: list[str]) -> None:
        """Adds a row to the last line."""
        self.lines[-1] += words
        self.cells[-1] = [" ".join(self.lines[-1])]
        self.rows[-1] += 1
        self.indexes.append(index)
        self.wraps = True

    def headed(self) -> "list[Open]":
        """A heading and its text, where the first line is short and the next is of several rows."""
        first, *rest = self.lines
        several = bool(rest) and self.rows[0] == 1 and self.rows[1] > 1
        if self.marked or not several or not _may_head(" ".join(first), " ".join(rest[0])):
            return [self]
        indexes = self.indexes
        head = Open(self.row, False, [first], self.cells[:1], indexes[:1], [1])
        text = Open(indexes[1], False, rest, self.cells[1:], indexes[1:], self.rows[1:], True)
        return [head, text]


def _may_head(line: str, below: str) -> bool:
    """Whether a line may be the heading of what stands directly below it."""
    short = len(line) <= HEADING and not ended(line) and not line.endswith(",")
    return short and line[:1].isupper() and below[:1].isupper()


def cells_of(draft: Draft, index: int) -> list[str]:
    """The words of a row in groups, as wide gaps part them."""
    text = draft.rows[index].line.text
    groups: list[list[str]] = []
    start = draft.rows[index].words[0].start if draft.rows[index].words else 0
    indent = len(text) - len(text.lstrip())
    end = 0
    before: tuple[str, ...] = ()
    for piece in draft.pieces[index]:
        begin = piece.words[0].start - start + indent
        tracked = APART in piece.whys and APART in before
        apart = bool(groups) and not tracked and _WIDE.search(text[end:begin])
        if not groups or (apart and not _LABEL.search(groups[-1][-1])):
            groups.append([])
        groups[-1].append(piece.text)
        end = piece.words[-1].end - start + indent
        before = piece.whys
    return [" ".join(group) for group in groups]
