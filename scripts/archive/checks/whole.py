"""Owns what the checks of a whole archive look up: its nouns, its ids, its country."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from archive.checks.links import Known
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.model.vocabulary import Abbreviation, Meeting, Person, Topic
from archive.reading import Reading
from archive.records import Record, record_id
from archive.vocabularies import Vocabulary

AnyVocabulary = (
    Vocabulary[Person] | Vocabulary[Abbreviation] | Vocabulary[Topic] | Vocabulary[Meeting]
)
DEFAULT_COUNTRY = "GB"
"""Where telephone numbers are taken to be dialled while mkdocs.yml cannot be read."""


def all_read(reading: Reading) -> bool:
    """Whether every record could be read at all: what cannot be read may be linked to."""
    return len(records(reading)) == len(reading.record_paths)


def records(reading: Reading) -> tuple[Record[Letter] | Record[Motion], ...]:
    """Every record that could be read, letters first."""
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
        "letter": frozenset(record_id(p) for p in paths if p.startswith("letters/")),
        "motion": frozenset(record_id(p) for p in paths if p.startswith("motions/")),
        "meeting": reading.meetings.ids,
        "topic": reading.topics.ids,
        "person": reading.people.ids,
        "office": frozenset(reading.site.settings.offices) if reading.site else None,
    }
