"""Owns what became of things asked or undertaken: commitments and evidence, each with its day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from archive.archive import Archive
from archive.held import HeldLetter, HeldMotion
from archive.model.dates import PartialDate
from archive.model.evidence import Delivery, Evidence
from archive.model.letter import Commitment, Letter
from archive.model.motion import Ask


@dataclass(frozen=True)
class Trace:
    """A piece of evidence with the day from which it is, and the record of ours that it quotes."""

    day: PartialDate
    evidence: Evidence
    record: HeldLetter | HeldMotion | None


@dataclass(frozen=True)
class Promise:
    """A commitment of a letter; `number` counts the letter's commitments from 1."""

    letter: HeldLetter
    number: int
    commitment: Commitment
    traces: tuple[Trace, ...]

    @property
    def delivery(self) -> Delivery | None:
        """What the newest evidence says of it; None without any."""
        return delivery(self.traces)


@dataclass(frozen=True)
class Undertaking:
    """A commitment as it is counted and listed: its words, and what became of it, are not read.

    `number` is as that of a promise, `motion` the one that it is on, if any; `traced` says whether
    there is evidence of what became of it.
    """

    letter: HeldLetter
    number: int
    motion: str
    traced: bool


@dataclass(frozen=True)
class Citing:
    """Evidence that a record gives for a deed of another: ask `number`, or commitment `number`."""

    owner: HeldLetter | HeldMotion
    number: int
    evidence: Evidence


def citing(archive: Archive, record: HeldLetter | HeldMotion) -> tuple[Citing, ...]:
    """What evidence a record gives for deeds of others."""
    return tuple(
        Citing(owner, number, one)
        for owner in archive.named[record.id].citing
        for number, deed in enumerate(_deeds(owner), 1)
        for one in deed.evidence
        if record.id in (one.letter, one.motion)
    )


def _deeds(owner: HeldLetter | HeldMotion) -> tuple[Commitment | Ask, ...]:
    noun = owner.noun
    return noun.commitments if isinstance(noun, Letter) else noun.asks


def promises_of(archive: Archive, letter: HeldLetter) -> tuple[Promise, ...]:
    """The commitments of a letter, in its order."""
    return tuple(
        Promise(letter, number, one, traces(archive, one.evidence))
        for number, one in enumerate(letter.noun.commitments, 1)
    )


def undertakings_of(letter: HeldLetter) -> Iterator[Undertaking]:
    """The same, without reading the letter's fields."""
    for number, (motion, _, traced) in enumerate(letter.undertaken, 1):
        yield Undertaking(letter, number, motion, traced)


def promises_on(archive: Archive, motion: HeldMotion) -> tuple[Promise, ...]:
    """The commitments on a motion in all letters that answer it, oldest letter first."""
    return tuple(
        promise
        for letter in archive.replies(motion.id)
        for promise in promises_of(archive, letter)
        if promise.commitment.motion == motion.id
    )


def traces(archive: Archive, evidence: Iterable[Evidence]) -> tuple[Trace, ...]:
    """Evidence in the order of its days, oldest first."""
    found = (_trace(archive, one) for one in evidence)
    return tuple(sorted(found, key=lambda trace: (trace.day.first_day, trace.day.last_day)))


def delivery(found: tuple[Trace, ...]) -> Delivery | None:
    """The state that the newest evidence gives; None without any."""
    return found[-1].evidence.state if found else None


def _trace(archive: Archive, one: Evidence) -> Trace:
    if one.letter:
        letter = archive.letters[one.letter]
        return Trace(letter.date, one, letter)
    if one.motion:
        motion = archive.motions[one.motion]
        return Trace(archive.day_of(motion), one, motion)
    assert one.date is not None  # the model asks for a date where the record is not ours
    return Trace(one.date, one, None)
