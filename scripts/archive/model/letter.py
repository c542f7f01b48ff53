"""Owns what a letter is: who wrote to whom and when, what it answers and what it promises."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from archive.model.dates import PartialDate
from archive.model.evidence import Evidence
from archive.model.noun import (
    LetterId,
    Line,
    MotionId,
    Noun,
    Number,
    PersonId,
    TopicId,
    unfit,
)
from archive.model.provenance import Source, Transcribed
from archive.model.quotation import Quotation

LetterKind = Literal["reply", "holding reply", "follow-up", "correction", "request"]
Response = Literal["addressed", "partly", "declined", "deferred", "outside remit", "not mentioned"]

AskNumber = Annotated[Number, Field(ge=1, description="The number of the ask in its motion")]


class AskAnswer(Noun):
    """How a letter answers one ask: an editor's judgement, with the letter's own words."""

    ask: AskNumber
    response: Annotated[Response, Field(description="Editorial judgement; see How we judge")]
    quotes: Annotated[tuple[Quotation, ...], Field(description="The words it rests on")] = ()
    note: Annotated[Line | None, Field(description="Why it was judged so")] = None


class Answer(Noun):
    """The part of a letter that answers one motion."""

    motion: Annotated[MotionId, Field(description="The motion it answers")]
    section: Annotated[
        Line | None, Field(description="The heading of the body under which it does so")
    ] = None
    asks: Annotated[tuple[AskAnswer, ...], Field(description="Ask by ask, in any order")] = ()


class Commitment(Noun):
    """Words in which the writer undertakes to do something: an editor's selection."""

    quote: Annotated[
        Quotation, Field(description="Words of the letter, exactly as its text has them")
    ]
    motion: Annotated[MotionId | None, Field(description="The motion it belongs to")] = None
    ask: AskNumber | None = None
    evidence: Annotated[
        tuple[Evidence, ...], Field(description="What later became of it, oldest first")
    ] = ()


class InReplyTo(Noun):
    """The letter that this one replies to: one we hold, or one known only by writer and date."""

    letter: Annotated[LetterId | None, Field(description="Its id, if the archive holds it")] = None
    sender: Annotated[
        PersonId | None, Field(alias="from", description="Who wrote it, if it is not held")
    ] = None
    date: Annotated[PartialDate | None, Field(description="Its date, if it is not held")] = None

    @model_validator(mode="after")
    def _held_or_known(self) -> "InReplyTo":
        told = [part for part in (self.sender, self.date) if part is not None]
        if bool(told) if self.letter else None in (self.sender, self.date):
            allowed = "letter: ID, or both from: PERSON and date: DATE"
            both = self.letter is not None
            found = "both a letter and" if both else "neither a letter nor both"
            wanted = "a letter we hold, or one known to exist"
            raise unfit(f"{found} a person and a date", wanted, allowed)
        return self


class Letter(Transcribed):
    """A letter, as the front matter of its file in letters/ says."""

    title: Annotated[Line, Field(description="The letter's own subject line")]
    date: Annotated[PartialDate, Field(description="The date on the letter")]
    kind: Annotated[LetterKind, Field(description="What the letter is for")]
    sender: Annotated[PersonId, Field(alias="from", description="Who wrote it")]
    recipient: Annotated[PersonId, Field(alias="to", description="To whom")]
    copied_to: Annotated[tuple[PersonId, ...], Field(description="Who got a copy")] = ()
    reference: Annotated[
        Line | None, Field(description="The writer's reference; never a source of the date")
    ] = None
    in_reply_to: Annotated[InReplyTo | None, Field(description="The letter it replies to")] = None
    refers_to: Annotated[
        tuple[LetterId, ...], Field(description="Earlier letters it takes up, beside that one")
    ] = ()
    topics: Annotated[
        tuple[TopicId, ...], Field(description="Topics beside those of the motions it answers")
    ] = ()
    answers: Annotated[tuple[Answer, ...], Field(description="The motions it answers")] = ()
    commitments: Annotated[
        tuple[Commitment, ...], Field(description="What it undertakes, verbatim; our selection")
    ] = ()
    source: Annotated[Source, Field(description="Where the words come from")]
