"""Owns the way from a folder to a checked archive, or to every problem that is in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import get_args

from archive.archive import Archive, Held, HeldLetter, HeldMotion, HeldVersion
from archive.checks import whole
from archive.checks.every import every_problem
from archive.checks.privacy import masked
from archive.checks.whole import DEFAULT_COUNTRY
from archive.model.version import Stage
from archive.passed import passed, put_passed
from archive.phases import Phases
from archive.problems import Problem, in_order
from archive.reading import Reading, read_archive

MOST_OF_A_FILE = 100
"""Problems told of one file: one with more is another kind of file, or made to flood a log."""


def load(
    root: Path, phases: Phases | None = None, *, remembering: bool = False
) -> Archive | tuple[Problem, ...]:
    """The archive in the folder `root`; if anything is wrong with it, all problems in order.

    `remembering` what passed before, in build/, only looks again at what has changed since.
    """
    phases = phases or Phases()
    reading, problems = read_archive(root, phases)
    before = passed(root) if remembering else None
    unproved = before.without(reading) if before else whole.records(reading)
    with phases.phase("checking", len(unproved)) as done:
        problems += every_problem(reading, unproved, done)
    found = _shortened(in_order(problems))
    if told := tuple(map(_without_personal_data, found)):
        return told
    if before:
        put_passed(root, before, reading)
    return _join(reading)


def _shortened(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The first problems of each file, and how many more it has."""
    for _, group in groupby(problems, key=lambda problem: problem.path):
        told = list(group)
        yield from told[:MOST_OF_A_FILE]
        if rest := told[MOST_OF_A_FILE:]:
            found, allowed = f"{len(rest):,} more problems in this file", "as said above"
            yield replace(rest[0], found=found, wanted="a file without them", allowed=allowed)


def _without_personal_data(problem: Problem) -> Problem:
    """The problem as it may stand in a public log, whatever its file has in it."""
    found, wanted, allowed = (masked(words, DEFAULT_COUNTRY) for words in _words(problem))
    return replace(problem, found=found, wanted=wanted, allowed=allowed)


def _words(problem: Problem) -> tuple[str, str, str]:
    return problem.found, problem.wanted, problem.allowed


def _join(reading: Reading) -> Archive:
    assert reading.site is not None  # a missing site is a problem, and there are none
    motions = _motions(reading)
    days = {m.id: reading.meetings.nouns[m.noun.meeting].date.first_day for m in motions}
    letters = sorted(_letters(reading), key=lambda held: (held.noun.date.first_day, held.id))
    return Archive(
        site=reading.site,
        letters={held.id: held for held in reversed(letters)},
        motions={held.id: held for held in _newest_first(motions, days)},
        people=reading.people.nouns,
        topics=reading.topics.nouns,
        meetings=reading.meetings.nouns,
        abbreviations=reading.abbreviations.nouns,
        versions=_versions(reading),
    ).watched()


def _letters(reading: Reading) -> list[HeldLetter]:
    return [Held(r.id, r.path, r.digest, r.noun, r.body) for r in reading.letters if r.noun]


def _motions(reading: Reading) -> list[HeldMotion]:
    return [Held(r.id, r.path, r.digest, r.noun, r.body) for r in reading.motions if r.noun]


def _versions(reading: Reading) -> dict[str, tuple[HeldVersion, ...]]:
    """The versions of each motion that has any, as they came about."""
    stages = get_args(Stage)
    held = [Held(r.id, r.path, r.digest, r.noun, r.body) for r in reading.versions if r.noun]
    held.sort(key=lambda v: (v.noun.motion, v.noun.order, stages.index(v.noun.stage), v.id))
    groups = groupby(held, key=lambda version: str(version.noun.motion))
    return {motion: tuple(group) for motion, group in groups}


def _newest_first(motions: list[HeldMotion], days: Mapping[str, date]) -> list[HeldMotion]:
    """Latest meeting first; within a meeting in the order of the motions' numbers."""
    numbered = sorted(motions, key=lambda held: (held.noun.number or 10**6, held.id))
    return sorted(numbered, key=lambda held: days[held.id], reverse=True)
