"""Owns what a motion is: what a meeting was asked to agree, by whom, and what became of it."""

from typing import Annotated, Literal

from pydantic import Field

from archive.model.dates import PartialDate
from archive.model.evidence import Evidence
from archive.model.letter import AskNumber
from archive.model.noun import (
    LetterId,
    Line,
    MeetingId,
    MotionId,
    Noun,
    Number,
    OfficeId,
    PersonId,
    TopicId,
    WebAddress,
    Whether,
)
from archive.model.provenance import Source, Transcribed, WebSource
from archive.model.quotation import Quotation

Outcome = Literal[
    "agreed", "agreed as amended", "rejected", "withdrawn", "deferred", "not recorded"
]
Vote = Literal["unanimous", "by majority", "by the votes counted"]


class Votes(Noun):
    """The numbers of a counted vote."""

    in_favour: Annotated[Number, Field(ge=0, description="Votes for the motion")]
    against: Annotated[Number, Field(ge=0, description="Votes against it")]
    abstained: Annotated[Number, Field(ge=0, description="Abstentions")] = 0


class Ask(Noun):
    """One thing that a motion asks for."""

    ask: AskNumber
    summary: Annotated[Line, Field(description="What is asked, in our own few words (editorial)")]
    quote: Annotated[
        Quotation | None, Field(description="The motion's own words, where its text is held")
    ] = None
    addressees: Annotated[
        tuple[OfficeId, ...],
        Field(description="Who is asked, if not all whom the motion addresses"),
    ] = ()
    evidence: Annotated[
        tuple[Evidence, ...], Field(description="What later became of it, oldest first")
    ] = ()


class Motion(Transcribed):
    """A motion, as the front matter of its file in motions/ says."""

    title: Annotated[Line, Field(description="The motion's title")]
    meeting: Annotated[MeetingId, Field(description="The meeting that dealt with it")]
    number: Annotated[Number | None, Field(ge=1, description="Its number in that meeting")] = None
    topics: Annotated[tuple[TopicId, ...], Field(description="What it is about (editorial)")] = ()
    moved_by: Annotated[PersonId | None, Field(description="Who moved it")] = None
    seconded_by: Annotated[PersonId | None, Field(description="Who seconded it")] = None
    seconded_by_note: Annotated[
        Line | None, Field(description="Where that is known from, if not as a fact of the meeting")
    ] = None
    amended_by: Annotated[
        tuple[PersonId, ...], Field(description="On whose proposals it was amended")
    ] = ()
    outcome: Annotated[Outcome, Field(description="What the meeting decided")]
    vote: Annotated[Vote | None, Field(description="How it was decided")] = None
    votes: Annotated[Votes | None, Field(description="The numbers, where counted")] = None
    addressees: Annotated[tuple[OfficeId, ...], Field(description="Whom it asks to act")] = ()
    asks: Annotated[tuple[Ask, ...], Field(description="What it asks, one by one")] = ()
    asks_complete: Annotated[
        Whether, Field(description="Whether the asks above are known to be all of them")
    ] = True
    follows: Annotated[
        tuple[MotionId, ...], Field(description="Earlier motions of ours that it takes up")
    ] = ()
    refers_to: Annotated[
        tuple[LetterId, ...], Field(description="Earlier letters of ours that it takes up")
    ] = ()
    official_page: Annotated[
        WebAddress | None, Field(description="The page of the body itself about this motion")
    ] = None
    replies_checked: Annotated[
        PartialDate | None, Field(description="When someone last looked for a reply and found none")
    ] = None
    sources: Annotated[
        tuple[WebSource, ...], Field(description="Where the facts above come from")
    ] = ()
    source: Annotated[
        Source | None, Field(description="Where the words come from; only if the text is held")
    ] = None
