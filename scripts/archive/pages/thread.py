"""Owns the thread of a motion: the letters behind its replies, held or not, and the replies."""

from dataclasses import dataclass
from datetime import date

from archive.archive import Archive, HeldLetter, HeldMotion
from archive.model.dates import PartialDate
from archive.model.letter import Answer


@dataclass(frozen=True)
class Step:
    """A letter of a thread: one held (with its answer, if it gives one), or one only known of."""

    day: PartialDate
    sender: str
    letter: HeldLetter | None = None
    answer: Answer | None = None

    @property
    def order(self) -> tuple[date, str]:
        """Oldest first."""
        return self.day.first_day, self.letter.id if self.letter else ""


def thread(archive: Archive, motion: HeldMotion) -> list[Step]:
    """Every letter that answers a motion and every letter that these reply to, each once."""
    replies = archive.replies(motion.id)
    answers = {letter.id: answer for letter, answer in replies}
    steps = [_held(letter, answer) for letter, answer in replies]
    steps += [step for letter, _ in replies if (step := _before(archive, letter, answers))]
    return sorted(dict.fromkeys(steps), key=lambda step: step.order)


def _before(archive: Archive, letter: HeldLetter, answers: dict[str, Answer]) -> Step | None:
    """The letter that a letter replies to, if any."""
    reply = letter.noun.in_reply_to
    if reply is None:
        return None
    if reply.letter:
        return _held(archive.letters[reply.letter], answers.get(reply.letter))
    assert reply.date is not None and reply.sender is not None  # the model asks for both or neither
    return Step(reply.date, str(reply.sender))


def _held(letter: HeldLetter, answer: Answer | None) -> Step:
    return Step(letter.noun.date, str(letter.noun.sender), letter, answer)
