"""Owns what is known of the reply to each motion: full, holding, none found, or none held."""

from dataclasses import dataclass
from typing import Literal

from archive.archive import Archive
from archive.held import HeldLetter, HeldMotion
from archive.ledger.clock import Wait, since_asked, since_meeting
from archive.ledger.states import is_holding

Standing = Literal["replied", "holding reply only", "none found", "none held"]
"""`none found` is dated: somebody looked. `none held` says nothing beyond the archive."""


@dataclass(frozen=True)
class Reply:
    """A motion with its first full reply, its first holding reply, and how long each took.

    `waited` and `held_after` count from the meeting, `asked_before` from the letter that the full
    reply answers to the full reply.
    """

    motion: HeldMotion
    full: HeldLetter | None
    holding: HeldLetter | None
    waited: Wait | None
    held_after: Wait | None
    asked_before: Wait | None

    @property
    def standing(self) -> Standing:
        """Where the matter stands in this archive."""
        if self.full:
            return "replied"
        if self.holding:
            return "holding reply only"
        return "none found" if self.motion.checked else "none held"


def reply_to(archive: Archive, motion: HeldMotion) -> Reply:
    """What is known of the reply to a motion."""
    letters = archive.replies(motion.id)
    full = next((x for x in letters if not is_holding(x)), None)
    holding = next((x for x in letters if is_holding(x)), None)
    return Reply(
        motion,
        full,
        holding,
        since_meeting(archive, motion, full) if full else None,
        since_meeting(archive, motion, holding) if holding else None,
        since_asked(archive, full) if full else None,
    )
