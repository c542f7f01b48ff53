"""Owns the list of all pages of a site."""

from collections.abc import Iterator

from archive.archive import Archive
from archive.history.past import NO_HISTORY, History
from archive.ledger.book import Book
from archive.ledger.echoes import echoes
from archive.pages.abbreviations import abbreviations_page
from archive.pages.changes import change_pages
from archive.pages.commitments import commitment_pages
from archive.pages.data import NO_SIZES, Sizes, data_page
from archive.pages.dossiers import dossier_pages
from archive.pages.echoes import echo_pages
from archive.pages.figures import figures_page
from archive.pages.follow import Followed, follow_page
from archive.pages.gaps import every_gap, gap_pages
from archive.pages.gone import gone_pages
from archive.pages.histories import history_pages
from archive.pages.home import home_page
from archive.pages.ledger import ledger_counts, ledger_page
from archive.pages.letters import letter_page
from archive.pages.meetings import meeting_pages
from archive.pages.motions import motion_page
from archive.pages.page import Page
from archive.pages.people import people_pages
from archive.pages.prose import prose_pages
from archive.pages.search import search_page
from archive.pages.topics import topic_pages
from archive.pages.tracker import tracker_pages
from archive.pages.years import letter_indexes, motion_indexes


def every_page(
    archive: Archive, history: History = NO_HISTORY, sizes: Sizes = NO_SIZES
) -> Iterator[Page]:
    """Every page of the archive's site, with the feeds that it offers."""
    return map(Followed(archive), _every_page(archive, history, sizes))


def _every_page(archive: Archive, history: History, sizes: Sizes) -> Iterator[Page]:
    yield home_page(archive)
    yield search_page(archive)
    book = Book(archive)
    for letter in archive.letters.values():
        yield letter_page(book, letter)
    for motion in archive.motions.values():
        yield motion_page(book, motion)
    for pages in (letter_indexes, motion_indexes, meeting_pages, people_pages):
        yield from pages(archive)
    yield from dossier_pages(archive)
    yield from ledger_pages(book)
    yield abbreviations_page(archive)
    yield data_page(archive, sizes)
    yield from past_pages(archive, history)
    yield follow_page(archive)
    yield from prose_pages(archive)


def past_pages(archive: Archive, history: History) -> Iterator[Page]:
    """The pages that tell how the records came to be as they are."""
    yield from history_pages(archive, history)
    yield from change_pages(archive, history)
    yield from gone_pages(archive, history)


def ledger_pages(book: Book) -> Iterator[Page]:
    """The pages for which the whole ledger is worked out: topics, and the section of its own."""
    yield from topic_pages(book)
    gaps, passages = every_gap(book), echoes(book.archive)
    yield ledger_page(book, ledger_counts(book, len(gaps), len(passages)))
    yield from tracker_pages(book)
    yield from commitment_pages(book)
    yield from gap_pages(book, gaps)
    yield from echo_pages(book, passages)
    yield figures_page(book)
