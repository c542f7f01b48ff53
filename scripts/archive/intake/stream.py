"""Owns reading what stands beside each other on a page in the order in which its file writes it."""

from collections.abc import Iterator
from itertools import combinations, pairwise

from archive.intake.blocks import across
from archive.intake.cells import Cell, One, Placed, Row

LINE = 0.7
"""Sizes by which what stands on one line may stand higher."""

MOST = 200
"""Cells of a band whose order is looked at."""


def written(rows: list[Row]) -> list[Placed] | None:
    """The cells of rows that stand beside each other, in groups, in the order of the file.

    None where that tells nothing: it goes line by line across all columns, as scans do, or goes
    upwards within a column.
    """
    ones = sorted(((row, cell) for row in rows for cell in row.cells), key=lambda one: one[1].order)
    turns = any(b[0].y > a[0].y + LINE * min(a[0].size, b[0].size) for a, b in pairwise(ones))
    if not turns or len(ones) > MOST or any(_upwards(a, b) for a, b in combinations(ones, 2)):
        return None
    runs = list(_runs(ones))
    lefts = sorted({min(cell.left for _, cell in run) for run in runs})
    return [_placed(run, lefts) for run in _without_lines(runs)]


def _placed(run: list[One], lefts: list[float]) -> Placed:
    """The cells of a run with the number of their column, or a line that goes across."""
    row = run[0][0]
    if len(run) > 1 and run[1][0] is row:
        return across(row)
    column = lefts.index(min(cell.left for _, cell in run)) + 1
    return [(row, cell, column) for row, cell in run]


def _without_lines(runs: list[list[One]]) -> Iterator[list[One]]:
    """The runs, those as one that together are one line and nothing else."""
    index = 0
    while index < len(runs):
        row = runs[index][0][0]
        line = runs[index : index + len(row.cells)]
        whole = len(line) == len(row.cells) and all(len(r) == 1 and r[0][0] is row for r in line)
        yield [one for run in line for one in run] if whole else runs[index]
        index += len(line) if whole else 1


def _runs(ones: list[One]) -> Iterator[list[One]]:
    """Cells that follow each other downwards in one column."""
    begin = 0
    for index, (above, here) in enumerate(pairwise(ones), 1):
        if not (_overlap(above[1], here[1]) and here[0].y < above[0].y):
            yield ones[begin:index]
            begin = index
    yield ones[begin:]


def _upwards(first: One, second: One) -> bool:
    """Whether what a file writes second stands above the first in its column."""
    return _overlap(first[1], second[1]) and second[0].y > first[0].y


def _overlap(a: Cell, b: Cell) -> bool:
    return min(a.right, b.right) > max(a.left, b.left)
