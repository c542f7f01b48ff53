"""Owns the words of invented letters: on each thing asked, and what they undertake."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import get_args

from archive.demo.assembly import Assembly
from archive.demo.matters import Coming, known
from archive.demo.motions import Moved
from archive.demo.texts import Text, text
from archive.demo.turns import one_in
from archive.demo.words import Words
from archive.model.dates import PartialDate
from archive.model.letter import LetterKind, Response

_RESPONSES = get_args(Response)
QUOTED = "addressed", "partly", "declined", "deferred", "outside remit"
"""Responses that rest on words of the letter."""
TWICE = "I will write again when there is more to say."


@dataclass(frozen=True)
class Reply:
    """What a letter says of one ask of one motion: a judgement, and the words it rests on."""

    motion: Moved
    ask: int
    response: str
    words: str


@dataclass(frozen=True)
class Written:
    """A letter as it was written; `promise` is what it undertakes about its first answer."""

    number: int
    id: str
    reference: str
    kind: LetterKind
    day: date
    told: PartialDate
    sender: str
    recipient: str
    replies: tuple[Reply, ...]
    text: Text
    promise: str | None
    motions: tuple[Moved, ...]


def written(
    coming: Coming, number: int, motions: Sequence[Moved], words: Words, assembly: Assembly
) -> Written:
    """The letter that comes; `number` is its own among all letters."""
    day, asked = coming.day, coming.kind == "request"
    warden = assembly.watch if one_in(6, number, 5) else assembly.warden(day)
    chair = assembly.chair(motions[0].meeting.day)
    sender, recipient = (chair, assembly.warden(day)) if asked else (warden, chair)
    replies = () if asked else tuple(_replies(coming.kind, number, motions, words))
    promise = f"I will {words.clause(6, 12)} before the year is out"
    promised = promise if coming.kind in ("reply", "follow-up") else None
    greeting = f"Dear {assembly.given_name(recipient)},"
    end = ("Yours sincerely,", f"{assembly.name(sender)}\nVellmoor")
    told = ", ".join(f"motion {motion.number} ({motion.title})" for motion in motions)
    opening = f"I write about {told}. {words.paragraph(3)}"
    middle = tuple(_sections(replies, promised, words)) if replies else (words.paragraph(6),)
    last = (f"{TWICE} {words.paragraph(2)} {TWICE}",)
    blocks = (greeting, opening, *middle, *last, *end)
    told_day = known(day, _how(number))
    reference = f"WV/{day.year}/{number:05}"
    return Written(
        *(number, f"{told_day.iso}-wv-{number:05}", reference, coming.kind, day, told_day),
        *(sender, recipient, replies, text(blocks, number), promised, tuple(motions)),
    )


def _how(number: int) -> str:
    if one_in(41, number, 40):
        return "year"
    return "month" if one_in(9, number, 8) else "doubt" if one_in(13, number, 12) else "day"


def _replies(
    kind: LetterKind, number: int, motions: Sequence[Moved], words: Words
) -> Iterator[Reply]:
    for motion in motions:
        for ask in range(1, len(motion.asks) + 1):
            said = f"On point {ask} of motion {motion.number}, {words.clause(9, 18)}"
            holding = kind == "holding reply"
            response = "deferred" if holding else _RESPONSES[(number + ask) % len(_RESPONSES)]
            yield Reply(motion, ask, response, said)
            if holding:
                break


def _sections(replies: Sequence[Reply], promised: str | None, words: Words) -> Iterator[str]:
    """A heading for each motion, its first ask as a quotation, and what is said of each ask."""
    for reply in replies:
        if reply.ask == 1:
            yield f"## {heading_of(reply.motion)}"
            if reply.motion.text:
                yield f"> {reply.motion.asks[0]}"
        said = f"{reply.words}. " if reply.response in QUOTED else ""
        yield f"{words.paragraph(1)} {said}{words.paragraph(1)}"
    if promised:
        yield f"{words.paragraph(1)} {promised}. {words.paragraph(1)}"


def heading_of(motion: Moved) -> str:
    """The heading of the part of a letter that answers a motion."""
    return f"Motion {motion.number} – {motion.title}"
