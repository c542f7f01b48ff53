"""Owns the list of all pages of a site, in the bundles in which they are made."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain
from types import MappingProxyType

from archive.archive import Archive
from archive.held import HeldLetter, HeldMotion
from archive.history.past import NO_HISTORY, History
from archive.ledger.book import Book
from archive.ledger.echoes import echoes
from archive.looks import digest
from archive.pages.abbreviations import Used, abbreviations_page, used_in_every
from archive.pages.changes import change_pages
from archive.pages.commitments import commitment_pages
from archive.pages.dossiers import dossier_page
from archive.pages.echoes import echo_pages
from archive.pages.figures import figures_page
from archive.pages.follow import Followed, follow_page
from archive.pages.gaps import every_gap, gap_pages
from archive.pages.gone import gone_pages
from archive.pages.histories import letter_history, motion_history
from archive.pages.home import home_page
from archive.pages.leaf import Leaf, made
from archive.pages.ledger import ledger_counts, ledger_page
from archive.pages.letters import letter_page
from archive.pages.meetings import meeting_indexes, meeting_page
from archive.pages.motions import motion_page
from archive.pages.page import Page
from archive.pages.people import people_page, person_pages
from archive.pages.prose import prose_pages
from archive.pages.search import search_page
from archive.pages.topics import brief_pages, topics_page
from archive.pages.tracker import tracker_pages
from archive.pages.years import letter_indexes, motion_indexes

Sizes = Mapping[str, int]
"""The bytes of files of data, under their paths."""
NO_SIZES: Sizes = MappingProxyType({})
"""For pages that are made without the files."""


@dataclass(frozen=True)
class PageBundle:
    """Pages that are made together, under a name of their own; of those of one record with it.

    `given` is a digest of what they are made of beside what is looked at.
    """

    name: str
    make: Callable[[], Iterable[Page | Leaf]]
    letter: HeldLetter | None = None
    motion: HeldMotion | None = None
    given: str = ""


def every_page(
    archive: Archive, history: History = NO_HISTORY, sizes: Sizes = NO_SIZES
) -> Iterator[Page]:
    """Every page of the archive's site, with the feeds that it offers."""
    passages = echoes(archive)
    records, others = record_bundles(archive, history), other_bundles(archive, history)
    told = abbreviations_bundle(archive, used_in_every(archive))
    last = (told, ledger_bundle(archive, len(passages)), data_bundle(archive, sizes))
    pages = chain.from_iterable(one.make() for one in (*records, *others, *last))
    return map(Followed(archive), made(chain(echo_pages(passages), pages)))


def data_bundle(archive: Archive, sizes: Sizes) -> PageBundle:
    """The page that tells the sizes of files."""
    return PageBundle("page data", partial(_data, archive, sizes))


def abbreviations_bundle(archive: Archive, used: Used) -> PageBundle:
    """The page of short forms, given which of them the records are known to have."""
    given = digest([f"{path} {' '.join(sorted(forms))}" for path, forms in sorted(used.items())])
    pages = partial(_abbreviations, archive, used)
    return PageBundle("page abbreviations", pages, given=given)


def ledger_bundle(archive: Archive, passages: int) -> PageBundle:
    """The page that tells how much each view of the ledger has, given how many passages recur."""
    pages = partial(_ledger, Book(archive), passages)
    return PageBundle("page ledger", pages, given=str(passages))


def record_bundles(archive: Archive, history: History) -> Iterator[PageBundle]:
    """The pages about one letter, or one motion, for each of them."""
    book = Book(archive)
    for letter in archive.letters.values():
        pages = partial(_letter, book, history, letter)
        yield PageBundle(f"pages {letter.path}", pages, letter=letter)
    for motion in archive.motions.values():
        pages = partial(_motion, book, history, motion)
        yield PageBundle(f"pages {motion.path}", pages, motion=motion)


def other_bundles(archive: Archive, history: History) -> Iterator[PageBundle]:
    """All other pages: first those that take one process the longest, so that none waits for it."""
    book = Book(archive)
    for view in (tracker_pages, commitment_pages, gap_pages, _figures):
        yield PageBundle(f"pages {view.__name__.strip('_')}", partial(view, book))
    for pages in (letter_indexes, motion_indexes, meeting_indexes, prose_pages):
        yield PageBundle(f"pages {pages.__name__}", partial(pages, archive))
    for page in _SINGLE:
        yield PageBundle(f"page {page.__name__}", partial(_single, archive, page))
    for past in (change_pages, gone_pages):
        yield PageBundle(f"pages {past.__name__}", partial(past, archive, history))
    for topic in archive.topics:
        yield PageBundle(f"pages topic {topic}", partial(brief_pages, book, topic))
    for person in archive.people:
        yield PageBundle(f"pages person {person}", partial(person_pages, archive, person))
    for meeting in archive.meetings:
        yield PageBundle(f"pages meeting {meeting}", partial(_meeting, archive, meeting))


def _letter(book: Book, history: History, letter: HeldLetter) -> Iterator[Page]:
    """What is about a letter."""
    yield letter_page(book, letter)
    yield letter_history(book.archive, history, letter)


def _motion(book: Book, history: History, motion: HeldMotion) -> Iterator[Page]:
    """What is about a motion."""
    yield motion_page(book, motion)
    if dossier := dossier_page(book.archive, motion):
        yield dossier
    yield motion_history(book.archive, history, motion)


def _meeting(archive: Archive, meeting: str) -> Iterator[Page]:
    """What is about a meeting."""
    yield meeting_page(archive, meeting)


def _figures(book: Book) -> Iterator[Page]:
    """The page of pictures."""
    yield figures_page(book)


_SINGLE = (home_page, topics_page, people_page, search_page, follow_page)
"""Pages of which there is one."""


def _single(archive: Archive, page: Callable[[Archive], Page]) -> Iterator[Page]:
    yield page(archive)


def _data(archive: Archive, sizes: Sizes) -> Iterator[Page]:
    # Loaded here: it knows each table of the data, and is seldom made.
    from archive.pages.data import data_page

    yield data_page(archive, sizes)


def _abbreviations(archive: Archive, used: Used) -> Iterator[Page]:
    yield abbreviations_page(archive, used)


def _ledger(book: Book, passages: int) -> Iterator[Page]:
    yield ledger_page(book, ledger_counts(book, len(every_gap(book)), passages))
