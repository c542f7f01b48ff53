"""Owns the thread of a motion: the letters behind its replies, held or not, and the replies."""

from dataclasses import dataclass
from datetime import date

from archive.archive import Archive, HeldLetter, HeldMotion
from archive.model.dates import PartialDate
from archive.model.letter import Answer


@dataclass(frozen=True)
class Step:
    """A letter of a thread: one held (with its answers, if it gives any), or one only known of."""

    day: PartialDate
    sender: str
    letter: HeldLetter | None = None
    answers: tuple[Answer, ...] = ()

    @property
    def order(self) -> tuple[date, str]:
        """Oldest first."""
        return self.day.first_day, self.letter.id if self.letter else ""


def thread(archive: Archive, motion: HeldMotion) -> list[Step]:
    """Every letter that answers a motion and every letter that these reply to, each once."""
    replies = archive.replies(motion.id)
    steps = [_held(letter, motion) for letter in replies]
    steps += [step for letter in replies if (step := _before(archive, letter, motion))]
    return sorted(dict.fromkeys(steps), key=lambda step: step.order)


def _before(archive: Archive, letter: HeldLetter, motion: HeldMotion) -> Step | None:
    """The letter that a letter replies to, if any."""
    reply = letter.noun.in_reply_to
    if reply is None:
        return None
    if reply.letter:
        return _held(archive.letters[reply.letter], motion)
    assert reply.date is not None and reply.sender is not None  # the model asks for both or neither
    return Step(reply.date, str(reply.sender))


def _held(letter: HeldLetter, motion: HeldMotion) -> Step:
    answers = tuple(answer for answer in letter.noun.answers if answer.motion == motion.id)
    return Step(letter.noun.date, str(letter.noun.sender), letter, answers)
