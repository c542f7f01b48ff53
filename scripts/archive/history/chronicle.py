"""Owns the changes of a whole archive in their order: what each commit did, newest first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby

from archive.addresses import (
    CHANGES,
    LETTERS,
    history_address,
    letter_address,
    motion_address,
)
from archive.archive import Archive
from archive.held import AnyHeld, HeldLetter, HeldMotion, HeldVersion
from archive.history.past import Change, Commit, History
from archive.model.provenance import Correction
from archive.reading import VERSIONS
from archive.records import record_id


@dataclass(frozen=True)
class Event:
    """A commit and what it did to records, by their paths."""

    commit: Commit
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Subject:
    """The record that a change is about: `letter` or so, its title or id, and its page."""

    noun: str
    title: str
    address: str
    held: bool = True

    @property
    def history(self) -> str:
        """Where its changes are told."""
        return history_address(self.address)


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


def subjects_ever(archive: Archive, history: History) -> dict[str, Subject]:
    """Every record that the archive holds, by its path and by those that it had before."""
    held = subjects(archive)
    before = {
        change.path: held[path]
        for path, changes in history.changes.items()
        for change in changes
        if path in held
    }
    return before | held


def subjects(archive: Archive) -> dict[str, Subject]:
    """Every record that the archive holds, by its path."""
    found = {letter.path: letter_subject(letter) for letter in _letters(archive)}
    for motion in archive.motions.values():
        found |= motion_subjects(motion, archive.versions.get(motion.id, ()))
    return found


def letter_subject(letter: HeldLetter) -> Subject:
    """A letter that the archive holds."""
    return Subject("letter", letter.noun.title, letter_address(letter.id))


def motion_subjects(motion: HeldMotion, versions: Iterable[HeldVersion]) -> dict[str, Subject]:
    """A motion that the archive holds and its versions, by their paths."""
    address = motion_address(motion.id)
    return {
        motion.path: Subject("motion", motion.noun.title, address),
        **{one.path: Subject("version", _title(motion, one), address) for one in versions},
    }


def gone(path: str) -> Subject:
    """A record that the archive held, of which nothing is told but its name."""
    name = record_id(path)
    if path.startswith(VERSIONS):
        return Subject("version", name, CHANGES, held=False)  # it had no page of its own
    if path.startswith(LETTERS):
        return Subject("letter", name, letter_address(name), held=False)
    return Subject("motion", name, motion_address(name), held=False)


def corrections(archive: Archive) -> tuple[Corrected, ...]:
    """What records say was put right in them, newest first."""
    known = subjects(archive)
    versions = chain.from_iterable(archive.versions.values())
    held: tuple[AnyHeld, ...] = (*_letters(archive), *archive.motions.values(), *versions)
    found = [one for record in held for one in corrected(known[record.path], record)]
    return tuple(sorted(found, key=lambda one: one.correction.date.first_day, reverse=True))


def corrected(subject: Subject, record: AnyHeld) -> Iterator[Corrected]:
    """The corrections of one record, in its order, oldest first."""
    of = f"{record.id}-" if record.path.startswith(VERSIONS) else ""
    for number, correction in enumerate(record.noun.corrections, 1):
        yield Corrected(subject, f"{of}correction-{number}", correction)


def _letters(archive: Archive) -> Iterable[HeldLetter]:
    return archive.letters.values()


def _title(motion: HeldMotion, version: HeldVersion) -> str:
    noun = version.noun
    which = f"{noun.stage} {noun.order}" if noun.stage == "amendment" else noun.stage
    return f"{motion.noun.title}, {which}"
