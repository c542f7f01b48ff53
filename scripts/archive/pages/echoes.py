"""Owns the pages of echoes: passages that recur word for word, those of most records first."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive.addresses import ECHOES
from archive.counting import counted
from archive.ledger.echoes import Echo
from archive.ledger.runs import LEAST
from archive.pages.ledger import view_page
from archive.pages.listing import Listing
from archive.pages.page import Page

OPEN, MOST = 8, 40
"""Places of a passage listed openly, and with those folded away; later ones are counted."""

A_PAGE = 500
"""Rows of a page: the places that it names, and lines of words."""

A_LINE = 300
"""Characters of a passage that take as much room as a place."""


def echo_pages(found: Sequence[Echo]) -> Iterator[Page]:
    """The passages of most records, and all of them by the year in which each came first."""
    newest = sorted(found, key=lambda one: (one.places[0].day.first_day, one.words), reverse=True)
    listing = Listing(ECHOES, newest, lambda one: one.places[0].day, _rows, A_PAGE)
    for part in listing.parted_if_long():
        shown = part if part.year else replace(part, listed=listing.fitting(found))
        title = part.titled("Echoes")
        yield view_page(
            part.address,
            "echoes.html",
            title,
            f"{title}: passages of {LEAST} words or more that stand in several letters or motions "
            f"of the archive; {counted(part.total, 'passage')} in all.",
            {"part": shown, "least": LEAST, "open": OPEN, "most": MOST},
        )


def _rows(echo: Echo) -> int:
    return min(len(echo.places), MOST) + 1 + len(echo.words) // A_LINE
