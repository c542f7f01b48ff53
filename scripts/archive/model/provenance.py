"""Owns where a record's words come from and what was left out of them."""

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from archive.model.dates import PartialDate
from archive.model.noun import Line, Noun, Number, Text, WebAddress, unfit

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""A SHA-256 digest as 64 small hexadecimal digits (FIPS 180-4)."""

NO_DIGEST = "0" * 64
"""What an editor writes who does not have the digest yet; no known bytes have it."""


class WebSource(Noun):
    """A public page or paper that supports what the record says."""

    title: Annotated[Line, Field(description="What the page or paper is called")]
    url: Annotated[WebAddress | None, Field(description="Its web address, where known")] = None
    checked: Annotated[
        PartialDate | None, Field(description="When someone last looked at it, where recorded")
    ] = None
    supports: Annotated[Line | None, Field(description="What it supports, in our words")] = None


class Source(Noun):
    """The received text of a record, kept beside it."""

    file: Annotated[
        Line, Field(description="The kept text, below the folder of the record: sources/….txt")
    ]
    sha256: Annotated[Sha256, Field(description="SHA-256 of the kept file's bytes")]
    original_sha256: Annotated[
        Sha256 | None,
        Field(description="SHA-256 of the bytes as received, before personal data was redacted"),
    ] = None
    received: Annotated[PartialDate, Field(description="When the text reached the archive")]
    compared: Annotated[
        PartialDate | None,
        Field(description="When someone compared the words with the original; left out until then"),
    ] = None
    compared_by: Annotated[
        Line | None,
        Field(description="Who compared them, as they agreed to be named; a name or initials"),
    ] = None
    origin: Annotated[
        WebSource | None,
        Field(description="Where the original is or came from, where that is recorded"),
    ] = None

    @model_validator(mode="after")
    def _nobody_without_a_day(self) -> "Source":
        if self.compared_by and not self.compared:
            wanted = "the day on which the words were compared"
            raise unfit("compared_by without compared", wanted, "both, or neither")
        return self


class Omission(Noun):
    """Words of the source that are no words of the document: running heads, page numbers …"""

    text: Annotated[Text, Field(description="The words left out, as the source has them")]
    why: Annotated[Line, Field(description="What they are")]
    occurrence: Annotated[
        Number,
        Field(ge=1, description="Which occurrence in the source is meant, counted from 1"),
    ] = 1


class Repair(Noun):
    """Words that the source has damaged, put right without another letter: cut, glued, garbled …"""

    found: Annotated[Text, Field(description="The words as the source has them")]
    mended: Annotated[Text, Field(description="The words as the body has them")]
    why: Annotated[Line, Field(description="What had happened to them")]
    occurrence: Annotated[
        Number | None,
        Field(
            ge=1,
            description="Which occurrence is meant, counted from 1 in the source less its"
            " omissions; left out where every one is",
        ),
    ] = None


class Redaction(Noun):
    """Personal data taken out of the kept source; `[redacted: WHAT]` stands in its place."""

    what: Annotated[Line, Field(description="What was taken out, without saying it")]
    why: Annotated[Line, Field(description="Why, for instance: personal data")]


class Exemption(Noun):
    """A passage that looks like a fault or like personal data and is neither."""

    text: Annotated[Text, Field(description="The passage, as the text has it")]
    why: Annotated[Line, Field(description="Why it is right to leave it")]


class Correction(Noun):
    """A mistake of ours that was put right after it had been published."""

    date: Annotated[PartialDate, Field(description="When it was put right")]
    what: Annotated[Line, Field(description="What was wrong, and what is right, in our words")]
    why: Annotated[Line, Field(description="How it came to be wrong, or who noticed")]


class Transcribed(Noun):
    """What every record says about its words: what was left out and mended, and what to know."""

    note: Annotated[Text | None, Field(description="An editorial note, shown as ours")] = None
    omissions: Annotated[
        tuple[Omission, ...], Field(description="What of the source is not in the body, and why")
    ] = ()
    repairs: Annotated[
        tuple[Repair, ...],
        Field(description="What is damaged in the source and mended in the body, and how"),
    ] = ()
    redactions: Annotated[
        tuple[Redaction, ...], Field(description="Personal data taken out of source and body")
    ] = ()
    exceptions: Annotated[
        tuple[Exemption, ...], Field(description="What the check may pass over, and why")
    ] = ()
    corrections: Annotated[
        tuple[Correction, ...],
        Field(description="Mistakes of ours put right since it was published, oldest first"),
    ] = ()
    proposed: Annotated[
        tuple[Line, ...],
        Field(description="Fields that archive add filled in and nobody has looked at yet"),
    ] = ()


PROVENANCE = (*Transcribed.model_fields, "source", "sources")
"""The fields of a record that say nothing of its matter: only its own pages show them."""
