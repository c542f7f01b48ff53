"""Owns charts: numbers laid out as rows of bars, which templates/charts.html draws as inline SVG.

Places along a bar are per cent of the picture and heights are em, so that a picture is as wide as
its column while its letters keep the reader's size. No library draws so: pygal 3.1 writes a style
element, a style attribute and a script into each picture, leather 0.4 fixed colours and sizes
without a title, and a strict policy or a dark scheme allows neither.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from archive.ledger.figures import FEWEST


@dataclass(frozen=True)
class Series:
    """What the bars of one look count: `one` names a single one; both stand behind a number."""

    look: str
    name: str
    one: str


@dataclass(frozen=True)
class Row:
    """A label with the number of each series; the address of its page, if it has one."""

    label: str
    values: tuple[int, ...]
    address: str | None = None

    @property
    def total(self) -> int:
        """All numbers of the row together."""
        return sum(self.values)


@dataclass(frozen=True)
class Bar:
    """A bar: `x` and `width` in per cent of the picture, `y` in em; its number may find no room."""

    look: str
    value: int
    x: float
    width: float
    y: float

    @property
    def end(self) -> float:
        """Where it ends."""
        return round(self.x + self.width, 2)

    @property
    def middle(self) -> float:
        """Half way along it."""
        return round(self.x + self.width / 2, 2)

    @property
    def has_room(self) -> bool:
        """Whether its number fits below it on a narrow screen."""
        return self.width >= 2 + 2.6 * len(f"{self.value:,}")


@dataclass(frozen=True)
class Lane:
    """A row as it is drawn: its label, at `y` in em, and its bars."""

    row: Row
    y: float
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Chart:
    """Rows of bars: beside each other in a row, or `stacked` end to end.

    `name` is its id on the page, `of` heads the column of labels in the table of its numbers.
    """

    name: str
    title: str
    description: str
    of: str
    series: tuple[Series, ...]
    rows: tuple[Row, ...]
    stacked: bool = False

    @property
    def n(self) -> int:
        """How many things it counts."""
        return sum(row.total for row in self.rows)

    @property
    def few(self) -> bool:
        """Whether words say as much as a picture would."""
        return self.n < FEWEST

    @cached_property
    def used(self) -> tuple[tuple[int, Series], ...]:
        """The series that have any number, with their places."""
        columns = enumerate(self.series)
        return tuple((at, one) for at, one in columns if any(row.values[at] for row in self.rows))

    @cached_property
    def lanes(self) -> tuple[Lane, ...]:
        """Its rows from top to bottom."""
        return tuple(self._stacked() if self.stacked else self._grouped())

    @property
    def height(self) -> float:
        """The height of the picture in em."""
        one = STACKED_PITCH if self.stacked else len(self.used) * BAR_PITCH + GROUP_GAP
        return round(len(self.rows) * one, 2)

    def told(self, row: Row) -> str:
        """The numbers of a row in words, zeros left out: `2 motions, 1 letter`."""
        named = zip(self.series, row.values, strict=True)
        words = [f"{n:,} {one.one if n == 1 else one.name}" for one, n in named if n]
        return ", ".join(words) or "none"

    def _grouped(self) -> Iterator[Lane]:
        """A bar below the other behind each label."""
        most = max((max(row.values) for row in self.rows), default=0) or 1
        pitch = len(self.used) * BAR_PITCH + GROUP_GAP
        for number, row in enumerate(self.rows):
            top = number * pitch
            bars = tuple(
                Bar(
                    one.look,
                    row.values[at],
                    LABELS,
                    round(BARS * row.values[at] / most, 2),
                    round(top + place * BAR_PITCH, 2),
                )
                for place, (at, one) in enumerate(self.used)
            )
            yield Lane(row, round(top, 2), bars)

    def _stacked(self) -> Iterator[Lane]:
        """A bar behind the other below each label, as long as the row has things."""
        most = max((row.total for row in self.rows), default=0) or 1
        for number, row in enumerate(self.rows):
            top, x, bars = number * STACKED_PITCH, 0.0, []
            for one, value in zip(self.series, row.values, strict=True):
                width = 100 * value / most
                if value:
                    at = round(top + LABEL_LINE, 2)
                    bars.append(Bar(one.look, value, round(x, 2), round(width, 2), at))
                x += width
            yield Lane(row, round(top, 2), tuple(bars))


LABELS = 26
"""Per cent of the picture for the labels at the side: a year, or `330–359` at 320 pixels."""

BARS = 60
"""Per cent for the longest bar beside them; the rest is for its number."""

BAR_PITCH = 1.15
GROUP_GAP = 0.7
LABEL_LINE = 1.5
STACKED_PITCH = 4.5
