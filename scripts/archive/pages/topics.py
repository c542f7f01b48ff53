"""Owns the pages of topics: A to Z, and for each everything under it in the order of dates."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from archive.addresses import TOPICS, topic_address
from archive.archive import Archive, HeldLetter, HeldMotion
from archive.model.dates import PartialDate
from archive.pages.alphabet import by_letter
from archive.pages.jsonld import topic_data
from archive.pages.page import Page, counted


@dataclass(frozen=True)
class Event:
    """Something that happened under a topic: a motion at its meeting, or a letter."""

    day: PartialDate
    motion: HeldMotion | None = None
    letter: HeldLetter | None = None

    @property
    def order(self) -> tuple[date, bool, str]:
        """Oldest first; on one day motions before letters."""
        held = self.motion or self.letter
        return self.day.first_day, self.letter is not None, held.id if held else ""


def topic_pages(archive: Archive) -> Iterator[Page]:
    """Topics A to Z, and a page for each."""
    entries = [(topic.label, name) for name, topic in archive.topics.items()]
    yield Page(
        address=TOPICS,
        template="topics.html",
        kind="index",
        section="topics",
        title="Topics A to Z",
        description="What the motions and letters are about, from A to Z.",
        shows={"alphabet": by_letter(entries)},
    )
    for topic in archive.topics:
        yield _page(archive, topic)


def _page(archive: Archive, topic: str) -> Page:
    noun = archive.topics[topic]
    motions, letters = archive.motions_by_topic[topic], archive.letters_by_topic[topic]
    counts = f"{counted(len(motions), 'motion')} and {counted(len(letters), 'letter')}"
    narrower = [name for name, other in archive.topics.items() if topic in other.broader]
    return Page(
        address=topic_address(topic),
        template="topic.html",
        kind="topic",
        section="topics",
        title=noun.label,
        description=f"{noun.sentence} {counts}.",
        shows={
            "topic": noun,
            "counts": counts,
            "narrower": narrower,
            "related": _related(archive, topic),
            "events": timeline(archive, motions, letters),
        },
        jsonld=topic_data(archive, topic, noun),
        source_path="motions/topics.yml",
    )


def timeline(
    archive: Archive, motions: tuple[HeldMotion, ...], letters: tuple[HeldLetter, ...]
) -> list[Event]:
    """Motions and letters in the order in which they happened."""
    asked = [Event(archive.day_of(motion), motion=motion) for motion in motions]
    answered = [Event(letter.noun.date, letter=letter) for letter in letters]
    return sorted(asked + answered, key=lambda event: event.order)


def _related(archive: Archive, topic: str) -> list[str]:
    """Topics that this one names as related, and those that name it: written on one side only."""
    named = [str(other) for other in archive.topics[topic].related]
    naming = [name for name, other in archive.topics.items() if topic in other.related]
    return sorted({*named, *naming}, key=lambda name: archive.topics[name].label.lower())
