"""Owns the thread of a motion: what it takes up, letters and evidence, and what took it up."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from archive.archive import Archive
from archive.held import HeldLetter, HeldMotion
from archive.ledger.asks import Entry
from archive.ledger.clock import Wait, since_meeting
from archive.ledger.deeds import Promise, Trace
from archive.model.dates import PartialDate
from archive.model.letter import Answer


@dataclass(frozen=True)
class Step:
    """Something that happened: a motion, a letter (held, or known only by its sender), evidence.

    `answers` are those of a letter to this motion, `waited` is the time from its meeting. `to` is
    the letter that answers one which is not held. `traces` are the evidence that comes from it.
    """

    day: PartialDate
    motion: HeldMotion | None = None
    letter: HeldLetter | None = None
    sender: str | None = None
    answers: tuple[Answer, ...] = ()
    waited: Wait | None = None
    to: HeldLetter | None = None
    traces: tuple[Trace, ...] = ()

    @property
    def order(self) -> tuple[date, int, str]:
        """Oldest first; on one day motions, then letters, then evidence."""
        kinds = (self.motion, self.letter or self.sender, self.traces)
        held = self.motion or self.letter
        place = next(number for number, one in enumerate(kinds) if one)
        return self.day.first_day, place, held.id if held else ""


def thread(
    archive: Archive,
    motion: HeldMotion,
    entries: tuple[Entry, ...],
    promises: tuple[Promise, ...],
) -> list[Step]:
    """Everything that this archive knows around a motion, each once, oldest first.

    `entries` are the motion's ledger, `promises` the commitments on it.
    """
    steps = (
        *_around(archive, motion),
        *_letters(archive, motion),
        *_evidence(archive, (*entries, *promises)),
    )
    first: dict[str, Step] = {}
    for step in steps:
        held = step.letter or step.motion
        name = held.id if held else f"{step.day} {step.sender} {step.traces}"
        known = first.setdefault(name, step)
        if known is not step:
            first[name] = replace(known, traces=(*known.traces, *step.traces))
    return sorted(first.values(), key=lambda step: step.order)


def _around(archive: Archive, motion: HeldMotion) -> Iterator[Step]:
    """The motion itself, those that it follows and those that follow it or its replies."""
    replies = archive.replies(motion.id)
    later = [m for letter in replies for m in archive.named[letter.id].motions]
    earlier = [archive.motions[name] for name in motion.noun.follows]
    for one in (*earlier, motion, *archive.named[motion.id].motions, *later):
        yield Step(archive.day_of(one), motion=one)


def _letters(archive: Archive, motion: HeldMotion) -> Iterator[Step]:
    """Replies, then what they reply to, what the motion takes up, and what takes up the replies."""
    replies = archive.replies(motion.id)
    for letter in replies:
        answers = tuple(a for a in letter.noun.answers if a.motion == motion.id)
        waited = since_meeting(archive, motion, letter)
        yield Step(letter.date, letter=letter, answers=answers, waited=waited)
    for letter in replies:
        if step := _before(archive, letter):
            yield step
        for other in (*archive.named[letter.id].letters, *archive.named[letter.id].replies):
            yield Step(other.date, letter=other)
        for name in letter.noun.refers_to:
            yield Step(archive.letters[name].date, letter=archive.letters[name])
    for name in motion.noun.refers_to:
        yield Step(archive.letters[name].date, letter=archive.letters[name])


def _before(archive: Archive, letter: HeldLetter) -> Step | None:
    """The letter that a letter replies to, if any."""
    reply = letter.noun.in_reply_to
    if reply is None:
        return None
    if reply.letter:
        earlier = archive.letters[reply.letter]
        return Step(earlier.date, letter=earlier)
    assert reply.date is not None and reply.sender is not None  # the model asks for both or neither
    return Step(reply.date, sender=str(reply.sender), to=letter)


def _evidence(archive: Archive, deeds: tuple[Entry | Promise, ...]) -> Iterator[Step]:
    """What evidence comes from: a record that is held, or a source elsewhere."""
    for deed in deeds:
        for trace in deed.traces:
            letter = archive.letters[trace.evidence.letter] if trace.evidence.letter else None
            motion = archive.motions[trace.evidence.motion] if trace.evidence.motion else None
            yield Step(trace.day, motion=motion, letter=letter, traces=(trace,))
