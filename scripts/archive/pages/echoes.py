"""Owns the pages of echoes: passages that recur word for word, those of most records first."""

from collections.abc import Iterator, Sequence

from archive.addresses import ECHOES
from archive.ledger.book import Book
from archive.ledger.echoes import LEAST, Echo
from archive.pages.ledger import view_page
from archive.pages.page import Page, counted

A_PAGE = 50
"""Passages on a page."""

OPEN, MOST = 8, 100
"""Places of a passage listed openly, and with those folded away; later ones are counted."""


def echo_pages(book: Book, found: Sequence[Echo]) -> Iterator[Page]:
    """The passages, and further pages where one cannot hold them."""
    numbers = range(1, max(1, -(-len(found) // A_PAGE)) + 1)
    for number in numbers:
        first = (number - 1) * A_PAGE
        title = "Echoes" if number == 1 else f"Echoes, page {number}"
        yield view_page(
            _address(number),
            "echoes.html",
            title,
            f"{title}: passages of {LEAST} words or more that stand in several letters or motions "
            f"of the archive; {counted(len(found), 'passage')} in all.",
            {
                "listed": found[first : first + A_PAGE],
                "first": first + 1,
                "total": len(found),
                "least": LEAST,
                "open": OPEN,
                "most": MOST,
                "number": number,
                "addresses": {one: _address(one) for one in numbers},
            },
        )


def _address(number: int) -> str:
    return ECHOES if number == 1 else f"{ECHOES}{number}/"
