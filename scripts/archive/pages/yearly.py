"""Owns the parting of long lists by years: the newest on the first page, then a page a year."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from archive.addresses import year_address

T = TypeVar("T")

NEWEST = 100
"""Things on the first page of a list, however many there are."""


@dataclass(frozen=True)
class Part(Generic[T]):
    """What one page of a list shows: the newest (no `year`), or those of a year.

    `counts` has the number of each year, newest first; it is empty where one page shows all.
    """

    address: str
    year: int | None
    listed: Sequence[T]
    total: int
    counts: dict[int, int]

    @property
    def partial(self) -> bool:
        """Whether there is more than this page shows."""
        return len(self.listed) < self.total


def yearly(
    section: str, things: Sequence[T], year_of: Callable[[T], int], newest: int = NEWEST
) -> Iterator[Part[T]]:
    """The pages of a list that stands newest first: a page a year only where one page cannot do."""
    years = {year: list(group) for year, group in groupby(things, key=year_of)}
    several = len(years) > 1 or len(things) > newest
    counts = {year: len(group) for year, group in years.items()} if several else {}
    yield Part(section, None, things[:newest], len(things), counts)
    for year in counts:
        yield Part(year_address(section, year), year, years[year], len(things), counts)


def years_named(noun: str, part: Part[T]) -> str:
    """The title of a part: `Replies`, `Replies 2021`."""
    return noun if part.year is None else f"{noun} {part.year:04}"
