"""Owns how two columns are read: one after the other, label by label, or row by row as a table."""

import re
from collections.abc import Iterator
from itertools import pairwise

from archive.intake.cells import GUTTER, WIDE, Cell, Placed, Row

APART = 1.25
"""A distance of lines so many times the usual one of their column is a gap."""

LABELS = 0.6
"""Of the left cells; where so many end with a colon, each names what stands beside it."""

PADDED = 0.95
"""A distance so many times that of a gap parts the rows of a table."""

_FIGURE = re.compile(r"[£$€(+–—-]*[\d.,:/%]+[%)kmbn]*|[xX✓✔✗–—-]|n/?a|nil|yes|no", re.IGNORECASE)
"""What fills the cells of a table."""


def columns(rows: list[Row], gap: float) -> Iterator[Placed]:
    """The left column, then the right one; or line by line where the left has labels.

    Where both columns have a gap at one height and go on together, that is a row of a table.
    """
    pairs = [row.pair for row in rows if row.pair]
    low = max(left.right for left, _ in pairs)
    cells = [cell for row in rows for cell in row.cells]
    middle = min(cell.left for cell in cells if cell.left >= low) - GUTTER / 2
    labels = sum(left.text.endswith(":") for left, _ in pairs) >= LABELS * len(pairs)
    if labels or _is_table(rows, gap):
        yield [placed for row in rows for placed in across(row)]
        return
    for block in _blocks(rows, middle, gap):
        if len(block) == 1:
            yield across(block[0])
            continue
        yield [(row, cell, 1) for row in block for cell in row.cells if cell.left < middle]
        yield [(row, cell, 2) for row in block for cell in row.cells if cell.left >= middle]


def _is_table(rows: list[Row], gap: float) -> bool:
    """Whether lines are rows: the cells at their right are figures, or gaps part all of them."""
    rights = [row.pair[1].text.split(WIDE)[-1] for row in rows if row.pair]
    figures = sum(bool(_FIGURE.fullmatch(text)) for text in rights)
    steps = [above.y - below.y for above, below in pairwise(rows)]
    whole = len(rights) == len(rows) > 1
    return whole and (2 * figures >= len(rows) or min(steps) > PADDED * gap)


def across(row: Row) -> Placed:
    """A line whose cells belong together, or that has nothing above or below to make columns."""
    texts = WIDE.join(cell.text for cell in row.cells).replace(f":{WIDE}", ": ")
    bold = all(cell.bold for cell in row.cells)
    return [(row, Cell(texts, row.cells[0].left, row.cells[-1].right, bold), 0)]


def _blocks(rows: list[Row], middle: float, gap: float) -> Iterator[list[Row]]:
    """The rows, cut where both columns go on below a gap; whole if one has a gap for itself."""
    left = [i for i, row in enumerate(rows) if row.cells[0].left < middle]
    right = [i for i, row in enumerate(rows) if row.cells[-1].left >= middle]
    cuts, own = (list(_gaps_above(rows, column, gap)) for column in (left, right))
    begin = 0
    for cut in cuts if cuts == own else ():
        yield rows[begin:cut]
        begin = cut
    yield rows[begin:]


def _gaps_above(rows: list[Row], column: list[int], gap: float) -> Iterator[int]:
    """The rows of a column, by their indexes, that have a gap above them in it.

    Its lines may be further apart than those of the page.
    """
    steps = [(below, rows[above].y - rows[below].y) for above, below in pairwise(column)]
    usual = sorted(step for _, step in steps)[(len(steps) - 1) // 2] if steps else 0.0
    return (below for below, step in steps if step > max(gap, APART * usual))
