"""Owns the indexes of letters and of motions: the newest, the list of years, a page a year."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, groupby, islice

from archive.addresses import LETTERS, MOTIONS, year_address
from archive.archive import Archive
from archive.pages.motions import decided
from archive.pages.page import Page, counted

NEWEST = 100
"""Records on the first page of a section, however many the archive holds."""


def letter_indexes(archive: Archive) -> Iterator[Page]:
    """The index of letters and its years."""
    held = list(archive.letters.values())
    years = {y: list(g) for y, g in groupby(held, key=lambda x: x.noun.date.year)}
    yield from _indexes(LETTERS, "letter", years, {})


def motion_indexes(archive: Archive) -> Iterator[Page]:
    """The index of motions and its years."""
    held = list(archive.motions.values())
    years = {y: list(g) for y, g in groupby(held, key=lambda m: archive.day_of(m).year)}
    yield from _indexes(MOTIONS, "motion", years, {"decided": decided})


def _indexes(
    section: str, noun: str, years: Mapping[int, Sequence[object]], words: Mapping[str, object]
) -> Iterator[Page]:
    """The page of a section, with its newest records, and one page for each year."""
    counts = {year: len(held) for year, held in years.items()}
    total = counted(sum(counts.values()), noun)
    plural = f"{noun.capitalize()}s"

    def page(title: str, description: str, year: int | None, listed: Sequence[object]) -> Page:
        shows = {"counts": counts, "year": year, "total": total, "listed": listed, **words}
        return Page(
            address=section if year is None else year_address(section, year),
            template=f"{noun}s.html",
            kind="index",
            section=f"{noun}s",
            title=title,
            description=description,
            shows=shows,
        )

    newest = list(islice(chain.from_iterable(years.values()), NEWEST))
    yield page(plural, f"The newest {noun}s, and all {total} by year.", None, newest)
    for year, held in years.items():
        title = f"{plural} of {year}"
        yield page(title, f"{title}: {counted(len(held), noun)}.", year, held)
