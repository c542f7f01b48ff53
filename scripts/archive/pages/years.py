"""Owns the indexes of letters and of motions: the newest, the list of years, a page a year."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from archive.addresses import LETTERS, MOTIONS
from archive.archive import Archive
from archive.counting import counted
from archive.model.dates import PartialDate
from archive.pages.listing import Listing, Part
from archive.pages.motions import decided
from archive.pages.page import Page

T = TypeVar("T")


def letter_indexes(archive: Archive) -> Iterator[Page]:
    """The index of letters and its years."""
    held = tuple(archive.letters.values())
    yield from _indexes(LETTERS, "letter", held, lambda letter: letter.date, {})


def motion_indexes(archive: Archive) -> Iterator[Page]:
    """The index of motions and its years."""
    held = tuple(archive.motions.values())
    yield from _indexes(MOTIONS, "motion", held, archive.day_of, {"decided": decided})


def _indexes(
    section: str,
    noun: str,
    held: Sequence[T],
    day_of: Callable[[T], PartialDate],
    words: Mapping[str, object],
) -> Iterator[Page]:
    """The page of a section, and those of its years, of which each has one: search names them."""
    listing = Listing(section, held, day_of)
    for part in (listing.front, *listing.of_years()):
        yield _index(noun, part, words)


def _index(noun: str, part: Part[T], words: Mapping[str, object]) -> Page:
    title, total = part.titled(f"{noun.capitalize()}s"), counted(part.total, noun)
    front = f"The newest {noun}s, and all {total} by year."
    return Page(
        address=part.address,
        template=f"{noun}s.html",
        kind="index",
        section=f"{noun}s",
        title=title,
        description=f"{title}: {total}." if part.year else front,
        shows={"part": part, **words},
    )
