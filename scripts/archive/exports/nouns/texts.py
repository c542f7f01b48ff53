"""Owns the table of held texts: where each is from, and by which digests it can be checked."""

from collections.abc import Iterator
from typing import Annotated

from archive.exports.columns import DatePrecision, column, dated
from archive.exports.nouns.records import OfRecord, Record
from archive.exports.texts import whitespace_free_sha256
from archive.ledger.book import Book
from archive.model.provenance import WebSource


class TextRow(OfRecord):
    """A text that the archive holds, and where it is from."""

    source_file: Annotated[str, column("The kept text as received, in the repository")]
    source_sha256: Annotated[str, column("SHA-256 of the kept text's bytes")]
    original_sha256: Annotated[
        str | None,
        column("SHA-256 of the bytes as received, before personal data was taken out"),
    ]
    text_sha256: Annotated[
        str, column("SHA-256 of the published words as UTF-8, all white space left out")
    ]
    received: Annotated[str, column("When the text reached the archive")]
    received_precision: DatePrecision
    compared: Annotated[
        str | None, column("When someone compared the words with the original; empty until then")
    ]
    compared_precision: DatePrecision
    compared_by: Annotated[str | None, column("Who compared them, as they agreed to be named")]
    origin_title: Annotated[
        str | None, column("What the original is called, or where it came from, where recorded")
    ]
    origin_url: Annotated[str | None, column("The address of the original, where recorded")]
    origin_checked: Annotated[str | None, column("When someone last looked at it")]
    origin_checked_precision: DatePrecision
    editorial_origin_supports: Annotated[str | None, column("What it supports, in our words")]
    words: Annotated[int, column("How many words it has")]


def text_rows(of: str, _: Book, held: Record) -> Iterator[TextRow]:
    """The row of a text that is held."""
    source = held.provenance.source
    if source is None:
        return
    folder = held.path.partition("/")[0]
    yield TextRow.of(
        id=held.id,
        **{of: held.id},
        source_file=f"{folder}/{source.file}",
        source_sha256=source.sha256,
        original_sha256=source.original_sha256,
        text_sha256=whitespace_free_sha256(held.body),
        **dated("received", source.received),
        **dated("compared", source.compared),
        compared_by=source.compared_by,
        **_origin(source.origin),
        words=len(held.body.words),
    )


def _origin(origin: WebSource | None) -> dict[str, str | None]:
    return {
        "origin_title": origin.title if origin else None,
        "origin_url": origin.url if origin else None,
        **dated("origin_checked", origin.checked if origin else None),
        "editorial_origin_supports": origin.supports if origin else None,
    }
