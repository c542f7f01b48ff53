"""Owns the state of each ask: the newest response to it, or why there is none.

It is asked for all motions at once, so no fields are read for it.
"""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from archive.archive import Archive
from archive.held import HeldLetter, HeldMotion
from archive.model.letter import Response

T = TypeVar("T")

UNJUDGED, NO_REPLY = "not yet judged", "no full reply here"
"""Of an ask that nothing is set against: a full reply to its motion is held, or none is."""


def states_of(archive: Archive, motion: HeldMotion) -> dict[int, str]:
    """The states of a motion's asks, by their numbers."""
    said = list(said_to(archive, motion))
    replied = any(not is_holding(letter) for letter in archive.replies(motion.id))
    none = UNJUDGED if replied else NO_REPLY
    to_each = {ask: [one[1:] for one in said if one[0] == ask] for ask in motion.asks}
    return {ask: newest(answers) or none for ask, answers in to_each.items()}


def said_to(archive: Archive, motion: HeldMotion) -> Iterator[tuple[int, HeldLetter, Response]]:
    """What letters say to the asks of a motion, told by their numbers; oldest letter first."""
    for letter in archive.replies(motion.id):
        for answered, ask, response in letter.said:
            if answered == motion.id:
                yield ask, letter, response


def newest(answers: Sequence[tuple[HeldLetter, T]]) -> T | None:
    """What the newest of letters says; a holding reply counts only if there is nothing else."""
    full = [said for letter, said in answers if not is_holding(letter)]
    return next(reversed(full or [said for _, said in answers]), None)


def is_holding(letter: HeldLetter) -> bool:
    """Whether a letter only says that there will be a reply."""
    return letter.kind == "holding reply"
