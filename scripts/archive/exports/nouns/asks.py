"""Owns the tables of asks: what each motion asks for, and of whom."""

from collections.abc import Iterator
from typing import Annotated, Literal

from archive.exports.columns import Row, column
from archive.exports.nouns.paragraphs import paragraph_id
from archive.held import HeldMotion
from archive.ledger.asks import Entry
from archive.ledger.book import Book

State = Literal[
    "addressed",
    "partly",
    "declined",
    "deferred",
    "outside remit",
    "not mentioned",
    "not yet judged",
    "no full reply here",
]
Delivery = Literal[
    "delivered", "partly delivered", "under way", "changed", "abandoned", "not delivered"
]


class AskRow(Row):
    """One thing that a motion asks for."""

    motion_id: Annotated[str, column("The motion", "motions")]
    number: Annotated[int, column("Its number in the motion, as we count")]
    editorial_summary: Annotated[str, column("What is asked, in our own few words")]
    words: Annotated[str | None, column("The motion's own words, where its text is held")]
    paragraph_id: Annotated[
        str | None, column("The paragraph in which these words begin", "paragraphs")
    ]
    editorial_state: Annotated[
        State, column("The newest response to it, as we judge, or why there is none")
    ]
    editorial_delivery: Annotated[
        Delivery | None, column("How far it was by the newest evidence, as we judge")
    ]


class AddresseeRow(Row):
    """An office that a motion, or one of its asks, is addressed to."""

    motion_id: Annotated[str, column("The motion", "motions")]
    ask_id: Annotated[
        str | None, column("The ask, where it is addressed otherwise than the motion", "asks")
    ]
    office_id: Annotated[str, column("Who is asked to act", "offices")]


def ask_rows(book: Book, held: HeldMotion) -> Iterator[AskRow]:
    """A row for each ask of a motion."""
    return (_ask(book, entry) for entry in book.entries[held.id])


def _ask(book: Book, entry: Entry) -> AskRow:
    ask, quote = entry.ask, entry.ask.quote
    return AskRow.of(
        id=ask_id(entry.motion.id, ask.ask),
        motion_id=entry.motion.id,
        number=ask.ask,
        editorial_summary=ask.summary,
        words=quote.words if quote else None,
        paragraph_id=paragraph_id(entry.motion, quote) if quote else None,
        editorial_state=book.state(entry),
        editorial_delivery=entry.delivery,
    )


def ask_id(motion: str, number: int) -> str:
    """The id of an ask: its motion's, and its place on the motion's page."""
    return f"{motion}#ask-{number}"


def addressee_rows(_: Book, held: HeldMotion) -> Iterator[AddresseeRow]:
    """A row for each office that a motion or one of its asks is addressed to."""
    asks = ((ask_id(held.id, ask.ask), ask.addressees) for ask in held.noun.asks)
    for owner, group in ((held.id, held.noun.addressees), *asks):
        for office in group:
            yield AddresseeRow.of(
                id=f"{owner}/addressees/{office}",
                motion_id=held.id,
                ask_id=None if owner == held.id else owner,
                office_id=office,
            )
