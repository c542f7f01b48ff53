"""Owns the pages of commitments: what letters undertake, and the newest that is known of it."""

from collections import Counter
from collections.abc import Iterator
from typing import get_args

from archive.addresses import COMMITMENTS
from archive.ledger.book import Book
from archive.model.evidence import Delivery
from archive.pages.ledger import view_page
from archive.pages.page import Page, counted
from archive.pages.yearly import yearly, years_named

STATES: tuple[str, ...] = get_args(Delivery)
NO_EVIDENCE = "no later evidence"


def commitment_pages(book: Book) -> Iterator[Page]:
    """The newest commitments, and a page for each year of them."""
    promises, people = book.every_promise, book.archive.people
    senders = {str(one.letter.noun.sender) for one in promises}
    states = Counter(one.delivery or NO_EVIDENCE for one in promises)
    for part in yearly(COMMITMENTS, promises, lambda one: one.letter.noun.date.year):
        title = years_named("Commitments", part)
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
                "senders": sorted(
                    ((name, people[name].styled) for name in senders), key=lambda one: one[1]
                ),
            },
        )
