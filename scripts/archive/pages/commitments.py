"""Owns the pages of commitments: what letters undertake, and the newest that is known of it."""

from collections import Counter
from collections.abc import Iterator
from typing import get_args

from archive.addresses import COMMITMENTS
from archive.ledger.book import Book
from archive.model.evidence import Delivery
from archive.pages.ledger import choices, view_page
from archive.pages.listing import Listing
from archive.pages.page import Page, counted

STATES: tuple[str, ...] = get_args(Delivery)
NO_EVIDENCE = "no later evidence"


def commitment_pages(book: Book) -> Iterator[Page]:
    """The newest commitments, and a page for each year of them."""
    people = book.archive.people
    listing = Listing(COMMITMENTS, book.every_promise, lambda one: one.letter.noun.date)
    for part in listing.pages():
        title, about = part.titled("Commitments"), listing.about(part)
        states = Counter(one.delivery or NO_EVIDENCE for one in about)
        senders = (str(one.letter.noun.sender) for one in about)
        yield view_page(
            part.address,
            "commitments.html",
            title,
            f"{title}: {counted(len(part.listed), 'commitment')} in letters, word for word, "
            "with what is known of each.",
            {
                "part": part,
                "states": [(state, states[state]) for state in (*STATES, NO_EVIDENCE)],
                "choices": [(state, state) for state in (*STATES, NO_EVIDENCE) if states[state]],
                "senders": choices(senders, lambda name: people[name].styled),
            },
        )
