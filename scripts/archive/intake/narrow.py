"""Owns telling the narrow gaps between columns from those between words."""

from collections.abc import Sequence
from itertools import pairwise

from archive.intake.cells import Run

Starts = tuple[float, ...]
"""Where columns begin, in points from the page's left edge."""

NEAR = 6
"""Lines above and below among which a column shows where it begins."""

APART = 1.6
"""A gap wider than so many sizes parts columns for sure."""

NARROW = 0.2
"""A gap wider than so many sizes may part columns."""

FOLLOWING = 4
"""Letters that a file may write between two pieces of one line: blanks."""

ALIGNED = 1.5
"""Points by which the beginnings of a column's lines may differ."""


def starts_near(lines: Sequence[Sequence[Run]]) -> list[Starts]:
    """For each line where columns begin for sure in the lines near it."""
    own = [_starts(line) for line in lines]
    return [
        tuple(start for i in _near(index, len(own)) for start in own[i])
        for index in range(len(own))
    ]


def begins(run: Run, before: Run, starts: Starts) -> bool:
    """Whether a column begins with a run behind another one, however narrow the gap is.

    It begins where one does in a line near it, or the file has written something else before it.
    """
    if run.spaced:
        return any(abs(run.left - start) <= ALIGNED for start in starts)
    elsewhere = abs(run.order - before.order - len(before.text)) > FOLLOWING
    return elsewhere and run.left - before.right > NARROW * run.size


def _near(index: int, count: int) -> list[int]:
    return [i for i in range(max(0, index - NEAR), min(count, index + NEAR + 1)) if i != index]


def _starts(line: Sequence[Run]) -> Starts:
    """Where runs begin that are far from the one before them."""
    runs = sorted(line, key=lambda run: run.left)
    return tuple(
        run.left
        for before, run in pairwise(runs)
        if run.left - before.right > APART * max(run.size, before.size)
    )
