"""Owns the table of paragraphs: every held text, block by block, each with its own address."""

from collections.abc import Iterator
from typing import Annotated, Literal

from archive.addresses import letter_address, motion_address
from archive.anchors import anchors
from archive.exports.addresses import page_url
from archive.exports.columns import column
from archive.exports.nouns.records import OfRecord, Record
from archive.ledger.book import Book
from archive.model.quotation import Quotation

BlockKind = Literal["heading", "paragraph", "list", "quotation"]


class ParagraphRow(OfRecord):
    """A paragraph, heading, list or quotation of a text."""

    place: Annotated[int, column("Its place in the text, counted from 1")]
    number: Annotated[
        int | None, column("Its number on the page; empty for headings, letterhead and closing")
    ]
    kind: Annotated[BlockKind, column("What kind of block it is")]
    words: Annotated[str, column("The words, with single spaces between them")]
    page: Annotated[
        str | None, column("Its address on the page; other wordings of motions have none")
    ]


def paragraph_id(held: Record, quote: Quotation) -> str:
    """The id of the paragraph in which quoted words begin."""
    return f"{held.id}#{held.anchor(quote).name}"


def paragraph_rows(of: str, book: Book, held: Record) -> Iterator[ParagraphRow]:
    """A row for each block of a text, in the order of the text."""
    pages = {"letter_id": letter_address, "motion_id": motion_address}
    page = page_url(book.archive, pages[of](held.id)) if of in pages else None
    blocks = zip(held.body.blocks, anchors(held.body), strict=True)
    for place, (block, anchor) in enumerate(blocks, 1):
        yield ParagraphRow.of(
            id=f"{held.id}#{anchor.name}",
            **{of: held.id},
            place=place,
            number=anchor.number,
            kind=block.kind,
            words=block.text,
            page=f"{page}#{anchor.name}" if page else None,
        )
