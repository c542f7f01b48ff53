"""Owns the list of checks on what records state: dates, asks and answers, evidence, votes."""

from collections.abc import Iterator
from itertools import islice

from archive.checks import whole
from archive.checks.around import Around
from archive.checks.circles import reply_problems, taken_up_problems
from archive.checks.dates import (
    checked_problems,
    date_problems,
    earlier_problems,
    received_problems,
    tenure_problems,
)
from archive.checks.evidence import evidence_problems
from archive.checks.ledger import letter_ledger, motion_ledger
from archive.checks.text import MOST_TOLD
from archive.checks.versions import twice_told, version_problems
from archive.checks.votes import amendment_problems, vote_problems
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.model.version import Version
from archive.problems import Problem, quoted
from archive.reading import Reading
from archive.records import Record


def letter_statements(record: Record[Letter], letter: Letter, around: Around) -> Iterator[Problem]:
    """What a letter states and cannot be so, or cannot be proved."""
    if record.wrote("date"):
        yield from date_problems(record, letter, around.motions, around.meetings, around.letters)
        if record.wrote("source"):
            yield from received_problems(record, letter)
    yield from _of_both(record, letter, around)
    yield from islice(letter_ledger(record, letter, around.motions), MOST_TOLD)


def motion_statements(record: Record[Motion], motion: Motion, around: Around) -> Iterator[Problem]:
    """What a motion states and cannot be so, or cannot be proved."""
    if day := around.days.get(record.id):
        answered = record.id in around.answered
        yield from checked_problems(record, motion, day, answered)
    yield from _of_both(record, motion, around)
    yield from islice(motion_ledger(record, motion), MOST_TOLD)
    if record.whole:
        yield from vote_problems(record.path, record.fields, motion)
        yield from amendment_problems(record.path, record.fields, motion)


def _of_both(
    record: Record[Letter] | Record[Motion], noun: Letter | Motion, around: Around
) -> Iterator[Problem]:
    if record.id in around.days:
        yield from earlier_problems(record, noun, around.days)
    yield from evidence_problems(record, noun, around.origins)


def version_statements(
    record: Record[Version], version: Version, around: Around
) -> Iterator[Problem]:
    """What a version states and cannot be so."""
    if record.whole:
        yield from vote_problems(record.path, record.fields, version)
        yield from version_problems(record, version, around.known["motion"] or ())


def common_statements(reading: Reading) -> Iterator[Problem]:
    """What several records state and cannot be so together."""
    yield from reply_problems(reading.letters)
    yield from taken_up_problems(whole.letters_and_motions(reading), whole.days(reading))
    yield from tenure_problems(reading.people)
    yield from _numbers(reading)
    yield from twice_told(reading.versions)


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
