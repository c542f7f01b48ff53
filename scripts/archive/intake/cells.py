"""Owns what stands on a page: letters, words that stand together, and their lines."""

from dataclasses import dataclass

GUTTER = 6.0
"""Points that must be free between two columns."""

WIDE = "   "
"""What stands between words of a line that are far apart, as in a table or an address."""


@dataclass(frozen=True)
class Run:
    """Letters beside each other: edges, baseline (upwards) and height of the letters, in points.

    `order` counts the letters that the file writes before them. `spaced` runs follow the one
    before them behind a space, though a wide one.
    """

    text: str
    left: float
    right: float
    y: float
    size: float
    bold: bool
    order: int = 0
    spaced: bool = False


@dataclass(frozen=True)
class Cell:
    """Words that stand together on a line, with their edges in points.

    `order` counts the letters that the file writes before them.
    """

    text: str
    left: float
    right: float
    bold: bool
    order: int = 0


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


One = tuple[Row, Cell]
"""A cell and its row."""

Placed = list[tuple[Row, Cell, int]]
"""Cells of one column in order, each with its row and the column's number (0 where alone)."""
