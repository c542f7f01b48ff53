"""Owns evidence: what later became of something asked or undertaken, dated and with its source."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from archive.model.dates import PartialDate
from archive.model.noun import LetterId, Line, MotionId, Noun, unfit
from archive.model.provenance import WebSource
from archive.model.quotation import Quotation

Delivery = Literal[
    "delivered", "partly delivered", "under way", "changed", "abandoned", "not delivered"
]
"""What a source says of a deed on its day; scripts/site/pages/how-we-judge.md defines each."""


class Evidence(Noun):
    """One piece of evidence: it stands under the ask or the commitment that it is about."""

    state: Annotated[
        Delivery, Field(description="Editorial: how far it was then; see How we judge")
    ]
    summary: Annotated[Line, Field(description="What the source says of it, in our words")]
    letter: Annotated[LetterId | None, Field(description="The letter of ours that says so")] = None
    motion: Annotated[MotionId | None, Field(description="The motion of ours that says so")] = None
    quote: Annotated[
        Quotation | None, Field(description="Its words; needed where it is a text we hold")
    ] = None
    date: Annotated[
        PartialDate | None, Field(description="Its date, if it is no record of ours")
    ] = None
    source: Annotated[
        WebSource | None, Field(description="Where it is, if it is no record of ours")
    ] = None

    @model_validator(mode="after")
    def _one_origin(self) -> "Evidence":
        ours = [name for name in ("letter", "motion") if getattr(self, name)]
        others = [name for name in ("date", "source") if getattr(self, name)]
        if (len(ours), len(others)) not in ((1, 0), (0, 2)):
            found = " and ".join([*ours, *others])
            allowed = "letter: ID, or motion: ID, or both date: DATE and source with its title"
            wanted = "one origin of the evidence: a record of ours, or a dated source elsewhere"
            raise unfit(f"{found or 'nothing'} as its origin", wanted, allowed)
        return self
