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
from archive.checks.evidence import evidence_problems, quotes_of_elsewhere
from archive.checks.ledger import is_of_other_asks, letter_ledger, motion_ledger
from archive.checks.text import MOST_TOLD
from archive.checks.versions import twice_told, version_problems
from archive.checks.votes import amendment_problems, vote_problems
from archive.model.dates import PartialDate
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.model.version import Version
from archive.problems import Problem, quoted
from archive.reading import Reading
from archive.records import AnyRecord, Record


def own_statements(record: AnyRecord) -> Iterator[Problem]:
    """What a record states and it speaks against itself, but for what a letter says of asks."""
    yield from quotes_of_elsewhere(record)
    if isinstance(record.noun, Letter):
        if record.wrote("date") and record.wrote("source"):
            yield from received_problems(record.path, record.fields, record.noun)
        return
    if isinstance(record.noun, Motion):
        yield from islice(motion_ledger(record, record.noun), MOST_TOLD)
        if record.whole:
            yield from amendment_problems(record.path, record.fields, record.noun)
    if record.noun and record.whole:
        yield from vote_problems(record.path, record.fields, record.noun)


def is_sound(record: AnyRecord) -> bool:
    """Whether a record does not speak itself against what it says of asks.

    Where it does, that is told with what other records speak against: `MOST_TOLD` is of both.
    """
    return not isinstance(record.noun, Letter) or not any(letter_ledger(record, record.noun, {}))


def letter_statements(record: Record[Letter], around: Around) -> Iterator[Problem]:
    """What a letter states and the rest of the archive speaks against."""
    if record.whole or record.wrote("date"):
        yield from date_problems(record, around.motions, around.meetings, around.letters)
    yield from _of_both(record, around)
    if not record.content.sound or is_of_other_asks(record.gist, around.motions):
        assert record.noun is not None  # or it states nothing
        yield from islice(letter_ledger(record, record.noun, around.motions), MOST_TOLD)


def motion_statements(record: Record[Motion], around: Around) -> Iterator[Problem]:
    """What a motion states and the rest of the archive speaks against."""
    if record.gist.checked and (day := around.days.get(record.id)):
        checked, answered = PartialDate.parse(record.gist.checked), record.id in around.answered
        yield from checked_problems(record, checked, day, answered)
    yield from _of_both(record, around)


def _of_both(record: Record[Letter] | Record[Motion], around: Around) -> Iterator[Problem]:
    yield from earlier_problems(record, around.days)
    yield from evidence_problems(record, around.origins)


def version_statements(record: Record[Version], around: Around) -> Iterator[Problem]:
    """What a version states and cannot be so."""
    if record.whole and record.noun:
        yield from version_problems(record, record.noun, around.known["motion"] or ())


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
        key = (record.gist.within, record.gist.number)
        if not record.gist.number:
            continue
        if key in first:
            here = record.fields.at(("number",))
            found = f"motion {key[1]} of {quoted(key[0])} again"
            allowed = f"each number once in a meeting (the first is {first[key]})"
            wanted = "a number of its own"
            yield Problem(record.path, here.line, here.column, found, wanted, allowed)
        first.setdefault(key, record.path)
