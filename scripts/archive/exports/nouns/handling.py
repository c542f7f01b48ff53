"""Owns the tables of what was done to texts: left out, mended, taken out, put right, let be."""

from collections.abc import Callable, Iterator
from typing import Annotated, TypeVar

from archive.exports.columns import DatePrecision, Row, column, dated
from archive.exports.nouns.records import OfRecord, records_of
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


def _each(book: Book, list_of: str, make: Callable[..., R]) -> Iterator[R]:
    """A row for each entry of one list of each record."""
    for of, held in records_of(book.archive):
        for number, entry in enumerate(getattr(held.provenance, list_of), 1):
            yield make(entry, id=f"{held.id}/{list_of}/{number}", **{of: held.id})


def omission_rows(book: Book) -> Iterator[OmissionRow]:
    """A row for each omission."""
    return _each(
        book,
        "omissions",
        lambda entry, **of: OmissionRow.of(
            **of, words=entry.text, occurrence=entry.occurrence, editorial_why=entry.why
        ),
    )


def repair_rows(book: Book) -> Iterator[RepairRow]:
    """A row for each repair."""
    return _each(
        book,
        "repairs",
        lambda entry, **of: RepairRow.of(
            **of,
            found=entry.found,
            mended=entry.mended,
            occurrence=entry.occurrence,
            editorial_why=entry.why,
        ),
    )


def redaction_rows(book: Book) -> Iterator[RedactionRow]:
    """A row for each redaction."""
    return _each(
        book,
        "redactions",
        lambda entry, **of: RedactionRow.of(
            **of, editorial_what=entry.what, editorial_why=entry.why
        ),
    )


def correction_rows(book: Book) -> Iterator[CorrectionRow]:
    """A row for each correction."""
    return _each(
        book,
        "corrections",
        lambda entry, **of: CorrectionRow.of(
            **of,
            **dated("date", entry.date),
            editorial_what=entry.what,
            editorial_why=entry.why,
        ),
    )


def exception_rows(book: Book) -> Iterator[ExceptionRow]:
    """A row for each exception."""
    return _each(
        book,
        "exceptions",
        lambda entry, **of: ExceptionRow.of(**of, words=entry.text, editorial_why=entry.why),
    )
