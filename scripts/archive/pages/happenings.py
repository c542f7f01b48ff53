"""Owns what happened under a topic or around a person: motions and letters in one order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from archive.addresses import letter_address, motion_address
from archive.archive import Archive
from archive.held import HeldLetter, HeldMotion
from archive.model.dates import PartialDate


@dataclass(frozen=True)
class Event:
    """Something that happened: a motion at its meeting, or a letter."""

    day: PartialDate
    motion: HeldMotion | None = None
    letter: HeldLetter | None = None

    @property
    def address(self) -> str:
        """The page of the record."""
        if self.motion:
            return motion_address(self.motion.id)
        return letter_address(self.letter.id) if self.letter else ""

    @property
    def order(self) -> tuple[date, bool, str]:
        """Oldest first; on one day motions before letters."""
        held = self.motion or self.letter
        return self.day.first_day, self.letter is not None, held.id if held else ""


def happenings(
    archive: Archive, motions: Iterable[HeldMotion], letters: Iterable[HeldLetter]
) -> list[Event]:
    """Motions and letters in the order in which they happened."""
    asked = [Event(archive.day_of(motion), motion=motion) for motion in motions]
    answered = [Event(letter.date, letter=letter) for letter in letters]
    return sorted(asked + answered, key=lambda event: event.order)
