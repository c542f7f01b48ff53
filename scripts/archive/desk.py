"""Owns reading records one by one, or recalling them, with what is wrong with each by itself."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias, TypeVar

from archive import files
from archive.catalogue import Catalogue, Kept
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.model.noun import Noun
from archive.model.version import Version
from archive.problems import Problem
from archive.recalled import card_of, recalled
from archive.recordfile import Read, read_record
from archive.records import AnyRecord, Record
from archive.sources import Sources

R = TypeVar("R", Letter, Motion, Version)

VERSIONS = "motions/versions/"
KINDS: Mapping[str, type[Noun]] = {VERSIONS: Version, "letters/": Letter, "motions/": Motion}
"""What a record is whose path begins so; the first beginning counts."""


class Inspected(NamedTuple):
    """The problems of a record by itself, and whether it is `sound` (see `records.Content`)."""

    problems: list[Problem]
    sound: bool


Inspect: TypeAlias = Callable[[AnyRecord, Mapping[str, bytes | None], str], Inspected]
"""What is looked for in a record by itself, given the kept sources and the country."""


class Seen(NamedTuple):
    """What came of reading a record: its problems, and its kept source by its path, if read."""

    record: Record[Any] | None
    problems: list[Problem]
    kept: Mapping[str, Kept]


@dataclass(frozen=True)
class Desk:
    """Where records are recalled, or read and inspected one by one, in whichever process."""

    root: Path
    catalogue: Catalogue
    sources: Sources
    country: str
    inspect: Inspect

    def recalled(self, path: str) -> Record[Any] | None:
        """A record that the catalogue has, if nothing that it was inspected with has changed."""
        card = self.catalogue.cards.get(path)
        if card is None or card.kept != self.sources.digest(card.source):
            return None
        seen = files.stamp(self.root, path)
        if seen is None:
            return None
        if not self.catalogue.trusts(card.stamp, seen):
            file = files.read(self.root, path)
            if isinstance(file, Problem) or file.digest != card.digest:
                return None
            card = card._replace(stamp=seen)
        return recalled(self.root, _kind_of(path), card)

    def read(self, paths: Sequence[str], part: slice) -> "list[Seen]":
        """Some of these records."""
        return [self._read(_kind_of(path), path) for path in paths[part]]

    def _read(self, kind: type[R], path: str) -> "Seen":
        stamp = files.stamp(self.root, path)
        file = files.read(self.root, path)
        if isinstance(file, Problem):
            return Seen(None, [file], {})
        record, problems = read_record(kind, file)
        if record is None:
            return Seen(None, problems, {})
        found = self.inspect(record, self.sources, self.country)
        source = self.sources.kept.get(record.source)
        kept = {record.source: source} if source else {}
        problems += found.problems
        read = record.content
        if problems or not (found.sound and record.whole and stamp and isinstance(read, Read)):
            return Seen(record, problems, kept)
        card = card_of(record, read, stamp, source.digest if source else "")
        return Seen(recalled(self.root, kind, card), [], kept)


def folder_of(path: str) -> str | None:
    """The folder whose kind of record stands at a path; None where it is no record."""
    if path.endswith(".md"):
        for folder in KINDS:
            if path.startswith(folder):
                return folder
    return None


def _kind_of(path: str) -> type[Any]:
    folder = folder_of(path)
    assert folder is not None  # only paths of records are read as such
    return KINDS[folder]
