"""Owns the tables of commitments, and of what became of them and of asks."""

from collections.abc import Iterator
from typing import Annotated

from archive.exports.columns import DatePrecision, Row, column, dated
from archive.exports.nouns.asks import Delivery, ask_id
from archive.exports.nouns.paragraphs import paragraph_id
from archive.held import HeldLetter, HeldMotion
from archive.ledger.book import Book
from archive.ledger.deeds import Promise, Trace


class CommitmentRow(Row):
    """Words in which the writer of a letter undertakes something, chosen by us."""

    letter_id: Annotated[str, column("The letter whose words they are", "letters")]
    words: Annotated[str, column("The words, exactly as the letter has them")]
    paragraph_id: Annotated[str, column("The paragraph in which they begin", "paragraphs")]
    editorial_motion_id: Annotated[
        str | None, column("The motion that they are about, as we judge", "motions")
    ]
    editorial_ask_id: Annotated[
        str | None, column("The ask that they are about, as we judge", "asks")
    ]
    editorial_delivery: Annotated[
        Delivery | None, column("How far it was by the newest evidence, as we judge")
    ]


class EvidenceRow(Row):
    """What later became of something asked or undertaken, on one day, by one source."""

    ask_id: Annotated[str | None, column("The ask that it is about", "asks")] = None
    commitment_id: Annotated[
        str | None, column("The commitment that it is about", "commitments")
    ] = None
    letter_id: Annotated[
        str | None, column("The letter whose commitment it is about", "letters")
    ] = None
    motion_id: Annotated[str | None, column("The motion whose ask it is about", "motions")] = None
    date: Annotated[str, column("The date of the source")]
    date_precision: DatePrecision
    editorial_state: Annotated[Delivery, column("How far it was then, as we judge")]
    editorial_summary: Annotated[str, column("What the source says of it, in our words")]
    source_letter_id: Annotated[
        str | None, column("The letter of this archive that says so", "letters")
    ]
    source_motion_id: Annotated[
        str | None, column("The motion of this archive that says so", "motions")
    ]
    words: Annotated[str | None, column("Its words, where it is a text of this archive")]
    paragraph_id: Annotated[
        str | None, column("The paragraph in which these words begin", "paragraphs")
    ]
    source_title: Annotated[str | None, column("What a source elsewhere is called")]
    source_url: Annotated[str | None, column("The address of a source elsewhere, where known")]
    source_checked: Annotated[
        str | None, column("When someone last looked at a source elsewhere, where recorded")
    ]
    source_checked_precision: DatePrecision
    editorial_supports: Annotated[
        str | None, column("What a source elsewhere supports, in our words")
    ]


def commitment_rows(book: Book, held: HeldLetter) -> Iterator[CommitmentRow]:
    """A row for each commitment of a letter."""
    for promise in book.promises[held.id]:
        commitment = promise.commitment
        of_ask = commitment.motion and commitment.ask
        yield CommitmentRow.of(
            id=_commitment_id(promise),
            letter_id=held.id,
            words=commitment.quote.words,
            paragraph_id=paragraph_id(held, commitment.quote),
            editorial_motion_id=commitment.motion,
            editorial_ask_id=ask_id(commitment.motion, of_ask)
            if commitment.motion and of_ask
            else None,
            editorial_delivery=promise.delivery,
        )


def ask_evidence_rows(book: Book, held: HeldMotion) -> Iterator[EvidenceRow]:
    """A row for each piece of evidence under each ask of a motion, oldest first."""
    for entry in book.entries[held.id]:
        ask = ask_id(held.id, entry.ask.ask)
        for number, trace in enumerate(entry.traces, 1):
            yield _evidence(ask, number, trace, ask_id=ask, motion_id=held.id)


def commitment_evidence_rows(book: Book, held: HeldLetter) -> Iterator[EvidenceRow]:
    """A row for each piece of evidence under each commitment of a letter, oldest first."""
    for promise in book.promises[held.id]:
        commitment = _commitment_id(promise)
        for number, trace in enumerate(promise.traces, 1):
            yield _evidence(commitment, number, trace, commitment_id=commitment, letter_id=held.id)


def _evidence(deed: str, number: int, trace: Trace, **of: str) -> EvidenceRow:
    one, source = trace.evidence, trace.evidence.source
    return EvidenceRow.of(
        id=f"{deed}/evidence/{number}",
        **of,
        **dated("date", trace.day),
        editorial_state=one.state,
        editorial_summary=one.summary,
        source_letter_id=one.letter,
        source_motion_id=one.motion,
        words=one.quote and one.quote.words,
        paragraph_id=paragraph_id(trace.record, one.quote) if trace.record and one.quote else None,
        source_title=source and source.title,
        source_url=source and source.url,
        **dated("source_checked", source.checked if source else None),
        editorial_supports=source and source.supports,
    )


def _commitment_id(promise: Promise) -> str:
    return f"{promise.letter.id}#commitment-{promise.number}"
