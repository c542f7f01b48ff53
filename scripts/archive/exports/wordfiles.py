"""Owns which files of a record have its words: as Markdown, as plain text and as Akoma Ntoso."""

from collections.abc import Iterator

from archive.addresses import letter_address, motion_address
from archive.exports.addresses import file_beside
from archive.exports.akomantoso import as_akoma_ntoso
from archive.exports.markdownfile import letter_as_markdown, motion_as_markdown
from archive.exports.plaintext import as_text
from archive.held import HeldLetter, HeldMotion
from archive.ledger.book import Book
from archive.outputs import Output


def letter_files(book: Book, letter: HeldLetter) -> Iterator[Output]:
    """Those of a letter."""
    address = letter_address(letter.id)
    yield Output(file_beside(address, "md"), letter_as_markdown(book, letter, address))
    yield from _words(book, letter, address)


def motion_files(book: Book, motion: HeldMotion) -> Iterator[Output]:
    """Those of a motion, of which there are words only if its text is held."""
    address = motion_address(motion.id)
    yield Output(file_beside(address, "md"), motion_as_markdown(book, motion, address))
    if motion.provenance.source:
        yield from _words(book, motion, address)


def _words(book: Book, held: HeldLetter | HeldMotion, address: str) -> Iterator[Output]:
    """The plain text, and the Akoma Ntoso where a date of the record is known."""
    yield Output(file_beside(address, "txt"), as_text(book, held, address))
    if xml := as_akoma_ntoso(book.archive, held, address):
        yield Output(file_beside(address, "xml"), xml)
