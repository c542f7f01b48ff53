"""Owns the tables of letters: each letter, its copies, its topics, and what records take up."""

from collections.abc import Iterator
from typing import Annotated, Literal

from archive.addresses import letter_address
from archive.exports.addresses import offices, page_url
from archive.exports.columns import DatePrecision, Row, column, dated
from archive.held import HeldLetter, HeldMotion
from archive.ledger.book import Book

LetterKind = Literal["reply", "holding reply", "follow-up", "correction", "request"]


class LetterRow(Row):
    """A letter: who wrote to whom, when, and what for."""

    title: Annotated[str, column("The letter's own subject line")]
    date: Annotated[str, column("The date on the letter: 2021-09-22, 2021-09 or 2021")]
    date_precision: DatePrecision
    kind: Annotated[LetterKind, column("What the letter is for")]
    sender_id: Annotated[str, column("Who wrote it", "people")]
    sender_name: Annotated[str, column("The writer's name")]
    sender_offices: Annotated[
        str | None,
        column("The offices that the writer held on that day, as far as known, parted by ;"),
    ]
    recipient_id: Annotated[str, column("To whom", "people")]
    recipient_name: Annotated[str, column("The recipient's name")]
    recipient_offices: Annotated[
        str | None,
        column("The offices that the recipient held on that day, as far as known, parted by ;"),
    ]
    reference: Annotated[str | None, column("The writer's reference; it never dates the letter")]
    replies_to_letter_id: Annotated[
        str | None, column("The letter it replies to, where that is held", "letters")
    ]
    replies_to_sender_id: Annotated[
        str | None, column("Who wrote the letter it replies to, where that is not held", "people")
    ]
    replies_to_date: Annotated[
        str | None, column("The date of the letter it replies to, where that is not held")
    ]
    replies_to_date_precision: DatePrecision
    editorial_note: Annotated[str | None, column("A note of ours")]
    record: Annotated[str, column("Its file in the repository")]
    page: Annotated[str, column("Its page")]


class CopyRow(Row):
    """Somebody who got a copy of a letter."""

    letter_id: Annotated[str, column("The letter", "letters")]
    person_id: Annotated[str, column("Who got a copy", "people")]


class LetterTopicRow(Row):
    """A topic under which a letter is found."""

    letter_id: Annotated[str, column("The letter", "letters")]
    editorial_topic_id: Annotated[str, column("The topic, as we see it", "topics")]
    through: Annotated[
        Literal["letter", "motion"],
        column("Whether the topic is the letter's own or that of a motion it answers"),
    ]


class EarlierRow(Row):
    """An earlier record that a record takes up, beside the letter that a letter replies to."""

    letter_id: Annotated[str | None, column("The later letter, if it is one", "letters")] = None
    motion_id: Annotated[str | None, column("The later motion, if it is one", "motions")] = None
    earlier_letter_id: Annotated[str | None, column("The earlier letter", "letters")] = None
    earlier_motion_id: Annotated[str | None, column("The earlier motion", "motions")] = None


def letter_rows(book: Book, held: HeldLetter) -> Iterator[LetterRow]:
    """The row of a letter."""
    letter, reply, people = held.noun, held.noun.in_reply_to, book.archive.people
    yield LetterRow.of(
        id=held.id,
        title=held.title,
        **dated("date", letter.date),
        kind=letter.kind,
        sender_id=letter.sender,
        sender_name=people[letter.sender].name,
        sender_offices=offices(book.archive, letter.sender, letter.date),
        recipient_id=letter.recipient,
        recipient_name=people[letter.recipient].name,
        recipient_offices=offices(book.archive, letter.recipient, letter.date),
        reference=letter.reference,
        replies_to_letter_id=reply and reply.letter,
        replies_to_sender_id=reply and reply.sender,
        **dated("replies_to_date", reply.date if reply else None),
        editorial_note=held.provenance.note,
        record=held.path,
        page=page_url(book.archive, letter_address(held.id)),
    )


def copy_rows(_: Book, held: HeldLetter) -> Iterator[CopyRow]:
    """A row for each copy of a letter."""
    for number, person in enumerate(held.noun.copied_to, 1):
        yield CopyRow.of(id=f"{held.id}/copies/{number}", letter_id=held.id, person_id=person)


def letter_topic_rows(book: Book, held: HeldLetter) -> Iterator[LetterTopicRow]:
    """A row for each topic of a letter."""
    own = set(map(str, held.noun.topics))
    for topic in book.archive.topics_of(held):
        yield LetterTopicRow.of(
            id=f"{held.id}/topics/{topic}",
            letter_id=held.id,
            editorial_topic_id=topic,
            through="letter" if topic in own else "motion",
        )


def taken_up_by_letter(_: Book, letter: HeldLetter) -> Iterator[EarlierRow]:
    """A row for each earlier record that a letter takes up."""
    for earlier in letter.noun.refers_to:
        yield _earlier(letter.id, earlier, letter_id=letter.id, earlier_letter_id=earlier)


def taken_up_by_motion(_: Book, motion: HeldMotion) -> Iterator[EarlierRow]:
    """A row for each earlier record that a motion takes up."""
    for earlier in motion.noun.refers_to:
        yield _earlier(motion.id, earlier, motion_id=motion.id, earlier_letter_id=earlier)
    for followed in motion.noun.follows:
        yield _earlier(motion.id, followed, motion_id=motion.id, earlier_motion_id=followed)


def _earlier(later: str, earlier: str, **ends: str) -> EarlierRow:
    return EarlierRow.of(id=f"{later}/earlier/{earlier}", **ends)
