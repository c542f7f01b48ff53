"""Owns what is searched: each letter and motion as one document, numbered by its date."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from archive.addresses import letter_address, motion_address
from archive.anchors import anchors
from archive.archive import Archive, HeldLetter, HeldMotion, movers
from archive.body import Body
from archive.model.dates import PartialDate


class Passage(NamedTuple):
    """A part of a record that a result can lead to; not every one has a number."""

    anchor: str
    number: int | None
    text: str


@dataclass(frozen=True)
class Document:
    """A record as search knows it; `number` counts from 0 in the order of dates, oldest first.

    `by` are the mover, the seconder and the amenders of a motion, `responses` what editors judged
    of a letter's answers. `day` is empty where a measured text has no date.
    """

    number: int
    id: str
    kind: str
    address: str
    title: str
    passages: tuple[Passage, ...]
    day: str = ""
    spoken: str = ""
    topics: tuple[str, ...] = ()
    sender: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    responses: tuple[str, ...] = ()
    reference: str | None = None

    @property
    def texts(self) -> Iterator[str]:
        """All that is sought in: title, passages and reference, which no phrase runs across."""
        yield self.title
        yield from (passage.text for passage in self.passages)
        if self.reference:
            yield self.reference


def documents(archive: Archive) -> tuple[Document, ...]:
    """Every record of the archive that has a page, numbered."""
    dated = [
        *((one.noun.date, _of_letter(archive, one)) for one in archive.letters.values()),
        *((archive.day_of(one), _of_motion(archive, one)) for one in archive.motions.values()),
    ]
    ordered = sorted(dated, key=lambda pair: (pair[0].first_day, pair[0].last_day, pair[1].id))
    return tuple(replace(one, number=number) for number, (_, one) in enumerate(ordered))


def documents_from_jsonl(lines: Iterable[str]) -> tuple[Document, ...]:
    """Documents for measuring, numbered as they come: one {id, title, text, date?} a line."""
    return tuple(_measured(number, json.loads(line)) for number, line in enumerate(lines))


def _of_letter(archive: Archive, letter: HeldLetter) -> Document:
    noun = letter.noun
    judged = (ask.response for answer in noun.answers for ask in answer.asks)
    return Document(
        number=0,
        id=letter.id,
        kind="letter",
        address=letter_address(letter.id),
        title=noun.title,
        passages=_passages(letter.body),
        **_dates(noun.date),
        topics=archive.topics_of(letter),
        sender=(str(noun.sender),),
        recipients=tuple(dict.fromkeys(map(str, (noun.recipient, *noun.copied_to)))),
        responses=tuple(sorted(set(judged))),
        reference=noun.reference,
    )


def _of_motion(archive: Archive, motion: HeldMotion) -> Document:
    return Document(
        number=0,
        id=motion.id,
        kind="motion",
        address=motion_address(motion.id),
        title=motion.noun.title,
        passages=_passages(motion.body) or _asked(motion),
        **_dates(archive.day_of(motion)),
        topics=tuple(map(str, motion.noun.topics)),
        by=tuple(dict.fromkeys(movers(motion.noun))),
    )


def _dates(date: PartialDate) -> dict[str, Any]:
    return {"day": date.iso, "spoken": date.spoken}


def _passages(body: Body) -> tuple[Passage, ...]:
    named = zip(body.blocks, anchors(body), strict=True)
    return tuple(Passage(anchor.name, anchor.number, block.text) for block, anchor in named)


def _asked(motion: HeldMotion) -> tuple[Passage, ...]:
    """What a motion whose text is not held asks for, in our words."""
    return tuple(Passage(f"ask-{ask.ask}", None, ask.summary) for ask in motion.noun.asks)


def _measured(number: int, fields: dict[str, str]) -> Document:
    blocks = [block for block in fields["text"].split("\n\n") if block.strip()]
    passages = tuple(Passage(f"p{at}", at, text) for at, text in enumerate(blocks, 1))
    day = fields.get("date", "")
    title, address = fields["title"], letter_address(fields["id"])
    return Document(number, fields["id"], "letter", address, title, passages, day, day)
