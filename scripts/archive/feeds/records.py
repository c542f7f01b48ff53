"""Owns the entries of records: what feeds say of a letter or a motion."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from archive.addresses import letter_address, motion_address
from archive.archive import Archive
from archive.feeds.content import letter_content, motion_content, site_address
from archive.feeds.entry import Entry, midnight
from archive.held import HeldLetter, HeldMotion
from archive.history.past import History
from archive.model.dates import PartialDate


@dataclass(frozen=True)
class Entries:
    """The entry of each record, made once."""

    archive: Archive
    history: History

    @cached_property
    def letters(self) -> Mapping[str, Entry]:
        """Letters by their ids."""
        return {held.id: self._letter(held) for held in self.archive.letters.values()}

    @cached_property
    def motions(self) -> Mapping[str, Entry]:
        """Motions by their ids."""
        return {held.id: self._motion(held) for held in self.archive.motions.values()}

    def _letter(self, held: HeldLetter) -> Entry:
        archive, letter = self.archive, held.noun
        sender = archive.people[letter.sender].styled
        recipient = archive.people[letter.recipient].styled
        first, last = self._moments(held.path, letter.date)
        return Entry(
            address=site_address(archive, letter_address(held.id)),
            title=f"{letter.kind.capitalize()} of {letter.date.spoken} from {sender} to"
            f" {recipient}: {held.title}",
            summary=_beginning(held.body.flat),
            content=letter_content(archive, held),
            updated=last,
            dated=midnight(letter.date),
            published=first,
            authors=(sender,),
            topics=self._topics(archive.topics_of(held)),
        )

    def _motion(self, held: HeldMotion) -> Entry:
        archive, motion = self.archive, held.noun
        day = archive.day_of(held)
        by = f" moved by {archive.people[motion.moved_by].styled}" if motion.moved_by else ""
        first, last = self._moments(held.path, day)
        asks = "; ".join(ask.summary.rstrip(".") for ask in motion.asks)
        return Entry(
            address=site_address(archive, motion_address(held.id)),
            title=f"Motion of {day.spoken}{by}: {held.title} ({motion.outcome})",
            summary=f"It asks, in the words of this archive: {asks}." if asks else held.title,
            content=motion_content(archive, held),
            updated=last,
            dated=midnight(day),
            published=first,
            authors=(archive.people[motion.moved_by].styled,) if motion.moved_by else (),
            topics=self._topics(map(str, motion.topics)),
        )

    def _moments(self, path: str, date: PartialDate) -> tuple[datetime | None, datetime]:
        """When a record appeared and when it changed, by git; else only its own date is known."""
        changes = self.history.of(path)
        if not changes:
            return None, midnight(date)
        added = [change.commit.moment for change in changes if change.kind == "added"]
        return (added[-1] if added else None), changes[0].commit.moment

    def _topics(self, names: Iterable[str]) -> tuple[tuple[str, str], ...]:
        return tuple((name, self.archive.topics[name].label) for name in names)


LONGEST_SUMMARY = 300


def _beginning(text: str) -> str:
    """The first words of a text, as many as a summary takes."""
    if len(text) <= LONGEST_SUMMARY:
        return text
    return f"{text[:LONGEST_SUMMARY].rpartition(' ')[0]} …"
