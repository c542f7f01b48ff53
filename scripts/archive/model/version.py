"""Owns a version of a motion: another wording than the one that its own record has."""

from typing import Annotated, Literal

from pydantic import Field

from archive.model.motion import Outcome, Vote, Votes
from archive.model.noun import MotionId, Number, PersonId
from archive.model.provenance import Source, Transcribed, WebSource

Stage = Literal["as tabled", "amendment", "as amended"]
"""The motion as first put down; a change proposed to it; the whole as it then read."""


class Version(Transcribed):
    """A version, as the front matter of its file in motions/versions/ says."""

    motion: Annotated[MotionId, Field(description="The motion it is a version of")]
    stage: Annotated[
        Stage, Field(description="The motion as first tabled, a change to it, or the changed whole")
    ]
    order: Annotated[
        Number, Field(ge=1, description="Its place among versions of the same stage")
    ] = 1
    moved_by: Annotated[PersonId | None, Field(description="Who moved this version")] = None
    seconded_by: Annotated[PersonId | None, Field(description="Who seconded it")] = None
    outcome: Annotated[
        Outcome | None, Field(description="What became of it, if it was put to a vote")
    ] = None
    vote: Annotated[Vote | None, Field(description="How that was decided")] = None
    votes: Annotated[Votes | None, Field(description="The numbers, where counted")] = None
    number_of_asks: Annotated[
        Number | None, Field(ge=1, description="How many asks it makes, where that is known")
    ] = None
    sources: Annotated[
        tuple[WebSource, ...], Field(description="Where the facts above come from")
    ] = ()
    source: Annotated[
        Source | None, Field(description="Where the words come from; only if the text is held")
    ] = None
