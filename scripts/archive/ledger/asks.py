"""Owns each ask with everything that was said of it: answers, commitments, later evidence."""

from dataclasses import dataclass

from archive.archive import Archive
from archive.held import HeldLetter, HeldMotion
from archive.ledger.deeds import Promise, Trace, delivery, promises_on, traces
from archive.ledger.states import newest
from archive.model.evidence import Delivery
from archive.model.letter import Answer, AskAnswer, Response
from archive.model.motion import Ask


@dataclass(frozen=True)
class Answered:
    """What one letter answers to one ask."""

    letter: HeldLetter
    answer: Answer
    asked: AskAnswer


@dataclass(frozen=True)
class Entry:
    """An ask of a motion; `answers` and `promises` stand in the order of their letters' dates."""

    motion: HeldMotion
    ask: Ask
    answers: tuple[Answered, ...]
    promises: tuple[Promise, ...]
    traces: tuple[Trace, ...]

    @property
    def newest(self) -> Answered | None:
        """The answer of the newest letter; a holding reply counts only if there is nothing else."""
        return newest([(one.letter, one) for one in self.answers])

    @property
    def response(self) -> Response | None:
        """The response of the newest answer; None while none is set against the ask."""
        return self.newest.asked.response if self.newest else None

    @property
    def delivery(self) -> Delivery | None:
        """What the newest evidence under the ask itself says; None without any."""
        return delivery(self.traces)


def entries_of(archive: Archive, motion: HeldMotion) -> tuple[Entry, ...]:
    """The ledger of a motion: each of its asks, in their order."""
    answers, promises = archive.answers(motion.id), promises_on(archive, motion)
    return tuple(
        Entry(
            motion,
            ask,
            tuple(
                Answered(letter, answer, asked)
                for letter, answer in answers
                for asked in answer.asks
                if asked.ask == ask.ask
            ),
            tuple(promise for promise in promises if promise.commitment.ask == ask.ask),
            traces(archive, ask.evidence),
        )
        for ask in motion.noun.asks
    )
