"""Owns the evidence brief of a topic: what stands under it and its narrower topics, by year."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, groupby

from archive.addresses import letter_address, motion_address
from archive.archive import Archive
from archive.groups import N
from archive.held import Held, HeldLetter, HeldMotion
from archive.ledger.asks import Entry
from archive.ledger.book import Book
from archive.ledger.deeds import Promise, Undertaking, undertakings_of
from archive.ledger.replies import Reply
from archive.pages.happenings import Event, happenings
from archive.pages.listing import Listing

LONGEST = 40
"""Asks, letters or commitments on the first page of a topic; of more, each year has a page."""

A_PAGE = 100
"""Events, asks and commitments on the page of a year or of its part."""


@dataclass(frozen=True)
class Brief:
    """Motions, letters and commitments under a topic, or a part of them, newest first.

    `through` names the narrower topic of what does not stand under the topic itself, by address.
    """

    book: Book
    motions: tuple[HeldMotion, ...]
    letters: tuple[HeldLetter, ...]
    undertakings: tuple[Undertaking, ...]
    through: Mapping[str, str]

    @cached_property
    def states(self) -> tuple[str, ...]:
        """The state of each ask of its motions."""
        of_each = (self.book.states[motion.id].values() for motion in self.motions)
        return tuple(chain.from_iterable(of_each))

    @cached_property
    def promises(self) -> list[Promise]:
        """Its commitments, with what became of them."""
        return list(map(self.book.promise, self.undertakings))

    @cached_property
    def groups(self) -> list[tuple[HeldMotion, Reply, tuple[Entry, ...]]]:
        """Its motions, each with what is known of the reply, and its asks."""
        book = self.book
        return [(held, book.replies[held.id], book.entries[held.id]) for held in self.motions]

    @cached_property
    def events(self) -> list[Event]:
        """Its motions and letters in the order in which they happened."""
        return happenings(self.book.archive, self.motions, self.letters)

    @property
    def long(self) -> bool:
        """Whether one page should not show all of it."""
        return max(len(self.states), len(self.letters), len(self.undertakings)) > LONGEST

    @property
    def own_motions(self) -> int:
        """How many motions stand under the topic itself."""
        return sum(motion_address(held.id) not in self.through for held in self.motions)

    @property
    def own_letters(self) -> int:
        """How many letters stand under the topic itself."""
        return sum(letter_address(held.id) not in self.through for held in self.letters)

    def newest(self) -> "Brief":
        """The newest of each; motions only with all of their asks."""
        motions: list[HeldMotion] = []
        asks = 0
        for motion in self.motions:
            asks += len(motion.asks)
            if motions and (asks > LONGEST or len(motions) == LONGEST):
                break
            motions.append(motion)
        letters, undertakings = self.letters[:LONGEST], self.undertakings[:LONGEST]
        return Brief(self.book, tuple(motions), letters, undertakings, self.through)

    @cached_property
    def by_letter(self) -> Mapping[str, tuple[Undertaking, ...]]:
        """Its commitments under the ids of their letters."""
        groups = groupby(self.undertakings, key=lambda one: one.letter.id)
        return {name: tuple(group) for name, group in groups}

    def listing(self, section: str) -> Listing[Event]:
        """What happened, newest first, to be shown on pages for each year."""
        newest = tuple(reversed(self.events))
        return Listing(section, newest, lambda event: event.day, self._rows, A_PAGE)

    def of(self, events: Sequence[Event]) -> "Brief":
        """The part of it that some of its events are, newest first."""
        letters = tuple(event.letter for event in events if event.letter)
        motions = tuple(event.motion for event in events if event.motion)
        found = (self.by_letter.get(letter.id, ()) for letter in letters)
        undertakings = tuple(chain.from_iterable(found))
        addresses = (event.address for event in events)
        through = {one: self.through[one] for one in addresses if one in self.through}
        return Brief(self.book, motions, letters, undertakings, through)

    def _rows(self, event: Event) -> int:
        """An event stands in the order of dates, and brings its asks or its commitments."""
        asks = len(event.motion.asks) if event.motion else 0
        undertakings = self.by_letter.get(event.letter.id, ()) if event.letter else ()
        return 1 + asks + len(undertakings)


def brief_of(book: Book, topic: str) -> Brief:
    """Everything under a topic and the topics within it."""
    archive = book.archive
    names = [topic, *narrower_of(archive, topic)]
    through: dict[str, str] = {}
    for name in names:
        under = [motion_address(held.id) for held in archive.motions_by_topic[name]]
        for address in (*under, *(letter_address(x.id) for x in archive.letters_by_topic[name])):
            through.setdefault(address, name)
    motions = _merged(archive.motions, [archive.motions_by_topic[name] for name in names])
    letters = _merged(archive.letters, [archive.letters_by_topic[name] for name in names])
    undertakings = tuple(_undertakings(book, letters, {m.id for m in motions}, set(names)))
    narrower = {address: name for address, name in through.items() if name != topic}
    return Brief(book, motions, letters, undertakings, narrower)


def _merged(
    every: Mapping[str, Held[N]], groups: Sequence[tuple[Held[N], ...]]
) -> tuple[Held[N], ...]:
    """The records of several groups, each once, in the order in which the archive has them."""
    if len(groups) == 1:
        return groups[0]
    wanted = {held.id for group in groups for held in group}
    return tuple(held for name, held in every.items() if name in wanted)


def narrower_of(archive: Archive, topic: str) -> list[str]:
    """The topics within a topic, and those within these, each once."""
    found: dict[str, None] = {}
    waiting = [topic]
    while waiting:
        within = archive.narrower_topics[waiting.pop(0)]
        waiting += [name for name in within if name not in found]
        found |= dict.fromkeys(within)
    return list(found)


def _undertakings(
    book: Book, letters: Sequence[HeldLetter], motions: set[str], topics: set[str]
) -> Iterator[Undertaking]:
    """Commitments on the motions; one on none, where all that its letter is about is meant."""
    for letter in letters:
        whole = topics.issuperset(book.archive.topics_of(letter))
        for one in undertakings_of(letter):
            if one.motion in motions or (not one.motion and whole):
                yield one
