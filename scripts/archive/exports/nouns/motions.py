"""Owns the tables of motions: each motion, by whom it was amended, and its topics."""

from collections.abc import Iterator
from typing import Annotated, Literal

from archive.addresses import motion_address
from archive.exports.addresses import page_url
from archive.exports.columns import DatePrecision, Row, column, dated
from archive.held import HeldMotion, HeldVersion
from archive.ledger.book import Book
from archive.model.motion import Votes

Outcome = Literal[
    "agreed", "agreed as amended", "rejected", "withdrawn", "deferred", "not recorded"
]
Vote = Literal["unanimous", "by majority", "by the votes counted"]


class MotionRow(Row):
    """A motion: what a meeting was asked to agree, and what it decided."""

    title: Annotated[str, column("The motion's title")]
    meeting_id: Annotated[str, column("The meeting that dealt with it", "meetings")]
    meeting_date: Annotated[str, column("The date of that meeting: 2021-06-10, 2021-06 or 2021")]
    meeting_date_precision: DatePrecision
    number: Annotated[int | None, column("Its number in that meeting, where known")]
    moved_by_id: Annotated[str | None, column("Who moved it", "people")]
    seconded_by_id: Annotated[str | None, column("Who seconded it", "people")]
    editorial_seconded_by_note: Annotated[
        str | None, column("Where the seconder is known from, if not as a fact of the meeting")
    ]
    outcome: Annotated[Outcome, column("What the meeting decided")]
    vote: Annotated[Vote | None, column("How it was decided")]
    votes_in_favour: Annotated[int | None, column("Votes for it, where counted")]
    votes_against: Annotated[int | None, column("Votes against it, where counted")]
    votes_abstained: Annotated[int | None, column("Abstentions, where votes were counted")]
    editorial_asks_complete: Annotated[
        bool, column("Whether the asks listed here are known to be all of them")
    ]
    official_page: Annotated[str | None, column("The page of the body itself about it")]
    replies_checked: Annotated[
        str | None, column("When someone last looked for a reply and found none")
    ]
    replies_checked_precision: DatePrecision
    editorial_note: Annotated[str | None, column("A note of ours")]
    record: Annotated[str, column("Its file in the repository")]
    page: Annotated[str, column("Its page")]


class AmenderRow(Row):
    """Somebody on whose proposal a motion was amended."""

    motion_id: Annotated[str, column("The motion", "motions")]
    person_id: Annotated[str, column("On whose proposal", "people")]


class MotionTopicRow(Row):
    """A topic under which a motion is found."""

    motion_id: Annotated[str, column("The motion", "motions")]
    editorial_topic_id: Annotated[str, column("The topic, as we see it", "topics")]


def motion_rows(book: Book, held: HeldMotion) -> Iterator[MotionRow]:
    """The row of a motion."""
    motion = held.noun
    yield MotionRow.of(
        id=held.id,
        title=held.title,
        meeting_id=motion.meeting,
        **dated("meeting_date", book.archive.day_of(held)),
        number=motion.number,
        editorial_seconded_by_note=motion.seconded_by_note,
        editorial_asks_complete=motion.asks_complete,
        official_page=motion.official_page,
        **dated("replies_checked", motion.replies_checked),
        page=page_url(book.archive, motion_address(held.id)),
        record=held.path,
        **moved(held),
    )


def moved(held: HeldMotion | HeldVersion) -> dict[str, object]:
    """What a motion and another wording of it have in common: movers, outcome, vote and note."""
    noun = held.noun
    return {
        "moved_by_id": noun.moved_by,
        "seconded_by_id": noun.seconded_by,
        "outcome": noun.outcome,
        "vote": noun.vote,
        "editorial_note": held.provenance.note,
        **_votes(noun.votes),
    }


def _votes(votes: Votes | None) -> dict[str, int | None]:
    counted = ("in_favour", "against", "abstained")
    return {f"votes_{name}": getattr(votes, name) if votes else None for name in counted}


def amender_rows(_: Book, held: HeldMotion) -> Iterator[AmenderRow]:
    """A row for each person on whose proposal a motion was amended."""
    for number, person in enumerate(held.noun.amended_by, 1):
        yield AmenderRow.of(id=f"{held.id}/amenders/{number}", motion_id=held.id, person_id=person)


def motion_topic_rows(_: Book, held: HeldMotion) -> Iterator[MotionTopicRow]:
    """A row for each topic of a motion."""
    for topic in held.noun.topics:
        yield MotionTopicRow.of(
            id=f"{held.id}/topics/{topic}", motion_id=held.id, editorial_topic_id=topic
        )
