"""Owns the pages of topics: A to Z, and for each the evidence brief of all that stands under it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from archive.addresses import TOPICS, topic_address, year_address
from archive.anchors import anchor_of
from archive.archive import Archive
from archive.ledger.book import Book
from archive.ledger.figures import reply_times
from archive.pages.alphabet import by_letter
from archive.pages.alternates import as_data
from archive.pages.brief import Brief, brief_of
from archive.pages.figures import responses_chart
from archive.pages.jsonld import topic_data
from archive.pages.ledger import address_of
from archive.pages.page import Contents, Page, counted

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


def brief_pages(book: Book, topic: str) -> Iterator[Page]:
    """The brief of a topic; of a long one the newest, and a page for each year."""
    brief = brief_of(book, topic)
    if not brief.long:
        yield _page(book, topic, brief, brief, None)
        return
    yield _page(book, topic, brief, brief.newest(), None)
    for year in brief.years:
        yield _page(book, topic, brief, brief.of(year), year)


def _page(book: Book, topic: str, whole: Brief, shown: Brief, year: int | None) -> Page:
    """One page of a topic's brief: all of it, its newest, or what is of one year."""
    archive, noun = book.archive, book.archive.topics[topic]
    title = noun.label if year is None else f"{noun.label}, {year:04}"
    address = topic_address(topic)
    return Page(
        address=address if year is None else year_address(address, year),
        template="topic.html",
        kind="topic",
        section="topics",
        title=title,
        description=f"{noun.sentence} {_counts(whole if year is None else shown, year)}.",
        shows={
            "name": topic,
            "topic": noun,
            "title": title,
            "own": _own(whole) if whole.through and year is None else None,
            "narrower": archive.narrower_topics[topic],
            "related": _related(archive, topic),
            "whole": whole,
            "shown": shown,
            "year": year,
            "years": whole.years if whole.long else {},
            "anchor_of": anchor_of,
            "address_of": address_of,
            **_facts(book, whole if year is None else shown),
        },
        contents=_contents(shown),
        jsonld=topic_data(archive, topic, noun) if year is None else None,
        source_path="motions/topics.yml",
        alternates=as_data(topic_address(topic), "topic") if year is None else (),
    )


def _facts(book: Book, told: Brief) -> dict[str, Any]:
    """What stands above the lists: figures of the whole brief, or of its year."""
    return {
        "told": told,
        "incomplete": sum(not motion.noun.asks_complete for motion in told.motions),
        "counts": _counts(told),
        "chart": responses_chart(book, told.entries),
        "times": reply_times(book.replies[motion.id] for motion in told.motions),
        "movers": _most(motion.noun.moved_by for motion in told.motions),
        "writers": _most(letter.noun.sender for letter in told.letters),
    }


def _counts(brief: Brief, year: int | None = None) -> str:
    motions, letters = len(brief.motions), len(brief.letters)
    of = f"Of {year:04}: " if year is not None else ""
    return f"{of}{counted(motions, 'motion')} and {counted(letters, 'letter')}"


def _own(brief: Brief) -> str:
    """How much of it stands under the topic itself."""
    motions, letters = counted(brief.own_motions, "motion"), counted(brief.own_letters, "letter")
    return f"{motions} and {letters}"


def _most(people: Iterable[str | None]) -> list[tuple[str, int]]:
    """People with how often they occur, the most frequent first."""
    counts = Counter(str(person) for person in people if person)
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:MOST_PEOPLE]


def _contents(brief: Brief) -> tuple[Contents, ...]:
    if not brief.events:
        return ()
    promises = (Contents("commitments", "What was undertaken"),) if brief.promises else ()
    asks = Contents("asks", "What was asked and answered")
    return (asks, *promises, Contents("events", "In the order of dates"))


def _related(archive: Archive, topic: str) -> list[str]:
    """Topics that this one names as related, and those that name it: written on one side only."""
    named = [str(other) for other in archive.topics[topic].related]
    naming = [name for name, other in archive.topics.items() if topic in other.related]
    return sorted({*named, *naming}, key=lambda name: archive.topics[name].label.lower())
