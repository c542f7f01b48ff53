"""Owns which feeds there are: what each is about, where it is, and whose page it belongs to."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
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
from archive.model.letter import Letter, LetterKind

Records = tuple[HeldLetter | HeldMotion, ...]
Group = Literal["everything", "kinds", "topics", "people"]
ATOM, JSON_FEED, CALENDAR = "application/atom+xml", "application/feed+json", "text/calendar"
CALENDAR_FILE = f"{MEETINGS}calendar.ics"

MOST, MOST_OF_ONE = 50, 20
"""Entries of a feed: of everything or a kind, and of one topic or person. Feeds do not grow."""


@dataclass(frozen=True)
class Subscription:
    """A feed, written twice: `stem` with `.atom` and with `.json`, about the page at `page`.

    Most who ask what feeds there are do not ask for their records, which `held` gathers.
    """

    group: Group
    stem: str
    page: str
    title: str
    says: str
    held: Callable[[], Records] = tuple
    most: int = MOST

    @cached_property
    def records(self) -> Records:
        """All letters and motions that the feed is about; it has the newest of them."""
        return self.held()

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
        whose = self.archive.site.settings.replies_from
        yield Subscription(
            "everything", "feed", "", "Everything", "Letters and motions.", self._everything
        )
        yield Subscription(
            *("everything", f"{REPLIES}feed", REPLIES, "New replies"),
            f"Letters that answer motions, from {whose} and others.",
            partial(self._letters, lambda letter: bool(letter.answers)),
        )
        yield Subscription(
            *("everything", f"{LETTERS}feed", LETTERS, "Letters", "Letters of every kind."),
            partial(self._letters, lambda _: True),
        )
        yield Subscription(
            *("everything", f"{MOTIONS}feed", MOTIONS, "Motions", "Motions."),
            lambda: tuple(self.archive.motions.values()),
        )

    def _kinds(self) -> Iterator[Subscription]:
        for kind in get_args(LetterKind):
            stem = f"{LETTERS}{kind.replace(' ', '-')}"
            title, says = f"Letters: {kind}", f"Letters of the kind {kind}."
            held = partial(self._letters, partial(_is_of, kind))
            yield Subscription("kinds", stem, LETTERS, title, says, held)

    def _topics(self) -> Iterator[Subscription]:
        for name, topic in self.archive.topics.items():
            page = topic_address(name)
            says = f"Letters and motions under the topic {topic.label}."
            held = partial(self._under, name)
            yield Subscription("topics", f"{page}feed", page, topic.label, says, held, MOST_OF_ONE)

    def _people(self) -> Iterator[Subscription]:
        for name, person in self.archive.people.items():
            page = person_address(name)
            says = f"Letters and motions that name {person.styled}."
            held = partial(self._naming, name)
            yield Subscription(
                "people", f"{page}feed", page, person.styled, says, held, MOST_OF_ONE
            )

    def _everything(self) -> Records:
        return (*self.archive.letters.values(), *self.archive.motions.values())

    def _letters(self, fits: Callable[[Letter], bool]) -> Records:
        return tuple(held for held in self.archive.letters.values() if fits(held.noun))

    def _under(self, topic: str) -> Records:
        return (*self.archive.letters_by_topic[topic], *self.archive.motions_by_topic[topic])

    def _naming(self, person: str) -> Records:
        return (*self.archive.letters_by_person[person], *self.archive.motions_by_person[person])


def _is_of(kind: str, letter: Letter) -> bool:
    return letter.kind == kind
