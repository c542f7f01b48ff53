"""Owns telling which lines of a page stand in three columns or more."""

from archive.intake.cells import GUTTER, Row

THREE = 3
FURTHEST = 2.0
"""A distance so many times that between blocks ends a table."""


def wide_band(rows: list[Row], start: int, gap: float) -> int:
    """The end of the rows from `start` on that stand in three columns; `start` if they do not.

    A line that goes across from one column to another is none of them.
    """
    if len(rows[start].cells) == 1:
        return start
    columns: list[tuple[float, float]] = []
    end = start
    for index, row in enumerate(rows[start:], start):
        if index > start and rows[index - 1].y - row.y > FURTHEST * gap:
            break
        spans = [(cell.left, cell.right) for cell in row.cells]
        joined = _joined([*columns, *spans])
        if any(sum(_within(column, span) for column in columns) > 1 for span in joined):
            break
        columns, end = joined, index + 1
    several = any(len(row.cells) >= THREE for row in rows[start:end])
    return end if several and len(columns) >= THREE and end - start > 1 else start


def _joined(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Spans, those as one that no gutter parts."""
    found: list[tuple[float, float]] = []
    for left, right in sorted(spans):
        if found and left - found[-1][1] < GUTTER:
            found[-1] = (found[-1][0], max(found[-1][1], right))
        else:
            found.append((left, right))
    return found


def _within(column: tuple[float, float], span: tuple[float, float]) -> bool:
    return span[0] <= column[0] and column[1] <= span[1]
