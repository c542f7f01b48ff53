"""Owns the list of checks on what records state: dates, asks and answers, evidence, votes."""

from collections.abc import Callable, Iterator
from itertools import islice

from archive.checks import whole
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
from archive.checks.versions import version_problems
from archive.checks.votes import amendment_problems, vote_problems
from archive.problems import Problem, quoted
from archive.reading import Reading


def statement_problems(reading: Reading) -> Iterator[Problem]:
    """What records state and cannot be so, or cannot be proved."""
    for check in _CHECKS:
        yield from check(reading)


def _dates(reading: Reading) -> Iterator[Problem]:
    motions, letters = whole.motions(reading), whole.letters(reading)
    for record in reading.letters:
        if record.noun and record.wrote("date"):
            meetings = reading.meetings.nouns
            yield from date_problems(record, record.noun, motions, meetings, letters)
            if record.wrote("source"):
                yield from received_problems(record, record.noun)
    yield from reply_problems(reading.letters)
    yield from _days_of_motions(reading)
    yield from tenure_problems(reading.people)


def _ledger(reading: Reading) -> Iterator[Problem]:
    motions = whole.motions(reading)
    for letter in reading.letters:
        if letter.noun:
            yield from islice(letter_ledger(letter, letter.noun, motions), MOST_TOLD)
    for motion in reading.motions:
        if motion.noun:
            yield from islice(motion_ledger(motion, motion.noun), MOST_TOLD)


def _days_of_motions(reading: Reading) -> Iterator[Problem]:
    """Dates of records that cannot be, seen from the motions that they take up or answer."""
    letters = whole.letters(reading).values()
    full = (letter for letter in letters if letter.kind != "holding reply")
    answered = {str(answer.motion) for letter in full for answer in letter.answers}
    days = {name: day for name, (day, _) in whole.origins(reading).items()}
    for motion in reading.motions:
        if motion.noun and motion.id in days:
            yield from checked_problems(motion, motion.noun, days[motion.id], motion.id in answered)
    for record in whole.letters_and_motions(reading):
        if record.noun and record.id in days:
            yield from earlier_problems(record, record.noun, days)
    yield from taken_up_problems(whole.letters_and_motions(reading), days)


def _evidence(reading: Reading) -> Iterator[Problem]:
    origins = whole.origins(reading)
    for record in whole.letters_and_motions(reading):
        if record.noun:
            yield from evidence_problems(record, record.noun, origins)


def _votes(reading: Reading) -> Iterator[Problem]:
    for motion in reading.motions:
        if motion.noun and motion.whole:
            yield from vote_problems(motion.path, motion.fields, motion.noun)
            yield from amendment_problems(motion.path, motion.fields, motion.noun)
    for version in reading.versions:
        if version.noun and version.whole:
            yield from vote_problems(version.path, version.fields, version.noun)
    known = whole.known(reading)["motion"]
    yield from version_problems(reading.versions, known or ())


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
    _dates,
    _ledger,
    _evidence,
    _votes,
    _numbers,
)
