"""Owns the way from a folder to a checked archive, or to every problem that is in it."""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count, groupby
from pathlib import Path
from typing import NamedTuple

from archive.archive import Archive
from archive.catalogue import EMPTY, Catalogue
from archive.cataloguefile import put_catalogue, read_catalogue
from archive.checks import whole
from archive.checks.around import Around
from archive.checks.every import Proved, common_problems, linked_problems, own_problems
from archive.checks.privacy import masked
from archive.joining import joined
from archive.looks import Look, Notes
from archive.phases import Phases
from archive.problems import Problem, in_order
from archive.reading import DEFAULT_COUNTRY, Reading, read_archive
from archive.recalled import Changed, Recalled
from archive.sources import Sources

MOST_OF_A_FILE = 100
"""Problems told of one file: one with more is another kind of file, or made to flood a log."""


def load(
    root: Path, phases: Phases | None = None, *, remembering: bool = False
) -> Archive | tuple[Problem, ...]:
    """The archive in the folder `root`; if anything is wrong with it, all problems in order.

    `remembering` what passed before, in build/, only looks again at what has changed since.
    """
    phases = phases or Phases()
    if not remembering:
        return looked_over(root, phases, None)[0]
    with phases.phase("recalling the last check"):
        before = read_catalogue(root)
    found, now = looked_over(root, phases, before)
    if now and now != before:
        with phases.phase("remembering this check"):
            put_catalogue(root, now)
    return found


def looked_over(
    root: Path, phases: Phases, before: Catalogue | None
) -> tuple[Archive | tuple[Problem, ...], Catalogue | None]:
    """The same, given what is known from `before`; and what is known then, for the next time.

    Nothing is known where there are problems, and nothing need be known where nothing was asked.
    """
    moment = time.time_ns() - _TICK
    try:
        reading, problems = read_archive(root, phases, before or EMPTY, own_problems)
        around = Around(reading, Notes())
        beside = _checked(reading, around, before or EMPTY, phases)
    except Changed as error:
        wanted, allowed = "a file that nobody changes meanwhile", "the same command again"
        told = Problem(error.path, 1, 1, "another text than a moment ago", wanted, allowed)
        return (told,), None
    problems += beside.problems
    if found := tuple(map(_without_personal_data, _shortened(in_order(problems)))):
        return found, None
    archive = joined(reading)
    if before is None:
        return archive, None
    return archive, _catalogue(moment, reading, before, beside)


_TICK = 50_000_000
"""Nanoseconds by which a disk's clock may be behind ours."""


class _Beside(NamedTuple):
    """What came of checking all beside one another.

    All `problems`, what each look `saw`, and where in that are the `looks` of each record that was
    checked. The known looks come first, so that what is told of a record which has not changed
    stays as it is; those that nobody takes any more are left there until everything is read anew.
    """

    problems: list[Problem]
    saw: dict[Look, str]
    places: dict[Look, int]
    looks: dict[str, list[int]]


def _checked(reading: Reading, around: Around, before: Catalogue, phases: Phases) -> _Beside:
    """Each record that has not passed beside the others as they are, and all of them together."""
    records = {record.path: record for record in whole.records(reading)}
    digests = {path: record.digest for path, record in records.items()}
    unproved = [records[path] for path in before.unproved(digests, around.sees)]
    saw = {look: around.sees(look) for look in before.saw}
    beside = _Beside([], saw, dict(zip(saw, count(), strict=False)), {})
    common = common_problems(reading)
    with phases.phase("checking", len(unproved)) as done:
        for number, one in enumerate(linked_problems(unproved, around, done)):
            _note(one, beside, around)
            if number == len(unproved) // 2:  # other processes have enough to do meanwhile
                beside.problems.extend(common)
    beside.problems.extend(common)  # unless that has been done
    return beside


def _note(one: Proved, beside: _Beside, around: Around) -> None:
    """Note what came of one record, while other processes are at work on the next."""
    beside.problems.extend(one.problems)
    looks = [Look(*pair) for pair in one.looks]
    for look in looks:
        if look not in beside.places:
            beside.places[look] = len(beside.places)
            beside.saw[look] = around.sees(look)
    beside.looks[one.path] = [beside.places[look] for look in looks]


def _catalogue(moment: int, reading: Reading, before: Catalogue, beside: _Beside) -> Catalogue:
    """What the next check is to know; of an archive without problems."""
    contents = [record.content for record in whole.records(reading)]
    cards = {one.card.path: one.card for one in contents if isinstance(one, Recalled)}
    known: Mapping[str, Sequence[int]] = {**before.looks, **beside.looks}
    looks = {path: known[path] for path in cards}
    kept = reading.sources.kept if isinstance(reading.sources, Sources) else {}
    rows = before.rows_of(cards, kept, looks)
    return Catalogue(moment, reading.country, cards, kept, looks, beside.saw, rows)


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
