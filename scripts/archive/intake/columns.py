"""Owns the order in which blocks that stand beside each other on a page are read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

GUTTER = 8.0
"""Points that must be free between two columns."""

WIDE = "   "
"""What stands between words of a line that are far apart, as in a table or an address."""

TWO = 2
EVEN = 1.1
"""Distances of lines that differ by less are the same."""

_GREETS = re.compile(r"(?:my )?dear\b|to whom|sirs?\b|madam\b", re.IGNORECASE)

ALIGNED = 8.0
"""Points by which the beginnings of a column's lines may differ."""

LABELS = 0.6
"""Of the left cells; where so many end with a colon, each names what stands beside it."""


@dataclass(frozen=True)
class Cell:
    """Words that stand together on a line, with their edges in points."""

    text: str
    left: float
    right: float
    bold: bool


@dataclass(frozen=True)
class Row:
    """The cells of a line from left to right; its baseline (upwards) and size in points."""

    y: float
    size: float
    cells: tuple[Cell, ...]

    @property
    def pair(self) -> tuple[Cell, Cell] | None:
        """The two cells of a line that has two."""
        match self.cells:
            case (left, right):
                return left, right
        return None


Placed = list[tuple[Row, Cell, int]]
"""Cells of one column in order, each with its row and the column's number (0 where alone)."""


def in_order(rows: list[Row], gap: float) -> Iterator[Placed]:
    """The cells of a page in groups, each read from top to bottom; `gap` parts blocks (points)."""
    whole: Placed = []
    index = 0
    while index < len(rows):
        end = _band(rows, index, gap) if rows[index].pair else index
        if end == index:
            whole += _across(rows[index])
            index += 1
            continue
        above = _right_above(whole, rows[index], gap)
        if whole:
            yield whole
        yield from _columns([*above, *rows[index:end]])
        whole, index = [], end
    if whole:
        yield whole


def _across(row: Row) -> Placed:
    """A line whose cells belong together, or that has nothing above or below to make columns."""
    texts = WIDE.join(cell.text for cell in row.cells).replace(f":{WIDE}", ": ")
    bold = all(cell.bold for cell in row.cells)
    return [(row, Cell(texts, row.cells[0].left, row.cells[-1].right, bold), 0)]


def _band(rows: list[Row], start: int, gap: float) -> int:
    """The end of the rows from `start` on that stand in two columns; `start` if they do not."""
    left, right = rows[start].cells
    low, high, end, beside, begins = left.right, right.left, start + 1, 1, [right.left]
    for index in range(start + 1, len(rows)):
        row = rows[index]
        before = [cell for cell in row.cells if cell.left < low]
        after = [cell for cell in row.cells if cell.left >= low]
        new_low = max([low, *(cell.right for cell in before)])
        new_high = min([high, *(cell.left for cell in after)])
        if len(before) > 1 or len(after) > 1 or new_high - new_low < GUTTER:
            break
        apart = rows[index - 1].y - row.y > gap
        alone = apart and not after and not _at_pace(rows, index)
        if alone and not _more(rows[index:], new_low, new_high):
            break
        low, high = new_low, new_high
        if after:
            end, beside, begins = index + 1, beside + bool(before), [*begins, after[0].left]
        elif (not apart or _at_pace(rows, index)) and end == index:
            end = index + 1
    aligned = max(begins) - min(begins) <= ALIGNED
    return end if (beside > 1 or (len(begins) > 1 and aligned)) else start


def _at_pace(rows: list[Row], index: int) -> bool:
    """Whether a row goes on with an address whose lines are apart: as far below as the one above.

    A salutation never does, since the letter begins with it.
    """
    if index < TWO or _GREETS.match(rows[index].cells[0].text):
        return False
    pace, here = rows[index - 2].y - rows[index - 1].y, rows[index - 1].y - rows[index].y
    return here <= EVEN * pace


def _more(rows: list[Row], low: float, high: float) -> bool:
    """Whether the right column goes on soon below lines that have nothing beside them."""
    for row in rows[:4]:
        if any(cell.left < low and cell.right > high for cell in row.cells):
            return False
        if row.pair and row.pair[1].left >= high - ALIGNED:
            return True
    return False


def _right_above(whole: Placed, row: Row, gap: float) -> list[Row]:
    """Rows that only the right column has, just above the first that both have; taken away."""
    taken: list[Row] = []
    while whole and whole[-1][1].left >= row.cells[0].right + GUTTER:
        above = whole[-1][0]
        if above.y - (taken[0] if taken else row).y > gap:
            break
        taken.insert(0, above)
        whole.pop()
    return taken


def _columns(rows: list[Row]) -> Iterator[Placed]:
    """The left column, then the right one; or line by line where the left has labels."""
    pairs = [row.pair for row in rows if row.pair]
    middle = min(right.left for _, right in pairs) - GUTTER / 2
    if sum(left.text.endswith(":") for left, _ in pairs) >= LABELS * len(pairs):
        yield [placed for row in rows for placed in _across(row)]
        return
    yield [(row, cell, 1) for row in rows for cell in row.cells if cell.left < middle]
    yield [(row, cell, 2) for row in rows for cell in row.cells if cell.left >= middle]
