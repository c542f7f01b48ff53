"""Owns the changes of a whole archive in their order: what each commit did, newest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, groupby

from archive.archive import Archive
from archive.desk import VERSIONS
from archive.held import AnyHeld
from archive.history.past import Change, Commit, History
from archive.history.subjects import Subject, subject
from archive.model.provenance import Correction


@dataclass(frozen=True)
class Event:
    """A commit and what it did to records, by their paths."""

    commit: Commit
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Corrected:
    """A correction that a record tells of itself; `anchor` is its place on the history page."""

    subject: Subject
    anchor: str
    correction: Correction


def events(history: History) -> tuple[Event, ...]:
    """What each commit did to the archive's records, newest first."""
    told = chain.from_iterable((*history.changes.values(), *history.withdrawn.values()))
    ordered = sorted(told, key=lambda c: (c.commit.moment, c.commit.id, c.path), reverse=True)
    groups = groupby(ordered, key=lambda change: change.commit)
    return tuple(Event(commit, tuple(reversed(list(group)))) for commit, group in groups)


def corrections(archive: Archive) -> tuple[Corrected, ...]:
    """What records say was put right in them, newest first."""
    mended = chain.from_iterable(archive.mended.values())
    found = [one for held in mended for one in corrected(subject(archive, held), held)]
    return tuple(sorted(found, key=lambda one: one.correction.date.first_day, reverse=True))


def corrected(subject: Subject, record: AnyHeld) -> Iterator[Corrected]:
    """The corrections of one record, in its order, oldest first."""
    of = f"{record.id}-" if record.path.startswith(VERSIONS) else ""
    for number, correction in enumerate(record.provenance.corrections, 1):
        yield Corrected(subject, f"{of}correction-{number}", correction)
