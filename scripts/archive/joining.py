"""Owns joining what was read and found free of problems into an archive, newest first."""

from collections.abc import Mapping
from datetime import date
from itertools import groupby
from typing import TypeVar, get_args

from archive.archive import Archive
from archive.held import Held, HeldMotion, HeldVersion
from archive.looks import Notes
from archive.model.dates import PartialDate
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.model.version import Stage, Version
from archive.reading import Reading
from archive.records import Record

N = TypeVar("N", Letter, Motion, Version)


def joined(reading: Reading) -> Archive:
    """The archive, which notes what is looked at."""
    assert reading.site is not None  # a missing site is a problem, and there are none
    notes = Notes()
    motions = _held(reading.motions, notes)
    meetings = {name: one.date.first_day for name, one in reading.meetings.nouns.items()}
    days = {held.id: meetings[held.record.gist.within] for held in motions}
    letters = _held(reading.letters, notes)
    letters.sort(key=lambda held: (PartialDate.parse(held.record.gist.date).first_day, held.id))
    return Archive(
        site=reading.site,
        letters={held.id: held for held in reversed(letters)},
        motions={held.id: held for held in _newest_first(motions, days)},
        people=reading.people.nouns,
        topics=reading.topics.nouns,
        meetings=reading.meetings.nouns,
        abbreviations=reading.abbreviations.nouns,
        versions=_versions(_held(reading.versions, notes)),
        notes=notes,
    ).watched()


def _held(records: tuple[Record[N], ...], notes: Notes) -> list[Held[N]]:
    return [Held(record, notes) for record in records]


def _versions(held: list[HeldVersion]) -> dict[str, tuple[HeldVersion, ...]]:
    """The versions of each motion that has any, as they came about."""
    stages = get_args(Stage)
    gists = {version.id: version.record.gist for version in held}
    held.sort(
        key=lambda v: (gists[v.id].within, gists[v.id].number, stages.index(gists[v.id].kind), v.id)
    )
    groups = groupby(held, key=lambda version: gists[version.id].within)
    return {motion: tuple(group) for motion, group in groups}


def _newest_first(motions: list[HeldMotion], days: Mapping[str, date]) -> list[HeldMotion]:
    """Latest meeting first; within a meeting in the order of the motions' numbers."""
    numbered = sorted(motions, key=lambda held: (held.record.gist.number or 10**6, held.id))
    return sorted(numbered, key=lambda held: days[held.id], reverse=True)
