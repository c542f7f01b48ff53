"""Owns what the checks of a whole archive look up: its nouns, its ids, its country."""

from collections.abc import Iterable, Iterator, Mapping

from pydantic import BaseModel

from archive.checks.links import Known
from archive.desk import folder_of
from archive.model.dates import PartialDate
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.model.vocabulary import Abbreviation, Meeting, Person, Topic
from archive.reading import Reading
from archive.records import AnyRecord, Record, record_id
from archive.vocabularies import Vocabulary

AnyVocabulary = (
    Vocabulary[Person] | Vocabulary[Abbreviation] | Vocabulary[Topic] | Vocabulary[Meeting]
)


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


def day(reading: Reading, record: Record[Letter] | Record[Motion]) -> PartialDate | None:
    """The day of a letter or of a motion's meeting, where it is known."""
    if record.gist.date:
        written = record.whole or record.wrote("date")
        return PartialDate.parse(record.gist.date) if written else None
    meeting = reading.meetings.nouns.get(record.gist.within)
    return meeting.date if meeting else None


def days(reading: Reading) -> Mapping[str, PartialDate]:
    """The day of each letter and motion for which it is known, by id."""
    found = ((record.id, day(reading, record)) for record in letters_and_motions(reading))
    return {name: known for name, known in found if known}


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
