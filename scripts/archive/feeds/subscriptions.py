"""Owns which feeds there are: what each is about, where it is, and whose page it belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

from archive.addresses import (
    CHANGES,
    LETTERS,
    MEETINGS,
    MOTIONS,
    REPLIES,
    person_address,
    topic_address,
)
from archive.archive import Archive
from archive.held import HeldLetter, HeldMotion
from archive.model.letter import LetterKind

Records = tuple[HeldLetter | HeldMotion, ...]
Group = Literal["everything", "kinds", "topics", "people"]
ATOM, JSON_FEED, CALENDAR = "application/atom+xml", "application/feed+json", "text/calendar"
CALENDAR_FILE = f"{MEETINGS}calendar.ics"

MOST, MOST_OF_ONE = 50, 20
"""Entries of a feed: of everything or a kind, and of one topic or person. Feeds do not grow."""


@dataclass(frozen=True)
class Subscription:
    """A feed, written twice: `stem` with `.atom` and with `.json`, about the page at `page`."""

    group: Group
    stem: str
    page: str
    title: str
    says: str
    records: Records = ()
    most: int = MOST

    @property
    def atom(self) -> str:
        """The address of its Atom form."""
        return f"{self.stem}.atom"

    @property
    def json(self) -> str:
        """The address of its JSON form."""
        return f"{self.stem}.json"


@dataclass(frozen=True)
class Subscriptions:
    """Every feed of records, and that of changes."""

    archive: Archive

    @cached_property
    def changes(self) -> Subscription:
        """The feed of what was added, corrected and withdrawn."""
        says = "What was added, corrected or withdrawn, and why."
        return Subscription("everything", f"{CHANGES}feed", CHANGES, "Changes", says)

    @cached_property
    def of_records(self) -> tuple[Subscription, ...]:
        """The feeds whose entries are letters and motions."""
        return (*self._whole(), *self._kinds(), *self._topics(), *self._people())

    @cached_property
    def by_page(self) -> dict[str, list[Subscription]]:
        """Under the address of a page the feeds that it offers."""
        found: dict[str, list[Subscription]] = {}
        for one in (*self.of_records, self.changes):
            found.setdefault(one.page, []).append(one)
        return found

    def _whole(self) -> Iterator[Subscription]:
        archive = self.archive
        both: Records = (*archive.letters.values(), *archive.motions.values())
        letters, motions = tuple(archive.letters.values()), tuple(archive.motions.values())
        answering = tuple(held for held in letters if held.noun.answers)
        whose = archive.site.settings.replies_from
        yield Subscription("everything", "feed", "", "Everything", "Letters and motions.", both)
        yield Subscription(
            *("everything", f"{REPLIES}feed", REPLIES, "New replies"),
            f"Letters that answer motions, from {whose} and others.",
            answering,
        )
        yield Subscription(
            "everything", f"{LETTERS}feed", LETTERS, "Letters", "Letters of every kind.", letters
        )
        yield Subscription("everything", f"{MOTIONS}feed", MOTIONS, "Motions", "Motions.", motions)

    def _kinds(self) -> Iterator[Subscription]:
        for kind in get_args(LetterKind):
            held = tuple(x for x in self.archive.letters.values() if x.noun.kind == kind)
            stem = f"{LETTERS}{kind.replace(' ', '-')}"
            title = f"Letters: {kind}"
            yield Subscription("kinds", stem, LETTERS, title, f"Letters of the kind {kind}.", held)

    def _topics(self) -> Iterator[Subscription]:
        archive = self.archive
        for name, topic in archive.topics.items():
            page = topic_address(name)
            held: Records = (*archive.letters_by_topic[name], *archive.motions_by_topic[name])
            says = f"Letters and motions under the topic {topic.label}."
            yield Subscription("topics", f"{page}feed", page, topic.label, says, held, MOST_OF_ONE)

    def _people(self) -> Iterator[Subscription]:
        archive = self.archive
        for name, person in archive.people.items():
            page = person_address(name)
            held: Records = (*archive.letters_by_person[name], *archive.motions_by_person[name])
            says = f"Letters and motions that name {person.styled}."
            yield Subscription(
                "people", f"{page}feed", page, person.styled, says, held, MOST_OF_ONE
            )
