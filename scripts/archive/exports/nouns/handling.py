"""Owns the tables of what was done to texts: left out, mended, taken out, put right, let be."""

from collections.abc import Callable, Iterator
from typing import Annotated, TypeVar

from archive.exports.columns import DatePrecision, Row, column, dated
from archive.exports.nouns.records import OfRecord, Record
from archive.ledger.book import Book


class OmissionRow(OfRecord):
    """Words of the kept text that are no words of the document."""

    words: Annotated[str, column("The words left out, as the kept text has them")]
    occurrence: Annotated[int, column("Which occurrence in the kept text, counted from 1")]
    editorial_why: Annotated[str, column("What they are, in our words")]


class RepairRow(OfRecord):
    """Words that were damaged on the way and are mended here."""

    found: Annotated[str, column("The words as the kept text has them")]
    mended: Annotated[str, column("The words as they are published")]
    occurrence: Annotated[
        int | None, column("Which occurrence, counted from 1; empty where every one is meant")
    ]
    editorial_why: Annotated[str, column("What had happened to them, in our words")]


class RedactionRow(OfRecord):
    """Personal data that was taken out; its words are nowhere in this data."""

    editorial_what: Annotated[str, column("What was taken out, without saying it")]
    editorial_why: Annotated[str, column("Why it was taken out")]


class CorrectionRow(OfRecord):
    """A mistake of this archive that was put right after it had been published."""

    date: Annotated[str, column("When it was put right")]
    date_precision: DatePrecision
    editorial_what: Annotated[str, column("What was wrong, and what is right, in our words")]
    editorial_why: Annotated[str, column("How it came to be wrong, or who noticed")]


class ExceptionRow(OfRecord):
    """A passage that looks like a fault or like personal data and is neither."""

    words: Annotated[str, column("The passage, as the text has it")]
    editorial_why: Annotated[str, column("Why it stands as it is")]


R = TypeVar("R", bound=Row)


def _each(of: str, held: Record, list_of: str, make: Callable[..., R]) -> Iterator[R]:
    """A row for each entry of one list of a record."""
    for number, entry in enumerate(getattr(held.provenance, list_of), 1):
        yield make(entry, id=f"{held.id}/{list_of}/{number}", **{of: held.id})


def omission_rows(of: str, _: Book, held: Record) -> Iterator[OmissionRow]:
    """A row for each omission of a record."""
    return _each(
        of,
        held,
        "omissions",
        lambda entry, **own: OmissionRow.of(
            **own, words=entry.text, occurrence=entry.occurrence, editorial_why=entry.why
        ),
    )


def repair_rows(of: str, _: Book, held: Record) -> Iterator[RepairRow]:
    """A row for each repair of a record."""
    return _each(
        of,
        held,
        "repairs",
        lambda entry, **own: RepairRow.of(
            **own,
            found=entry.found,
            mended=entry.mended,
            occurrence=entry.occurrence,
            editorial_why=entry.why,
        ),
    )


def redaction_rows(of: str, _: Book, held: Record) -> Iterator[RedactionRow]:
    """A row for each redaction of a record."""
    return _each(
        of,
        held,
        "redactions",
        lambda entry, **own: RedactionRow.of(
            **own, editorial_what=entry.what, editorial_why=entry.why
        ),
    )


def correction_rows(of: str, _: Book, held: Record) -> Iterator[CorrectionRow]:
    """A row for each correction of a record."""
    return _each(
        of,
        held,
        "corrections",
        lambda entry, **own: CorrectionRow.of(
            **own,
            **dated("date", entry.date),
            editorial_what=entry.what,
            editorial_why=entry.why,
        ),
    )


def exception_rows(of: str, _: Book, held: Record) -> Iterator[ExceptionRow]:
    """A row for each exception of a record."""
    return _each(
        of,
        held,
        "exceptions",
        lambda entry, **own: ExceptionRow.of(**own, words=entry.text, editorial_why=entry.why),
    )
