"""Owns the pages of gaps: what letters leave unmentioned, and what this archive does not hold."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from archive.addresses import GAPS
from archive.counting import counted
from archive.held import HeldLetter, HeldMotion
from archive.ledger.asks import Answered, Entry
from archive.ledger.book import Book
from archive.ledger.gaps import gaps
from archive.pages.leaf import Leaf
from archive.pages.ledger import view_page
from archive.pages.listing import Listing, Part
from archive.pages.page import Page

Kind = Literal["unmentioned", "unjudged", "none found", "none held", "incomplete"]
KINDS: tuple[Kind, ...] = ("unmentioned", "unjudged", "none found", "none held", "incomplete")


@dataclass(frozen=True)
class Gap:
    """One gap: of a motion; of two kinds of one of its asks, of the first beside one letter.

    The ask is told by its number.
    """

    kind: Kind
    motion: HeldMotion
    ask: int | None = None
    letter: HeldLetter | None = None

    def entry(self, book: Book) -> Entry:
        """The ask in the ledger."""
        return next(one for one in book.entries[self.motion.id] if one.ask.ask == self.ask)

    def answered(self, book: Book) -> Answered:
        """What the letter says to the ask, where it does not mention it."""
        answers = (one for one in self.entry(book).answers if one.letter == self.letter)
        return next(one for one in answers if one.asked.response == "not mentioned")


def every_gap(book: Book) -> list[Gap]:
    """The gaps of an archive, newest motion first."""
    found = gaps(book)
    listed = [
        *(Gap("unmentioned", *one) for one in found.unmentioned),
        *(Gap("unjudged", *one) for one in found.unjudged),
        *(Gap("none found", motion) for motion in found.none_found),
        *(Gap("none held", motion) for motion in found.none_held),
        *(Gap("incomplete", motion) for motion in found.incomplete),
    ]
    place = {name: number for number, name in enumerate(book.archive.motions)}
    return sorted(listed, key=lambda gap: place[gap.motion.id])


def gap_pages(book: Book) -> Iterator[Leaf]:
    """The gaps of the newest motions that have any, and a page for each year of motions."""
    listing = Listing(GAPS, every_gap(book), lambda gap: book.archive.day_of(gap.motion))
    for part in listing.pages():
        totals = Counter(gap.kind for gap in listing.about(part))
        yield Leaf(part.address, _page, (book, part, totals))


def _page(book: Book, part: Part[Gap], totals: Counter[Kind]) -> Page:
    title = part.titled("Gaps")
    return view_page(
        part.address,
        "gaps.html",
        title,
        f"{title}: {counted(len(part.listed), 'gap')} in what was answered, and in what this "
        "archive holds.",
        {
            "part": part,
            "book": book,
            "groups": {kind: [gap for gap in part.listed if gap.kind == kind] for kind in KINDS},
            "totals": totals,
        },
    )
