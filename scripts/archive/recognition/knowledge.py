"""Owns what recognition may compare a text with: our people, offices, motions, letters, topics."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from archive.model.dates import PartialDate
from archive.model.vocabulary import Meeting, Person, Topic
from archive.reading import Reading
from archive.recognition.answered import Dealt


@dataclass(frozen=True)
class Sent:
    """A letter of ours as another can reply to it."""

    id: str
    sender: str
    day: PartialDate


@dataclass(frozen=True)
class Knowledge:
    """What an archive's folder knows, drafts and records with problems included.

    `topics_of` has the topics of each motion, by its id.
    """

    people: Mapping[str, Person]
    offices: Mapping[str, str]
    topics: Mapping[str, Topic]
    motions: tuple[Dealt, ...]
    letters: tuple[Sent, ...]
    meetings: Mapping[str, Meeting] = field(default_factory=dict)
    topics_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def knowledge(reading: Reading) -> Knowledge:
    """What an archive's folder knows, as far as it could be read."""
    meetings = reading.meetings.nouns
    return Knowledge(
        people=reading.people.nouns,
        offices=reading.site.settings.offices if reading.site else {},
        topics=reading.topics.nouns,
        motions=tuple(
            Dealt(r.id, meetings[r.noun.meeting].date, r.noun.number, r.noun.title)
            for r in reading.motions
            if r.noun and r.noun.meeting in meetings
        ),
        letters=tuple(
            Sent(r.id, str(r.noun.sender), r.noun.date)
            for r in reading.letters
            if r.noun and r.wrote("date") and r.wrote("from")
        ),
        meetings=meetings,
        topics_of={r.id: tuple(map(str, r.noun.topics)) for r in reading.motions if r.noun},
    )
