"""Owns the reply tracker: every motion with its asks, their newest responses, and the reply."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from archive.addresses import REPLIES
from archive.archive import Archive
from archive.counting import counted
from archive.held import HeldMotion
from archive.ledger.book import Book
from archive.ledger.figures import reply_times
from archive.ledger.replies import Reply, Standing
from archive.ledger.states import NO_REPLY, UNJUDGED
from archive.model.letter import Response
from archive.pages.leaf import Leaf
from archive.pages.ledger import choices, view_page
from archive.pages.listing import Listing, Part
from archive.pages.page import Page

STATES: tuple[str, ...] = (*get_args(Response), UNJUDGED, NO_REPLY)
STANDINGS: tuple[tuple[Standing, str], ...] = (
    ("replied", "replied"),
    ("holding reply only", "holding reply only"),
    ("none found", "none found"),
    ("none held", "none in this archive"),
)

Asks = tuple[tuple[str, tuple[int, ...]], ...]
"""The numbers of the asks under each newest response, in the order of STATES."""


@dataclass(frozen=True)
class Row:
    """A motion in the tracker; `topics` are its own and those that contain them."""

    reply: Reply
    asks: Asks
    topics: tuple[str, ...]


def tracker_pages(book: Book) -> Iterator[Leaf]:
    """The newest motions, and pages for each year of them."""
    archive = book.archive
    listing = Listing(REPLIES, tuple(archive.motions.values()), archive.day_of)
    for part in listing.pages():
        yield Leaf(part.address, _page, (book, part, listing.about(part)))


def _page(book: Book, part: Part[HeldMotion], about: Sequence[HeldMotion]) -> Page:
    title, rows = part.titled("Replies"), [_row(book, motion) for motion in part.listed]
    return view_page(
        part.address,
        "replies.html",
        title,
        f"{title}: {counted(len(rows), 'motion')}, what was answered to each, and when.",
        {
            "part": part,
            "rows": rows,
            "times": reply_times(row.reply for row in rows),
            "topics": _topics(book.archive, about),
            "movers": _movers(book.archive, about),
            "responses": [(word, word) for word in STATES],
            "standings": STANDINGS,
        },
    )


def _row(book: Book, motion: HeldMotion) -> Row:
    asks = by_state(book.states[motion.id])
    return Row(book.replies[motion.id], asks, with_broader(book.archive, motion.topics))


def with_broader(archive: Archive, topics: Sequence[str]) -> tuple[str, ...]:
    """Topics and all that contain them, each once."""
    found = dict.fromkeys(topics)
    for one in (waiting := list(topics)):  # grows while it is walked
        for broader in map(str, archive.topics[one].broader):
            if broader not in found:
                found[broader] = None
                waiting.append(broader)
    return tuple(found)


def by_state(states: Mapping[int, str]) -> Asks:
    """The numbers of a motion's asks by their newest response."""
    found = ((word, tuple(n for n, w in states.items() if w == word)) for word in STATES)
    return tuple((word, numbers) for word, numbers in found if numbers)


def _topics(archive: Archive, motions: Iterable[HeldMotion]) -> list[tuple[str, str]]:
    """Topics with motions of their own or of narrower topics, by their labels."""
    names = (name for motion in motions for name in with_broader(archive, motion.topics))
    return choices(names, lambda name: archive.topics[name].label)


def _movers(archive: Archive, motions: Iterable[HeldMotion]) -> list[tuple[str, str]]:
    """Those who moved a motion, by their names."""
    movers = (motion.lead for motion in motions)
    return choices(filter(None, movers), lambda name: archive.people[name].styled)
