"""Owns the pages of commitments: what letters undertake, and the newest that is known of it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import get_args

from archive.addresses import COMMITMENTS
from archive.counting import counted
from archive.ledger.book import Book
from archive.ledger.deeds import Undertaking
from archive.model.evidence import Delivery
from archive.pages.leaf import Leaf
from archive.pages.ledger import choices, view_page
from archive.pages.listing import Listing, Part
from archive.pages.page import Page

STATES: tuple[str, ...] = get_args(Delivery)
NO_EVIDENCE = "no later evidence"


def commitment_pages(book: Book) -> Iterator[Leaf]:
    """The newest commitments, and a page for each year of them."""
    listing = Listing(COMMITMENTS, book.undertakings, lambda one: one.letter.date)
    for part in listing.pages():
        states, senders = _counts(book, listing.about(part))
        yield Leaf(part.address, _page, (book, part, states, senders))


def _counts(book: Book, about: Sequence[Undertaking]) -> tuple[Counter[str], Counter[str]]:
    """How many commitments are in each state, and how many each person wrote."""
    states = Counter(_state(book, one) for one in about)
    return states, Counter(one.letter.lead for one in about)


def _state(book: Book, one: Undertaking) -> str:
    """What the newest evidence says of a commitment; most have none, and are not read for that."""
    return (one.traced and book.promise(one).delivery) or NO_EVIDENCE


def _page(book: Book, part: Part[Undertaking], states: Counter[str], senders: Counter[str]) -> Page:
    title, people = part.titled("Commitments"), book.archive.people
    return view_page(
        part.address,
        "commitments.html",
        title,
        f"{title}: {counted(len(part.listed), 'commitment')} in letters, word for word, "
        "with what is known of each.",
        {
            "part": part,
            "promises": list(map(book.promise, part.listed)),
            "states": [(state, states[state]) for state in (*STATES, NO_EVIDENCE)],
            "choices": [(state, state) for state in (*STATES, NO_EVIDENCE) if states[state]],
            "senders": choices(senders.elements(), lambda name: people[name].styled),
        },
    )
