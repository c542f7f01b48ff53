"""Owns the table of replies: what is known of the reply to each motion, and how long it took."""

from collections.abc import Iterator
from typing import Annotated, Literal

from archive.exports.columns import Row, column
from archive.held import HeldMotion
from archive.ledger.book import Book

Standing = Literal["replied", "holding reply only", "none found", "none held"]


class ReplyRow(Row):
    """What this archive knows of the reply to a motion; its id is the motion's."""

    motion_id: Annotated[str, column("The motion", "motions")]
    standing: Annotated[
        Standing,
        column(
            "Computed from what is held. None found: somebody looked, on the day that the motion's"
            " replies_checked tells. None held: it says nothing beyond this archive"
        ),
    ]
    full_reply_id: Annotated[str | None, column("The first full reply held", "letters")]
    holding_reply_id: Annotated[str | None, column("The first holding reply held", "letters")]
    days: Annotated[int | None, column("Days from the meeting to the full reply, if known")]
    working_days: Annotated[
        int | None, column("The same in working days, where the archive names its holidays")
    ]
    days_since_asked: Annotated[
        int | None, column("Days from the letter that the full reply answers, if both are known")
    ]


def reply_rows(book: Book, held: HeldMotion) -> Iterator[ReplyRow]:
    """The row of a motion."""
    reply = book.replies[held.id]
    waited = reply.waited
    yield ReplyRow.of(
        id=held.id,
        motion_id=held.id,
        standing=reply.standing,
        full_reply_id=reply.full and reply.full.id,
        holding_reply_id=reply.holding and reply.holding.id,
        days=waited and waited.days,
        working_days=waited and waited.working,
        days_since_asked=reply.asked_before and reply.asked_before.days,
    )
