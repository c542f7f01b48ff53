"""Owns the pages of topics: A to Z, and for each the evidence brief of all that stands under it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from archive.addresses import TOPICS, topic_address
from archive.archive import Archive
from archive.counting import counted
from archive.ledger.book import Book
from archive.ledger.figures import reply_times
from archive.pages.alphabet import by_letter
from archive.pages.alternates import as_data
from archive.pages.brief import Brief, brief_of
from archive.pages.figures import responses_chart
from archive.pages.happenings import Event
from archive.pages.jsonld import topic_data
from archive.pages.leaf import Leaf
from archive.pages.ledger import address_of
from archive.pages.listing import Part
from archive.pages.page import Contents, Page

MOST_PEOPLE = 8
"""People of a kind who are named on the page of a topic."""


def topics_page(archive: Archive) -> Page:
    """Topics A to Z."""
    entries = [(topic.label, name) for name, topic in archive.topics.items()]
    return Page(
        address=TOPICS,
        template="topics.html",
        kind="index",
        section="topics",
        title="Topics A to Z",
        description="What the motions and letters are about, from A to Z.",
        shows={"alphabet": by_letter(entries)},
    )


def brief_pages(book: Book, topic: str) -> Iterator[Leaf]:
    """The brief of a topic; of a long one the newest, and pages for each year."""
    brief = brief_of(book, topic)
    listing = brief.listing(topic_address(topic))
    if not brief.long:
        yield _leaf(book, topic, listing.whole, brief, brief)
        return
    for part in (listing.front, *listing.of_years()):
        shown = brief.of(part.listed) if part.year else brief.newest()
        yield _leaf(book, topic, part, brief.of(listing.about(part)) if part.year else brief, shown)


def _leaf(book: Book, topic: str, part: Part[Event], told: Brief, shown: Brief) -> Leaf:
    """A page to be; its briefs are copies, which have worked out nothing yet."""
    return Leaf(part.address, _page, (book, topic, part, replace(told), replace(shown)))


def _page(book: Book, topic: str, part: Part[Event], told: Brief, shown: Brief) -> Page:
    """One page of a topic's brief, which tells of all, of a year or of a part of one."""
    archive, noun = book.archive, book.archive.topics[topic]
    first = part.year is None
    title = part.titled(f"{noun.label}{'' if first else ','}")
    return Page(
        address=part.address,
        template="topic.html",
        kind="topic",
        section="topics",
        title=title,
        description=f"{noun.sentence} {_counts(told, part)}.",
        shows={
            "name": topic,
            "topic": noun,
            "title": title,
            "own": _own(told) if told.through and first else None,
            "narrower": archive.narrower_topics[topic],
            "related": _related(archive, topic),
            "part": part,
            "shown": shown,
            "address_of": address_of,
            **_facts(book, told),
        },
        contents=_contents(shown),
        jsonld=topic_data(archive, topic, noun) if first else None,
        source_path="motions/topics.yml",
        alternates=as_data(part.address, "topic") if first else (),
    )


def _facts(book: Book, told: Brief) -> dict[str, Any]:
    """What stands above the lists: figures of the whole brief, or of its year."""
    return {
        "told": told,
        "incomplete": sum(not motion.complete for motion in told.motions),
        "counts": _counts(told),
        "chart": responses_chart(told.states),
        "times": reply_times(book.replies[motion.id] for motion in told.motions),
        "movers": _most(motion.lead for motion in told.motions),
        "writers": _most(letter.lead for letter in told.letters),
    }


def _counts(brief: Brief, part: Part[Event] | None = None) -> str:
    motions, letters = len(brief.motions), len(brief.letters)
    of = f"Of{part.titled('')}: " if part and part.year is not None else ""
    return f"{of}{counted(motions, 'motion')} and {counted(letters, 'letter')}"


def _own(brief: Brief) -> str:
    """How much of it stands under the topic itself."""
    motions, letters = counted(brief.own_motions, "motion"), counted(brief.own_letters, "letter")
    return f"{motions} and {letters}"


def _most(people: Iterable[str]) -> list[tuple[str, int]]:
    """People with how often they occur, the most frequent first."""
    counts = Counter(filter(None, people))
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:MOST_PEOPLE]


def _contents(brief: Brief) -> tuple[Contents, ...]:
    if not brief.events:
        return ()
    promises = (Contents("commitments", "What was undertaken"),) if brief.undertakings else ()
    asks = Contents("asks", "What was asked and answered")
    return (asks, *promises, Contents("events", "In the order of dates"))


def _related(archive: Archive, topic: str) -> list[str]:
    """Topics that this one names as related, and those that name it: written on one side only."""
    named = [str(other) for other in archive.topics[topic].related]
    naming = [name for name, other in archive.topics.items() if topic in other.related]
    return sorted({*named, *naming}, key=lambda name: archive.topics[name].label.lower())
