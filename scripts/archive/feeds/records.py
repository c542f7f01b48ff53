"""Owns the entries of records: what feeds say of a letter or a motion."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from archive.archive import Archive
from archive.feeds.content import letter_content, motion_content, site_address
from archive.feeds.entry import Entry
from archive.feeds.moments import letter_moments, motion_moments
from archive.held import HeldLetter, HeldMotion
from archive.history.past import History
from archive.looks import Worked


@dataclass(frozen=True)
class Entries:
    """The entry of each record, made once, when it is asked for."""

    archive: Archive
    history: History

    @cached_property
    def letters(self) -> Mapping[str, Entry]:
        """Letters by their ids."""
        return Worked(self.archive.letters, self._letter, self.archive.notes)

    @cached_property
    def motions(self) -> Mapping[str, Entry]:
        """Motions by their ids."""
        return Worked(self.archive.motions, self._motion, self.archive.notes)

    def of(self, name: str) -> Entry:
        """That of the record with an id."""
        return self.letters[name] if name in self.archive.letters else self.motions[name]

    def _letter(self, held: HeldLetter) -> Entry:
        archive, letter = self.archive, held.noun
        sender = archive.people[letter.sender].styled
        recipient = archive.people[letter.recipient].styled
        moments = letter_moments(self.history, held)
        return Entry(
            address=site_address(archive, moments.address),
            title=f"{letter.kind.capitalize()} of {letter.date.spoken} from {sender} to"
            f" {recipient}: {held.title}",
            summary=_beginning(held.body.flat),
            content=letter_content(archive, held),
            updated=moments.updated,
            dated=moments.dated,
            published=moments.published,
            authors=(sender,),
            topics=self._topics(archive.topics_of(held)),
        )

    def _motion(self, held: HeldMotion) -> Entry:
        archive, motion = self.archive, held.noun
        day = archive.day_of(held)
        by = f" moved by {archive.people[motion.moved_by].styled}" if motion.moved_by else ""
        moments = motion_moments(archive, self.history, held)
        asks = "; ".join(ask.summary.rstrip(".") for ask in motion.asks)
        return Entry(
            address=site_address(archive, moments.address),
            title=f"Motion of {day.spoken}{by}: {held.title} ({motion.outcome})",
            summary=f"It asks, in the words of this archive: {asks}." if asks else held.title,
            content=motion_content(archive, held),
            updated=moments.updated,
            dated=moments.dated,
            published=moments.published,
            authors=(archive.people[motion.moved_by].styled,) if motion.moved_by else (),
            topics=self._topics(map(str, motion.topics)),
        )

    def _topics(self, names: Iterable[str]) -> tuple[tuple[str, str], ...]:
        return tuple((name, self.archive.topics[name].label) for name in names)


LONGEST_SUMMARY = 300


def _beginning(text: str) -> str:
    """The first words of a text, as many as a summary takes."""
    if len(text) <= LONGEST_SUMMARY:
        return text
    return f"{text[:LONGEST_SUMMARY].rpartition(' ')[0]} …"
