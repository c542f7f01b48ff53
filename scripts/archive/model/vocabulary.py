"""Owns the nouns that records point at: meetings, topics, people with offices, abbreviations."""

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from archive.model.dates import PartialDate
from archive.model.noun import Line, Noun, OfficeId, TopicId, WebAddress, unfit


class Meeting(Noun):
    """A meeting at which motions were dealt with: an entry of motions/meetings.yml."""

    title: Annotated[Line, Field(description="What the meeting is called")]
    date: Annotated[PartialDate, Field(description="The day it met")]
    time: Annotated[
        Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")] | None,
        Field(description="When it began, as HH:MM, where known"),
    ] = None
    official_page: Annotated[WebAddress | None, Field(description="Its official page")] = None


class Topic(Noun):
    """A subject under which letters and motions are found: an entry of motions/topics.yml."""

    label: Annotated[Line, Field(description="The topic's name")]
    sentence: Annotated[Line, Field(description="What it covers, in one sentence")]
    other_names: Annotated[
        tuple[Line, ...], Field(description="Other spellings and names that people search for")
    ] = ()
    not_for: Annotated[
        tuple[Line, ...], Field(description="Texts that hold a name and mean something else")
    ] = ()
    broader: Annotated[tuple[TopicId, ...], Field(description="Topics that contain this one")] = ()
    related: Annotated[tuple[TopicId, ...], Field(description="Topics beside this one")] = ()


class Tenure(Noun):
    """A period in which a person held an office."""

    office: Annotated[OfficeId, Field(description="The office held")]
    since: Annotated[PartialDate | None, Field(description="From when, where known")] = None
    until: Annotated[PartialDate | None, Field(description="Until when, where known")] = None


class Person(Noun):
    """Someone who writes, receives, moves, seconds or amends: an entry of letters/people.yml."""

    name: Annotated[Line, Field(description="The name without titles and honours")]
    family_name: Annotated[
        Line | None,
        Field(description="The part of the name for lists and citations, if not its last word"),
    ] = None
    before_name: Annotated[Line | None, Field(description="A title before it, as Dr")] = None
    after_name: Annotated[Line | None, Field(description="Letters after it, as AM")] = None
    other_names: Annotated[
        tuple[Line, ...], Field(description="Other spellings and names in documents")
    ] = ()
    offices: Annotated[tuple[Tenure, ...], Field(description="Offices held, by date")] = ()
    official_page: Annotated[WebAddress | None, Field(description="Their official page")] = None

    @model_validator(mode="after")
    def _family_name_is_part_of_the_name(self) -> Self:
        family, name = self.family_name, f" {self.name} "
        if family and not (name.startswith(f" {family} ") or name.endswith(f" {family} ")):
            wanted = "words of the name, at its beginning or end"
            raise unfit(f"the family name “{family}”", wanted, f"a part of “{self.name}”")
        return self

    @property
    def styled(self) -> str:
        """The name as a letter would write it: `Dr Onkar Sahota AM`."""
        return " ".join(p for p in (self.before_name, self.name, self.after_name) if p)


class Abbreviation(Noun):
    """What a short form stands for: an entry of letters/abbreviations.yml."""

    stands_for: Annotated[Line, Field(description="The words in full")]
    also_written: Annotated[
        tuple[Line, ...], Field(description="Other written forms, as a plural or singular")
    ] = ()
    not_for: Annotated[
        tuple[Line, ...], Field(description="Texts that hold a form and mean something else")
    ] = ()
    topic: Annotated[TopicId | None, Field(description="The topic it belongs to")] = None
