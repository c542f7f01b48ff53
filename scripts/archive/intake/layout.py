"""Owns turning runs of letters on a page into its lines, in the order in which they are read."""

import re
from collections.abc import Iterator
from itertools import pairwise

from archive.intake.cells import WIDE, Cell, Row, Run
from archive.intake.columns import in_order
from archive.intake.narrow import Starts, begins, starts_near
from archive.intake.raised import raised
from archive.intake.received import Line

HEADING_PACE = 1.3
"""Sizes between two lines of a heading in bold."""

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
    usual = _usual_distance(rows)
    for group in in_order(rows, GAP * usual):
        lines += _with_gaps(group, usual)
        lines.append(Line(""))
    return tuple(_single_gaps(lines))


def _on_one_line(runs: list[Run]) -> list[list[Run]]:
    """Runs that stand on one line, from top to bottom."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: -run.y):
        near = (row for row in reversed(rows[-4:]) if any(_beside(run, other) for other in row))
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


def _usual_distance(rows: list[Row]) -> float:
    """The usual distance of lines on a page: the lower quartile of all."""
    pairs = pairwise(rows)
    found = sorted(a.y - b.y for a, b in pairs if a.y - b.y > 0.5 * min(a.size, b.size))
    return found[len(found) // 4] if found else 12.0


def _with_gaps(group: list[tuple[Row, Cell, int]], usual: float) -> Iterator[Line]:
    """The lines of a block that is read from top to bottom."""
    before: Row | None = None
    for row, cell, column in group:
        if before and before.y - row.y > GAP * max(usual, _pace(before, row)):
            yield Line("")
        place = (round(row.size, 1), round(cell.left, 1), round(cell.right, 1))
        text = WIDE.join(" ".join(part.split()) for part in cell.text.split(WIDE))
        yield Line(text, cell.bold, *place, column=column)
        before = row


def _pace(before: Row, row: Row) -> float:
    """The distance of lines that their size lets expect; of two lines of one heading some more."""
    size = min(before.size, row.size)
    heading = before.size == row.size and all(c.bold for c in (*before.cells, *row.cells))
    return size * (HEADING_PACE if heading else 1.05)


def _single_gaps(lines: list[Line]) -> Iterator[Line]:
    """The lines without gaps at the beginning and the end, and with one gap at a time."""
    before = ""
    while lines and not lines[-1].text:
        lines.pop()
    for line in lines:
        if line.text or before:
            yield line
        before = line.text
