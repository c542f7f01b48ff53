"""Owns what a document of the search is: a letter, a motion, or a part of one that is an answer."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from archive.addresses import letter_address
from archive.model.dates import PartialDate

ASK, COMMITMENT = "ask", "commitment"
PARTS = (ASK, COMMITMENT)
"""Kinds of documents that are parts of others."""


class Passage(NamedTuple):
    """A part of a record that a result can lead to; not every one has a number.

    Of an ask, `said` is the place of the statement whose letter has these words; they are the
    motion's own where there is none.
    """

    anchor: str
    number: int | None
    text: str
    said: int | None = None


class Statement(NamedTuple):
    """What editors judged of an ask or a commitment: the state, as of a day.

    Of a response, `letter` says which gives it ("reply from Ann Bell"), and `address` leads there.
    """

    axis: Literal["response", "delivery"]
    state: str
    spoken: str
    letter: str = ""
    address: str = ""


class Whole(NamedTuple):
    """The title of the record that an ask or a commitment is a part of, and its number there."""

    title: str
    number: int


class Offices(NamedTuple):
    """Offices, by their ids: those held that day by who is named, and those that are addressed."""

    sender: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    by: tuple[str, ...] = ()


NO_OFFICES = Offices()


@dataclass(frozen=True)
class Document:
    """What search knows; `number` counts from 0 in the order of dates, oldest first.

    `by` are the mover, the seconder and the amenders of a motion, `responses` what editors judged
    of each answer to an ask, `delivery` what the newest evidence says of an ask or a commitment.
    `addressed` are the offices that a motion asks to act; `offices` have these too, and those of
    the people above. `day` is empty where a measured text has no date. `beside` are texts of their
    own that stand beside the words of a record: the names of people, its meeting and its date.
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
    addressed: tuple[str, ...] = ()
    offices: Offices = NO_OFFICES
    responses: tuple[str, ...] = ()
    delivery: str | None = None
    reference: str | None = None
    beside: tuple[str, ...] = ()
    whole: Whole | None = None
    statements: tuple[Statement, ...] = ()

    @property
    def texts(self) -> Iterator[str]:
        """All that is sought in, the title first; no phrase runs from one text into the next."""
        yield self.title
        yield from (passage.text for passage in self.passages)
        if self.reference:
            yield self.reference
        yield from self.beside


def dates(date: PartialDate) -> dict[str, Any]:
    """The fields of a document that say its date."""
    return {"day": date.iso, "spoken": date.spoken}


def documents_from_jsonl(lines: Iterable[str]) -> tuple[Document, ...]:
    """Documents for measuring, numbered as they come: one {id, title, text, date?} a line."""
    return tuple(_measured(number, json.loads(line)) for number, line in enumerate(lines))


def _measured(number: int, fields: dict[str, str]) -> Document:
    blocks = [block for block in fields["text"].split("\n\n") if block.strip()]
    passages = tuple(Passage(f"p{at}", at, text) for at, text in enumerate(blocks, 1))
    day = fields.get("date", "")
    title, address = fields["title"], letter_address(fields["id"])
    return Document(number, fields["id"], "letter", address, title, passages, day, day)
