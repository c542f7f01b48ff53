"""Owns the parting of long lists: the newest, then a page a year, and long years in parts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, groupby, takewhile
from typing import Generic, TypeVar

from archive.addresses import part_address, year_address
from archive.model.dates import PartialDate

T = TypeVar("T")

A_PAGE = 100
"""Rows on one page of a list, however long it is."""


@dataclass(frozen=True)
class Stretch:
    """A numbered part of a long year: where it is, its first and last day, and how much it has."""

    address: str
    since: PartialDate
    until: PartialDate
    count: int


@dataclass(frozen=True)
class Part(Generic[T]):
    """What one page of a list shows, newest first.

    Without a `year` it is the front page: the newest of `total` things, and the `counts` of years.
    A year's page has the newest of those of the year, and of a long year the `stretches`. A part
    of a long year has its `number`; nothing on its page changes when newer things are added, but
    that the last part has a `later` one some day.
    `leaves` are the pages that have between them everything, each thing once.
    """

    section: str
    address: str
    listed: Sequence[T]
    total: int
    years: tuple[int, ...] = ()
    counts: Mapping[int, int] | None = None
    year: int | None = None
    stretches: tuple[Stretch, ...] = ()
    leaves: tuple[str, ...] = ()
    number: int | None = None
    days: Stretch | None = None
    earlier: str | None = None
    later: str | None = None

    @property
    def partial(self) -> bool:
        """Whether there is more than this page shows."""
        return len(self.listed) < self.total

    def titled(self, noun: str) -> str:
        """The title of its page: `Replies`, `Replies 2021`, `Replies 2021, part 2`."""
        year = "" if self.year is None else f" {self.year:04}"
        return f"{noun}{year}{f', part {self.number}' if self.number else ''}"


def one_row(_: object) -> int:
    """The rows of a thing that has one."""
    return 1


@dataclass(frozen=True)
class Listing(Generic[T]):
    """Things that stand newest first, to be shown on pages that do not grow.

    Parts are filled from the oldest on, so that what is added later leaves old ones as they are.
    `rows` says how much room a thing takes; one that takes more than a page has one for itself.
    """

    section: str
    things: Sequence[T]
    day_of: Callable[[T], PartialDate]
    rows: Callable[[T], int] = one_row
    a_page: int = A_PAGE

    @cached_property
    def years(self) -> Mapping[int, Sequence[T]]:
        """The things of each year, newest year first."""
        groups = groupby(self.things, key=lambda thing: self.day_of(thing).year)
        return {year: tuple(group) for year, group in groups}

    @property
    def fits(self) -> bool:
        """Whether one page has room for everything."""
        return len(self.fitting(self.things)) == len(self.things)

    @property
    def whole(self) -> Part[T]:
        """Everything on one page."""
        return Part(self.section, self.section, self.things, len(self.things))

    def pages(self) -> Iterator[Part[T]]:
        """The front page and those of years; one page where it shows the only year whole."""
        if self.fits and len(self.years) <= 1:
            yield self.whole
            return
        yield self.front
        yield from self.of_years()

    def parted_if_long(self) -> Iterator[Part[T]]:
        """One page that has room for everything, or all of them."""
        yield from (self.whole,) if self.fits else self.pages()

    def about(self, part: Part[T]) -> Sequence[T]:
        """All that a page is about: everything, its year, or what its part of a year lists."""
        if part.year is None:
            return self.things
        return part.listed if part.number else self.years[part.year]

    @property
    def front(self) -> Part[T]:
        """The newest of all, with the ways to the years."""
        return Part(
            self.section,
            self.section,
            self.fitting(self.things),
            len(self.things),
            years=tuple(self.years),
            counts={year: len(things) for year, things in self.years.items()},
            leaves=self.leaves,
        )

    def of_years(self) -> Iterator[Part[T]]:
        """A page for each year, and for those that it cannot show whole, their parts."""
        for year in self.years:
            yield from self._of_year(year)

    def _of_year(self, year: int) -> Iterator[Part[T]]:
        """The page of a year, and its parts, newest first."""
        things, address = self.years[year], year_address(self.section, year)
        cut = self.cut[year]
        stretches = [self._stretch(year, number, part) for number, part in enumerate(cut, 1)]
        several = tuple(stretches) if len(cut) > 1 else ()
        yield Part(
            self.section,
            address,
            self.fitting(things),
            len(things),
            years=tuple(self.years),
            year=year,
            stretches=several,
            leaves=self.leaves,
        )
        for at in reversed(range(len(several))):
            yield Part(
                self.section,
                stretches[at].address,
                cut[at],
                len(cut[at]),
                year=year,
                number=at + 1,
                days=stretches[at],
                earlier=stretches[at - 1].address if at else None,
                later=stretches[at + 1].address if at + 1 < len(cut) else None,
            )

    def _stretch(self, year: int, number: int, part: Sequence[T]) -> Stretch:
        """What is told of a part; of dates that are a year alone, only where it has no others."""
        days = [self.day_of(thing) for thing in part]
        known = [day for day in days if day.month] or days
        address = part_address(self.section, year, number)
        return Stretch(address, known[-1], known[0], len(part))

    def fitting(self, things: Sequence[T]) -> Sequence[T]:
        """As many of some things, from the first on, as a page has room for."""
        taken = accumulate(self.rows(thing) for thing in things)
        fitting = sum(1 for _ in takewhile(lambda rows: rows <= self.a_page, taken))
        return things[: max(fitting, 1)]

    @cached_property
    def cut(self) -> Mapping[int, list[Sequence[T]]]:
        """The parts of each year."""
        return {year: self._cut(things) for year, things in self.years.items()}

    @cached_property
    def leaves(self) -> tuple[str, ...]:
        """The pages that have between them everything, newest first."""
        return tuple(leaf for year in self.years for leaf in self._leaves(year))

    def _leaves(self, year: int) -> Iterator[str]:
        if len(self.cut[year]) == 1:
            yield year_address(self.section, year)
            return
        for number in range(len(self.cut[year]), 0, -1):
            yield part_address(self.section, year, number)

    def _cut(self, things: Sequence[T]) -> list[Sequence[T]]:
        """Things in parts that fit on a page, oldest part first, each newest first."""
        parts: list[list[T]] = []
        room = 0
        for thing in reversed(things):
            rows = self.rows(thing)
            if rows > room or not parts:
                parts.append([])
                room = self.a_page
            parts[-1].append(thing)
            room -= rows
        return [part[::-1] for part in parts]
