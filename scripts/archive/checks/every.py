"""Owns the list of all checks: of a record by itself, of one with the others, of all together."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from archive.checks import names, whole
from archive.checks.around import Around
from archive.checks.circles import topic_problems
from archive.checks.links import absent_problems, link_problems, may_lead_nowhere, twice_problems
from archive.checks.meanings import abbreviation_meanings, topic_meanings
from archive.checks.proposed import proposed_problems
from archive.checks.sources import kept_problems, orphan_problems, shared_problems
from archive.checks.statements import (
    common_statements,
    is_sound,
    letter_statements,
    motion_statements,
    own_statements,
    version_statements,
)
from archive.checks.text import (
    body_problems,
    entry_problems,
    excepted,
    field_problems,
    key_problems,
)
from archive.desk import VERSIONS, Inspected, folder_of
from archive.gist import NOTHING
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.phases import Done
from archive.problems import Problem
from archive.reading import Reading
from archive.records import AnyRecord, Record, record_id
from archive.settings import PATH as SETTINGS
from archive.sharing import in_parts

WORTH_SHARING = 300
"""Records for which other processes begin to pay."""


class Proved(NamedTuple):
    """A record that was checked against the rest: its path, its problems, what was looked at.

    The looks are plain pairs: another process hands them over in a sixth of the time.
    """

    path: str
    problems: list[Problem]
    looks: list[tuple[str, str]]


def own_problems(record: AnyRecord, sources: Mapping[str, bytes | None], country: str) -> Inspected:
    """Every problem that a record has by itself and with its kept source."""
    exceptions = excepted(record.typed)
    problems = list(body_problems(record.path, record.body, exceptions, country))
    problems += field_problems(record.path, record.typed, exceptions, country)
    problems += kept_problems(record, sources, country)
    if record.noun is not None:
        problems += twice_problems(record.path, record.fields, record.noun)
        problems += proposed_problems(record)
        problems += own_statements(record)
    if isinstance(record.noun, Letter):
        problems += _letter_name(record, record.noun)
    return Inspected(problems, is_sound(record))


def linked_problems(records: Sequence[AnyRecord], around: Around, done: Done) -> Iterator[Proved]:
    """The problems of each record with the rest of the archive; of them, `done` is told."""
    work = partial(_linked, records, around)
    for part in in_parts(work, len(records), WORTH_SHARING, bulky=True):
        done(len(part))
        yield from part


def common_problems(reading: Reading) -> Iterator[Problem]:
    """Every problem of ids, texts and links that is not a single record's."""
    for check in _COMMON:
        yield from check(reading)


def _linked(records: Sequence[AnyRecord], around: Around, part: slice) -> list[Proved]:
    return [_proved(record, around) for record in records[part]]


def _proved(record: AnyRecord, around: Around) -> Proved:
    with around.notes.aside() as looks:
        problems = list(_with_others(record, around))
    return Proved(record.path, problems, [(look.name, look.key) for look in sorted(looks)])


def _with_others(record: Record[Any], around: Around) -> Iterator[Problem]:
    """What is wrong with a record beside the others.

    That is seen by its gist; its fields, which are no longer in memory, are read to tell of it.
    """
    if record.gist == NOTHING:
        return
    if may_lead_nowhere(record, around.known) and (noun := record.noun):
        yield from link_problems(record.path, record.fields, noun, around.known)
    yield from _BESIDE[folder_of(record.path) or ""](record, around)


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


def _letter_name(record: Record[Letter], letter: Letter) -> Iterator[Problem]:
    if record.wrote("date"):
        yield from names.name_problem(record.path, record.fields, "date", letter.date.iso)


def _of_motion(record: Record[Motion], around: Around) -> Iterator[Problem]:
    yield from _motion_name(record, around)
    yield from motion_statements(record, around)


_BESIDE: Mapping[str, Callable[[Record[Any], Around], Iterator[Problem]]] = {
    VERSIONS: version_statements,
    "letters/": letter_statements,
    "motions/": _of_motion,
}
"""What is looked at of the records of each folder."""


def _motion_name(record: Record[Motion], around: Around) -> Iterator[Problem]:
    motion = record.gist
    meeting = around.meetings.get(motion.within)
    if meeting and (record.whole or record.wrote("number")):
        number = f"-{motion.number}" if motion.number else ""
        place = "number" if number else "meeting"
        beginning = meeting.date.iso + number
        yield from names.name_problem(record.path, record.fields, place, beginning)


def _entries(reading: Reading) -> Iterator[Problem]:
    country = reading.country
    for vocabulary in whole.vocabularies(reading):
        yield from key_problems(vocabulary.path, vocabulary.places, country)
        for fields in vocabulary.fields.values():
            yield from entry_problems(vocabulary.path, fields, country)
    for fields in reading.site_texts:
        yield from entry_problems(SETTINGS, fields, country)


def _twins(reading: Reading) -> Iterator[Problem]:
    yield from names.twin_texts(whole.records(reading))


def _sources(reading: Reading) -> Iterator[Problem]:
    yield from shared_problems(whole.records(reading))
    if all(record.whole for record in whole.records(reading)) and whole.all_read(reading):
        yield from orphan_problems(whole.records(reading), reading.readable)


def _links(reading: Reading) -> Iterator[Problem]:
    yield from absent_problems(whole.nouns(reading), whole.absent(reading))
    known = whole.known(reading)
    for vocabulary in whole.vocabularies(reading):
        for name, noun in vocabulary.nouns.items():
            yield from link_problems(vocabulary.path, vocabulary.fields[name], noun, known)
    yield from topic_problems(reading.topics)


def _meanings(reading: Reading) -> Iterator[Problem]:
    yield from topic_meanings(reading.topics)
    yield from abbreviation_meanings(reading.abbreviations)


_COMMON: tuple[Callable[[Reading], Iterator[Problem]], ...] = (
    _ids,
    _entries,
    _twins,
    _sources,
    _links,
    common_statements,
    _meanings,
)
