"""Owns what stands on a page: words that stand together, and the lines that they stand on."""

from dataclasses import dataclass

GUTTER = 8.0
"""Points that must be free between two columns."""

WIDE = "   "
"""What stands between words of a line that are far apart, as in a table or an address."""


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
