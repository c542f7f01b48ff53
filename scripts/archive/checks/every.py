"""Owns the list of all checks of a whole archive, each given what it needs and no more."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from archive.checks import names, whole
from archive.checks.circles import topic_problems
from archive.checks.links import absent_problems, link_problems, twice_problems
from archive.checks.meanings import abbreviation_meanings, topic_meanings
from archive.checks.proposed import proposed_problems
from archive.checks.sources import kept_problems, orphan_problems, shared_problems
from archive.checks.statements import statement_problems
from archive.checks.text import (
    body_problems,
    entry_problems,
    excepted,
    field_problems,
    key_problems,
)
from archive.cores import in_parts
from archive.phases import Done
from archive.problems import Problem
from archive.reading import Reading
from archive.records import AnyRecord, record_id
from archive.settings import PATH as SETTINGS

WORTH_SHARING = 300
"""Records for which other processes begin to pay."""


def every_problem(reading: Reading, unproved: Sequence[AnyRecord], done: Done) -> Iterator[Problem]:
    """Every problem that the archive has beyond the form of its fields.

    What is looked for in each record by itself is looked for in the `unproved` ones only; of them,
    `done` is told.
    """
    for count, problems in _records(reading, unproved):
        done(count)
        yield from problems
    for check in _CHECKS:
        yield from check(reading)


def _ids(reading: Reading) -> Iterator[Problem]:
    files = (*reading.record_paths, *reading.sources)
    records = [(path, record_id(path), 1, 1) for path in files]
    entries = [
        (vocabulary.path, name, *place)
        for vocabulary in (reading.people, reading.topics, reading.meetings)
        for name, place in vocabulary.places.items()
    ]
    yield from names.form_problems(records + entries)
    yield from names.twin_ids(reading.record_paths)


def _file_names(reading: Reading) -> Iterator[Problem]:
    for letter in reading.letters:
        if letter.noun and letter.wrote("date"):
            yield from names.name_problem(letter.path, letter.fields, "date", letter.noun.date.iso)
    for motion in reading.motions:
        meeting = reading.meetings.nouns.get(motion.noun.meeting) if motion.noun else None
        if motion.noun and meeting and (motion.whole or motion.wrote("number")):
            number = f"-{motion.noun.number}" if motion.noun.number else ""
            place = "number" if number else "meeting"
            beginning = meeting.date.iso + number
            yield from names.name_problem(motion.path, motion.fields, place, beginning)


def _records(reading: Reading, records: Sequence[AnyRecord]) -> Iterator[tuple[int, list[Problem]]]:
    """What is looked for in each record by itself: most of the time of a check goes here."""
    work = partial(_of_records, reading, records)
    return in_parts(work, len(records), WORTH_SHARING, bulky=True)


def _of_records(
    reading: Reading, records: Sequence[AnyRecord], part: slice
) -> tuple[int, list[Problem]]:
    country = whole.country(reading)
    problems: list[Problem] = []
    for record in records[part]:
        exceptions = excepted(record.typed)
        problems += body_problems(record.path, record.body, exceptions, country)
        problems += field_problems(record.path, record.typed, exceptions, country)
        problems += kept_problems(record, reading.sources, country)
    return len(records[part]), problems


def _entries(reading: Reading) -> Iterator[Problem]:
    country = whole.country(reading)
    for vocabulary in whole.vocabularies(reading):
        yield from key_problems(vocabulary.path, vocabulary.places, country)
        for fields in vocabulary.fields.values():
            yield from entry_problems(vocabulary.path, fields, country)
    for fields in reading.site_texts:
        yield from entry_problems(SETTINGS, fields, country)


def _twins(reading: Reading) -> Iterator[Problem]:
    yield from names.twin_texts({record.path: record.body for record in whole.records(reading)})


def _sources(reading: Reading) -> Iterator[Problem]:
    yield from shared_problems(whole.records(reading))
    if all(record.whole for record in whole.records(reading)) and whole.all_read(reading):
        kept = (path for path, content in reading.sources.items() if content is not None)
        yield from orphan_problems(whole.records(reading), kept)


def _links(reading: Reading) -> Iterator[Problem]:
    yield from absent_problems(whole.nouns(reading), whole.absent(reading))
    known = whole.known(reading)
    for record in whole.records(reading):
        if record.noun:
            yield from link_problems(record.path, record.fields, record.noun, known)
            yield from twice_problems(record.path, record.fields, record.noun)
    for vocabulary in whole.vocabularies(reading):
        for name, noun in vocabulary.nouns.items():
            yield from link_problems(vocabulary.path, vocabulary.fields[name], noun, known)
    yield from topic_problems(reading.topics)


def _meanings(reading: Reading) -> Iterator[Problem]:
    yield from topic_meanings(reading.topics)
    yield from abbreviation_meanings(reading.abbreviations)


_CHECKS: tuple[Callable[[Reading], Iterator[Problem]], ...] = (
    _ids,
    _file_names,
    _entries,
    _twins,
    _sources,
    _links,
    statement_problems,
    proposed_problems,
    _meanings,
)
