"""Owns how far apart the lines of a page stand."""

from collections.abc import Iterator

from archive.intake.cells import Row

HEADING_PACE = 1.3
"""Sizes between two lines of a heading in bold."""

SAME = 0.1
"""Sizes that differ by less are the same."""

WIDEST = 1.6
"""Sizes between two lines of one block at the most, unless all lines are further apart."""

USUAL = 12.0
"""Points between the lines of a page that does not tell."""

NEAR = 4
"""Lines below one among which the next one of its block is."""


def usual_distance(rows: list[Row]) -> float:
    """The usual distance of lines on a page: the lower quartile of all."""
    found = sorted(_distances(rows))
    return found[len(found) // 4] if found else USUAL


def pace(rows: list[Row], size: float) -> float:
    """The usual distance of lines of one size, as far as they may be those of one block."""
    alike = [row for row in rows if abs(row.size - size) <= SAME * size]
    found = sorted(x for x in _distances(alike) if x <= WIDEST * size)
    return found[len(found) // 4] if found else usual_distance(rows)


def expected(size: float, heading: bool) -> float:
    """The distance of lines that their size lets expect; of two lines of one heading some more."""
    return size * (HEADING_PACE if heading else 1.05)


def _distances(rows: list[Row]) -> Iterator[float]:
    """How far below each line the next one is that stands below and not beside it."""
    for index, row in enumerate(rows):
        below = (other for other in rows[index + 1 : index + 1 + NEAR] if _under(row, other))
        if (other := next(below, None)) and row.y - other.y > 0.5 * min(row.size, other.size):
            yield row.y - other.y


def _under(row: Row, other: Row) -> bool:
    return any(min(a.right, b.right) > max(a.left, b.left) for a in row.cells for b in other.cells)
