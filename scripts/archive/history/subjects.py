"""Owns what a change is about: the record at its path, the one that has left it, or none now."""

from collections.abc import Mapping
from dataclasses import dataclass

from archive.addresses import CHANGES, LETTERS, history_address, letter_address, motion_address
from archive.archive import Archive
from archive.desk import VERSIONS
from archive.held import AnyHeld
from archive.history.past import History
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.model.version import Version
from archive.records import record_id


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
class Subjects:
    """The records of an archive by the paths that changes name; `moved` has where old paths lead.

    Only those are looked at that are asked for.
    """

    archive: Archive
    moved: Mapping[str, str]

    def of(self, path: str) -> Subject:
        """What is at a path, or was."""
        return self.held(path) or self.held(self.moved.get(path, path)) or gone(path)

    def held(self, path: str) -> Subject | None:
        """The record that the archive holds at a path."""
        held = self.archive.nouns.get(record_id(path))
        return subject(self.archive, held) if held and held.path == path else None


def subjects(archive: Archive, history: History) -> Subjects:
    """What any change of an archive's past is about."""
    moves = ((change.path, path) for path, past in history.changes.items() for change in past)
    return Subjects(archive, {before: path for before, path in moves if before != path})


def subject(archive: Archive, held: AnyHeld) -> Subject:
    """A record that the archive holds; a version stands on the page of its motion."""
    noun = held.noun
    if isinstance(noun, Letter):
        return Subject("letter", held.title, letter_address(held.id))
    if isinstance(noun, Motion):
        return Subject("motion", held.title, motion_address(held.id))
    title = archive.motions[noun.motion].title
    return Subject("version", f"{title}, {_which(noun)}", motion_address(noun.motion))


def _which(noun: Version) -> str:
    return f"{noun.stage} {noun.order}" if noun.stage == "amendment" else noun.stage


def gone(path: str) -> Subject:
    """A record that the archive held, of which nothing is told but its name."""
    name = record_id(path)
    if path.startswith(VERSIONS):
        return Subject("version", name, CHANGES, held=False)  # it had no page of its own
    if path.startswith(LETTERS):
        return Subject("letter", name, letter_address(name), held=False)
    return Subject("motion", name, motion_address(name), held=False)
