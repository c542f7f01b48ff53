"""Owns the list of all checks of a whole archive, each given what it needs and no more."""

from collections.abc import Callable, Iterator, Mapping

from archive.checks import names
from archive.checks.ledger import letter_ledger, motion_ledger
from archive.checks.links import Known, broader_problems, date_problems, link_problems
from archive.checks.sources import kept_problems, orphan_problems
from archive.checks.text import body_problems, excepted, field_problems
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.model.vocabulary import Abbreviation, Meeting, Person, Topic
from archive.problems import Problem, quoted
from archive.reading import Reading
from archive.records import Record, record_id
from archive.vocabularies import Vocabulary

AnyVocabulary = (
    Vocabulary[Person] | Vocabulary[Abbreviation] | Vocabulary[Topic] | Vocabulary[Meeting]
)
DEFAULT_COUNTRY = "GB"
"""Where telephone numbers are taken to be dialled while mkdocs.yml cannot be read."""


def every_problem(reading: Reading) -> Iterator[Problem]:
    """Every problem that the archive has beyond the form of its fields."""
    for check in _CHECKS:
        yield from check(reading)


def _ids(reading: Reading) -> Iterator[Problem]:
    records = [(path, record_id(path), 1, 1) for path in reading.record_paths]
    entries = [
        (vocabulary.path, name, *place)
        for vocabulary in (reading.people, reading.topics, reading.meetings)
        for name, place in vocabulary.places.items()
    ]
    yield from names.form_problems(records + entries)
    yield from names.twin_ids(reading.record_paths)


def _file_names(reading: Reading) -> Iterator[Problem]:
    for letter in reading.letters:
        if letter.noun:
            yield from names.name_problem(letter.path, letter.fields, "date", letter.noun.date.iso)
    for motion in reading.motions:
        meeting = reading.meetings.nouns.get(motion.noun.meeting) if motion.noun else None
        if motion.noun and meeting:
            number = f"-{motion.noun.number}" if motion.noun.number else ""
            place = "number" if number else "meeting"
            beginning = meeting.date.iso + number
            yield from names.name_problem(motion.path, motion.fields, place, beginning)


def _texts(reading: Reading) -> Iterator[Problem]:
    country = _country(reading)
    for record in _records(reading):
        exceptions = excepted(record.fields)
        yield from body_problems(record.path, record.body, exceptions, country)
        yield from field_problems(record.path, record.fields, exceptions, country)
    for vocabulary in _vocabularies(reading):
        for fields in vocabulary.fields.values():
            yield from field_problems(vocabulary.path, fields, (), country)


def _twins(reading: Reading) -> Iterator[Problem]:
    yield from names.twin_texts({record.path: record.body for record in _records(reading)})


def _sources(reading: Reading) -> Iterator[Problem]:
    for record in _records(reading):
        yield from kept_problems(record, reading.sources, _country(reading))
    yield from orphan_problems(_records(reading), reading.sources)


def _links(reading: Reading) -> Iterator[Problem]:
    known = _known(reading)
    for record in _records(reading):
        if record.noun:
            yield from link_problems(record.path, record.fields, record.noun, known)
    for vocabulary in _vocabularies(reading):
        for name, noun in vocabulary.nouns.items():
            yield from link_problems(vocabulary.path, vocabulary.fields[name], noun, known)
    topics = reading.topics
    broader = {name: tuple(map(str, topic.broader)) for name, topic in topics.nouns.items()}
    yield from broader_problems(topics.path, topics.fields, broader)


def _dates(reading: Reading) -> Iterator[Problem]:
    motions, letters = _motions(reading), _letters(reading)
    for record in reading.letters:
        if record.noun:
            meetings = reading.meetings.nouns
            yield from date_problems(record, record.noun, motions, meetings, letters)


def _ledger(reading: Reading) -> Iterator[Problem]:
    motions = _motions(reading)
    for letter in reading.letters:
        if letter.noun:
            yield from letter_ledger(letter, letter.noun, motions)
    for motion in reading.motions:
        if motion.noun:
            yield from motion_ledger(motion, motion.noun)


def _numbers(reading: Reading) -> Iterator[Problem]:
    first: dict[tuple[str, int], str] = {}
    for record in reading.motions:
        if record.noun is None or record.noun.number is None:
            continue
        key = (str(record.noun.meeting), record.noun.number)
        if key in first:
            here = record.fields.at(("number",))
            found = f"motion {key[1]} of {quoted(key[0])} again"
            allowed = f"each number once in a meeting (the first is {first[key]})"
            wanted = "a number of its own"
            yield Problem(record.path, here.line, here.column, found, wanted, allowed)
        first.setdefault(key, record.path)


_CHECKS: tuple[Callable[[Reading], Iterator[Problem]], ...] = (
    _ids,
    _file_names,
    _texts,
    _twins,
    _sources,
    _links,
    _dates,
    _ledger,
    _numbers,
)


def _records(reading: Reading) -> tuple[Record[Letter] | Record[Motion], ...]:
    return (*reading.letters, *reading.motions)


def _vocabularies(reading: Reading) -> tuple[AnyVocabulary, ...]:
    return (reading.people, reading.abbreviations, reading.topics, reading.meetings)


def _letters(reading: Reading) -> Mapping[str, Letter]:
    return {record.id: record.noun for record in reading.letters if record.noun}


def _motions(reading: Reading) -> Mapping[str, Motion]:
    return {record.id: record.noun for record in reading.motions if record.noun}


def _country(reading: Reading) -> str:
    return reading.site.settings.country if reading.site else DEFAULT_COUNTRY


def _known(reading: Reading) -> Known:
    paths = reading.record_paths
    return {
        "letter": frozenset(record_id(p) for p in paths if p.startswith("letters/")),
        "motion": frozenset(record_id(p) for p in paths if p.startswith("motions/")),
        "meeting": reading.meetings.ids,
        "topic": reading.topics.ids,
        "person": reading.people.ids,
        "office": frozenset(reading.site.settings.offices) if reading.site else None,
    }
