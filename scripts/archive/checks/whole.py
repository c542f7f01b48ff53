"""Owns what the checks of a whole archive look up: its nouns, its ids, its country."""

from collections.abc import Iterable, Iterator, Mapping

from pydantic import BaseModel

from archive.body import Body
from archive.checks.links import Known
from archive.model.dates import PartialDate
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.model.vocabulary import Abbreviation, Meeting, Person, Topic
from archive.reading import Reading, folder_of
from archive.records import AnyRecord, Record, record_id
from archive.vocabularies import Vocabulary

AnyVocabulary = (
    Vocabulary[Person] | Vocabulary[Abbreviation] | Vocabulary[Topic] | Vocabulary[Meeting]
)
DEFAULT_COUNTRY = "GB"
"""Where telephone numbers are taken to be dialled while mkdocs.yml cannot be read."""


def all_read(reading: Reading) -> bool:
    """Whether every record could be read at all: what cannot be read may be linked to."""
    return len(records(reading)) == len(reading.record_paths)


def records(reading: Reading) -> tuple[AnyRecord, ...]:
    """Every record that could be read, letters first."""
    return (*reading.letters, *reading.motions, *reading.versions)


def letters_and_motions(reading: Reading) -> tuple[Record[Letter] | Record[Motion], ...]:
    """The records that state asks, answers and evidence."""
    return (*reading.letters, *reading.motions)


def vocabularies(reading: Reading) -> tuple[AnyVocabulary, ...]:
    """All vocabularies."""
    return (reading.people, reading.abbreviations, reading.topics, reading.meetings)


def letters(reading: Reading) -> Mapping[str, Letter]:
    """The letters all of whose fields fit, by id."""
    return {r.id: r.noun for r in reading.letters if r.noun and r.whole}


def motions(reading: Reading) -> Mapping[str, Motion]:
    """The motions all of whose fields fit, by id."""
    return {r.id: r.noun for r in reading.motions if r.noun and r.whole}


def origins(reading: Reading) -> Mapping[str, tuple[PartialDate, Body]]:
    """The day and the words of each letter and motion whose day is known, by id."""
    letters = {r.id: (r.noun.date, r.body) for r in reading.letters if r.noun and r.wrote("date")}
    meetings = reading.meetings.nouns
    motions = {
        r.id: (meetings[r.noun.meeting].date, r.body)
        for r in reading.motions
        if r.noun and r.noun.meeting in meetings
    }
    return letters | motions


def nouns(reading: Reading) -> Iterator[BaseModel]:
    """Every noun whose fields fit."""
    yield from (record.noun for record in records(reading) if record.noun and record.whole)
    for vocabulary in vocabularies(reading):
        yield from vocabulary.nouns.values()


def absent(reading: Reading) -> Mapping[str, str]:
    """The kinds of noun whose vocabulary is not there, and where it would be."""
    kinds: tuple[tuple[str, AnyVocabulary], ...] = (
        ("person", reading.people),
        ("topic", reading.topics),
        ("meeting", reading.meetings),
    )
    return {kind: vocabulary.path for kind, vocabulary in kinds if vocabulary.absent}


def country(reading: Reading) -> str:
    """Where telephone numbers are dialled."""
    return reading.site.settings.country if reading.site else DEFAULT_COUNTRY


def known(reading: Reading) -> Known:
    """Every id, by the kind of noun it belongs to."""
    paths = reading.record_paths
    return {
        "letter": _ids(paths, "letters/"),
        "motion": _ids(paths, "motions/"),
        "meeting": reading.meetings.ids,
        "topic": reading.topics.ids,
        "person": reading.people.ids,
        "office": frozenset(reading.site.settings.offices) if reading.site else None,
    }


def _ids(paths: Iterable[str], folder: str) -> frozenset[str]:
    return frozenset(record_id(path) for path in paths if folder_of(path) == folder)
