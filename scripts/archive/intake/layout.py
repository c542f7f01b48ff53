"""Owns turning runs of letters on a page into its lines, in the order in which they are read."""

import re
from collections.abc import Iterator, Mapping

from archive.intake.cells import WIDE, Cell, One, Placed, Row, Run
from archive.intake.columns import in_order
from archive.intake.narrow import Starts, begins, starts_near
from archive.intake.pace import expected, pace, usual_distance
from archive.intake.raised import raised
from archive.intake.received import Line

LETTER_GAP = 0.12
"""A gap wider than so many sizes parts words."""

WORDS_GAP = 1.2
"""A gap so many times the size is wider than one between words: the cells of a table."""

GAP = 1.25
"""A distance of lines so many times the usual one is a gap between blocks."""

_MARKER = re.compile(
    r"(?:[-•*–▪◦o\ue000-\uf8ff]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|\d{1,2})$"
)
_LABEL = re.compile(
    r"(?:(?:our|your|my|file) )?ref(?:erence)?(?: n(?:o|umber))?\.?|date|subject|tel(?:ephone)?|fax"
    r"|e-?mail|contact|from|to|moved(?: by)?|seconded(?: by)?|proposer|seconder",
    re.IGNORECASE,
)
"""A label whose value stands far behind it, without a colon."""


def page_lines(runs: list[Run]) -> tuple[Line, ...]:
    """The lines of a page, with an empty one where there is a gap."""
    groups = _on_one_line(runs)
    rows = [_row(g, starts) for g, starts in zip(groups, starts_near(groups), strict=True)]
    lines: list[Line] = []
    paces = {row.size: pace(rows, row.size) for row in rows}
    for group in in_order(rows, GAP * usual_distance(rows)):
        lines += _with_gaps(group, paces)
        lines.append(Line(""))
    return tuple(_single_gaps(lines))


def _on_one_line(runs: list[Run]) -> list[list[Run]]:
    """Runs that stand on one line, from top to bottom."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: -run.y):
        near = (
            row
            for row in reversed(rows[-4:])
            if any(_beside(run, other) for other in row)
            and not any(_below(run, other) for other in row)
        )
        row = next(near, None)
        if row is None:
            rows.append([run])
        else:
            row.append(run)
    return rows


def _beside(a: Run, b: Run) -> bool:
    """Whether two runs are on one line; letters over each other are not."""
    common = min(a.y + 0.7 * a.size, b.y + 0.7 * b.size) - max(a.y, b.y)
    return common > 0.3 * min(a.size, b.size)


def _below(a: Run, b: Run) -> bool:
    """Whether a run is another line of the block of a run, both beside larger letters."""
    common = min(a.right, b.right) - max(a.left, b.left)
    return common > min(a.size, b.size) and b.y - a.y > 0.7 * min(a.size, b.size)


def _row(runs: list[Run], starts: Starts) -> Row:
    """The cells of a line: runs that stand close are one, unless a column begins between them."""
    main = max(runs, key=lambda run: (len(run.text) > 1, run.size, len(run.text)))
    backwards = sum(char >= "\u0590" and char < "\u0900" for run in runs for char in run.text)
    letters = sum(len(run.text) for run in runs)
    ordered = sorted(runs, key=lambda run: run.left, reverse=backwards * 2 > letters)
    cells: list[Cell] = []
    for before, run in zip([None, *ordered], ordered, strict=False):
        cell = _cell(run, main)
        apart = before is None or begins(run, before, starts)
        if run.spaced and not apart:
            cells[-1] = _one(cells[-1], cell, " ")
        elif cells and (joined := _joined(cells[-1], cell, main.size, apart)):
            cells[-1] = joined
        else:
            cells.append(cell)
    return Row(main.y, main.size, tuple(cells))


def _cell(run: Run, main: Run) -> Cell:
    """A run as a cell; a small number above the baseline is a raised figure."""
    high = run.size < 0.85 * main.size and run.y > main.y + 0.1 * main.size
    text = raised(run.text.strip()) if high else run.text.strip()
    return Cell(text, run.left, run.right, run.bold, run.order)


def _joined(a: Cell, b: Cell, size: float, apart: bool) -> Cell | None:
    """Two cells as one: the second follows closely and is not `apart`, or the first names it."""
    gap = max(b.left - a.right, a.left - b.right)
    named = (a.text.endswith(":") or _LABEL.fullmatch(a.text)) and not b.text.endswith(":")
    marker = gap < 12 * size if named else _MARKER.match(a.text) and gap < 6 * size
    if (apart or gap > 1.6 * size) and not marker:
        return None
    space = " " if gap > LETTER_GAP * size and not b.text.startswith(tuple("⁰¹²³⁴⁵⁶⁷⁸⁹")) else ""
    space = WIDE if gap > WORDS_GAP * size and not marker else space
    return _one(a, b, space)


def _one(a: Cell, b: Cell, space: str) -> Cell:
    bold = b.bold and (a.bold or bool(_MARKER.match(a.text)))
    edges = min(a.left, b.left), max(a.right, b.right)
    return Cell(a.text + space + b.text, *edges, bold, min(a.order, b.order))


def _with_gaps(placed: Placed, paces: Mapping[float, float]) -> Iterator[Line]:
    """The lines of a block that is read from top to bottom."""
    before: tuple[Row, Cell] | None = None
    for row, cell, column in placed:
        if before and before[0].y - row.y > GAP * _distance(before, (row, cell), paces):
            yield Line("")
        place = (round(row.size, 1), round(cell.left, 1), round(cell.right, 1))
        text = WIDE.join(" ".join(part.split()) for part in cell.text.split(WIDE))
        yield Line(text, cell.bold, *place, column=column)
        before = row, cell


def _distance(above: One, below: One, paces: Mapping[float, float]) -> float:
    """How far apart two lines of one block may stand."""
    size = min(above[0].size, below[0].size)
    heading = above[0].size == below[0].size and above[1].bold and below[1].bold
    return max(paces[size], expected(size, heading))


def _single_gaps(lines: list[Line]) -> Iterator[Line]:
    """The lines without gaps at the beginning and the end, and with one gap at a time."""
    before = ""
    while lines and not lines[-1].text:
        lines.pop()
    for line in lines:
        if line.text or before:
            yield line
        before = line.text
