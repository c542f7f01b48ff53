"""Owns the order in which blocks that stand beside each other on a page are read."""

import re
from collections.abc import Iterator
from itertools import pairwise

from archive.intake.blocks import across, columns
from archive.intake.cells import GUTTER, Cell, Placed, Row
from archive.intake.stream import written
from archive.intake.tables import wide_band

TWO = 2
EVEN = 1.1
"""Distances of lines that differ by less are the same."""

_GREETS = re.compile(r"(?:my )?dear\b|to whom|sirs?\b|madam\b", re.IGNORECASE)

ALIGNED = 8.0
"""Points by which the beginnings of a column's lines may differ."""


def in_order(rows: list[Row], gap: float) -> Iterator[Placed]:
    """The cells of a page in groups, each read from top to bottom; `gap` parts blocks (points)."""
    whole: Placed = []
    index = 0
    while index < len(rows):
        if (wide := wide_band(rows, index, gap)) > index and (groups := written(rows[index:wide])):
            yield from filter(None, [whole, *groups])
            whole, index = [], wide
            continue
        end = _band(rows, index, gap) if rows[index].pair else index
        if end == index:
            whole += across(rows[index])
            index += 1
            continue
        band = [*_beside_above(whole, rows[index], gap), *rows[index:end]]
        yield from filter(None, [whole, *(written(band) or columns(band, gap))])
        whole, index = [], end
    if whole:
        yield whole


def _band(rows: list[Row], start: int, gap: float) -> int:
    """The end of the rows from `start` on that stand in two columns; `start` if they do not."""
    left, right = rows[start].cells
    low, high, end, beside, column = left.right, right.left, start + 1, 1, [right]
    for index, row in enumerate(rows[start + 1 :], start + 1):
        before = [cell for cell in row.cells if cell.left < low]
        after = [cell for cell in row.cells if cell.left >= low]
        new_low = max([low, *(cell.right for cell in before)])
        new_high = min([high, *(cell.left for cell in after)])
        crossing = max(len(before), len(after)) > 1 or new_high - new_low < GUTTER
        if crossing or (after and not before and not _in_line(after[0], right)):
            break
        apart = rows[index - 1].y - row.y > gap
        alone = apart and not after and not _at_pace(rows, index, low)
        if alone and not _more(rows[index:], new_low, new_high):
            break
        low, high = new_low, new_high
        if after:
            end, beside, column = index + 1, beside + bool(before), [*column, after[0]]
        elif (not apart or _at_pace(rows, index, low)) and end == index:
            end = index + 1
    return end if beside > 1 or (len(column) > 1 and _aligned(column)) else start


def _aligned(column: list[Cell]) -> bool:
    """Whether cells are one column's by their left edges or by their right ones."""
    edges = ([cell.left for cell in column], [cell.right for cell in column])
    return any(max(edge) - min(edge) <= ALIGNED for edge in edges)


def _in_line(cell: Cell, other: Cell) -> bool:
    """Whether two cells are one column's by their left edges, their right ones or their middles."""
    edges = (cell.left - other.left, cell.right - other.right)
    return min(abs(edges[0]), abs(edges[1]), abs(sum(edges)) / 2) <= ALIGNED or edges[0] > 0


def _at_pace(rows: list[Row], index: int, low: float) -> bool:
    """Whether a row goes on with an address whose lines are apart: as far below as those above.

    Only lines left of `low` count, as those beside them may have another pace. A salutation never
    goes on, since the letter begins with it.
    """
    above = [row for row in rows[:index] if row.cells[0].left < low][-1 - TWO :]
    if len(above) < TWO or _GREETS.match(rows[index].cells[0].text):
        return False
    here = above[-1].y - rows[index].y
    return all(here <= EVEN * (a.y - b.y) for a, b in pairwise(above))


def _more(rows: list[Row], low: float, high: float) -> bool:
    """Whether the right column goes on soon below lines that have nothing beside them."""
    for row in rows[:4]:
        if any(cell.left < low and cell.right > high for cell in row.cells):
            return False
        if row.pair and row.pair[1].left >= high - ALIGNED:
            return True
    return False


def _beside_above(whole: Placed, row: Row, gap: float) -> list[Row]:
    """Rows of one column only, just above the first that both have; taken away.

    They end with the topmost row of the right column: its lines may stand between the left ones.
    """
    left, right = row.cells
    taken: list[Row] = []
    for above, cell, _ in reversed(whole):
        aside = cell.right <= right.left - GUTTER or cell.left >= left.right + GUTTER
        if not aside or above.y - (taken[0] if taken else row).y > gap:
            break
        taken.insert(0, above)
    while taken and taken[0].cells[0].left < left.right + GUTTER:
        del taken[0]
    del whole[len(whole) - len(taken) :]
    return taken
