"""Owns the rows of the table of builds: what was measured, beside what, and the number to reach."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from archive.measure.table import shown

TIMES = "times"
MISSED, REACHED, UNKNOWN = "MISSED", "reached", ""
HEAD = ("", "records", "this archive", "beside", "", "ratio", "to reach", "")
RAW = ("row", "records", "unit", "ours", "peer", "theirs", "ratio", "most", "most_ratio", "reached")


@dataclass(frozen=True)
class Row:
    """A figure of ours, perhaps beside another one: a peer's, or an earlier one of ours.

    `most` is the most that the figure may be, `most_ratio` the most that it may be of the other;
    a ratio without a limit is only told.
    """

    name: str
    records: int
    unit: str
    ours: float
    peer: str = ""
    theirs: float | None = None
    most: float | None = None
    most_ratio: float | None = None

    @property
    def ratio(self) -> float | None:
        """Our figure as a share of the other one."""
        return self.ours / self.theirs if self.theirs else None

    @property
    def reached(self) -> str:
        """Whether all limits hold; empty where there is none, or nothing to compare with."""
        pairs = ((self.ours, self.most), (self.ratio, self.most_ratio))
        known = [found < most for found, most in pairs if most is not None and found is not None]
        return (REACHED if all(known) else MISSED) if known else UNKNOWN


def as_table(rows: Sequence[Row]) -> str:
    """The rows as plain text, a line each."""
    lines = [HEAD, *(tuple(_cells(row)) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "".join(f"{_line(line, widths)}\n" for line in lines)


def as_raw(rows: Iterable[Row], about: str) -> str:
    """The same with figures that are not rounded, tabs between them; in the units of `unit`."""
    lines = ["\t".join(RAW), *("\t".join(_raw(row)) for row in rows)]
    return f"# {about}\n" + "".join(f"{line}\n" for line in lines)


def _cells(row: Row) -> Iterator[str]:
    yield row.name
    yield f"{row.records:,}"
    yield _told(row.ours, row.unit)
    yield row.peer
    yield "" if row.theirs is None else _told(row.theirs, row.unit)
    yield "" if row.ratio is None else f"{row.ratio:.2f}"
    limits = [] if row.most is None else [_told(row.most, row.unit)]
    limits += [] if row.most_ratio is None else [f"{row.most_ratio:g} of it"]
    yield f"under {' and '.join(limits)}" if limits else ""
    yield row.reached


def _told(figure: float, unit: str) -> str:
    return f"{figure:.1f} times" if unit == TIMES else shown((figure,), unit)


def _raw(row: Row) -> Iterator[str]:
    told = (row.ours, row.peer, row.theirs, row.ratio, row.most, row.most_ratio)
    yield from (row.name, str(row.records), row.unit)
    for one in told:
        yield "" if one is None else f"{one:.12g}" if isinstance(one, float) else str(one)
    yield row.reached


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(c.ljust(w) for c, w in zip(cells, widths, strict=True)).rstrip()
