"""Owns reading an archive's folder, once: records, vocabularies, kept sources, configuration."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from archive import files, vocabularies
from archive.files import File
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.model.noun import Noun
from archive.model.version import Version
from archive.model.vocabulary import Abbreviation, Meeting, Person, Topic
from archive.nodes import Node
from archive.phases import Done, Phases
from archive.problems import Problem
from archive.records import Record, read_record
from archive.settings import PATH as SETTINGS
from archive.settings import Site, read_site
from archive.vocabularies import Vocabulary, no_vocabulary, read_vocabulary

R = TypeVar("R", Letter, Motion, Version)
V = TypeVar("V", bound=Noun)

FOLDERS = ("letters", "motions")
VERSIONS = "motions/versions/"
STRAY_ALLOWED = (
    "records ending in .md, vocabularies (people.yml and abbreviations.yml in letters,"
    " topics.yml and meetings.yml in motions) and kept texts sources/NAME.txt"
)
NO_ARCHIVE = Problem(
    *(SETTINGS, 1, 1, "no such file", "the folder of an archive"),
    "a folder with mkdocs.yml, letters/ and motions/: go there, or name it with --archive",
)
_SOURCE = re.compile(r"(letters|motions)/sources/[^/]+\.txt")


@dataclass(frozen=True)
class Reading:
    """All that an archive's folder says, as far as it could be read.

    `record_paths` also has the records that could not, so that links to them are no errors.
    `site_texts` are the parts of mkdocs.yml that the archive publishes. A kept source that could
    not be read is None.
    """

    site: Site | None
    site_texts: tuple[Node, ...]
    letters: tuple[Record[Letter], ...]
    motions: tuple[Record[Motion], ...]
    versions: tuple[Record[Version], ...]
    people: Vocabulary[Person]
    abbreviations: Vocabulary[Abbreviation]
    topics: Vocabulary[Topic]
    meetings: Vocabulary[Meeting]
    record_paths: tuple[str, ...]
    sources: Mapping[str, bytes | None]


def read_archive(root: Path, phases: Phases | None = None) -> tuple[Reading, list[Problem]]:
    """What stands in the folder `root`, and every problem of reading it."""
    shelf = _Shelf(root)
    with (phases or Phases()).phase("reading", len(shelf.paths)) as shelf.done:
        return _read(shelf), shelf.problems


def _read(shelf: "_Shelf") -> Reading:
    site, site_texts = shelf.site()
    return Reading(
        site=site,
        site_texts=site_texts,
        letters=shelf.records(Letter, "letters/"),
        motions=shelf.records(Motion, "motions/"),
        versions=shelf.records(Version, VERSIONS),
        people=shelf.vocabulary(Person, vocabularies.PEOPLE),
        abbreviations=shelf.vocabulary(Abbreviation, vocabularies.ABBREVIATIONS),
        topics=shelf.vocabulary(Topic, vocabularies.TOPICS),
        meetings=shelf.vocabulary(Meeting, vocabularies.MEETINGS),
        record_paths=tuple(path for path in shelf.paths if path.endswith(".md")),
        sources=shelf.sources(),
    )


def site_of(root: Path) -> Site | None:
    """What the archive's mkdocs.yml says; None where it has problems."""
    return _Shelf(root).site()[0]


class _Shelf:
    """Reads one file after the other and gathers what is wrong with them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.done: Done = _untold
        self.problems: list[Problem] = []
        if (root / SETTINGS).exists():  # without it, one problem says that here is no archive
            self.problems += [p for folder in FOLDERS if (p := files.no_folder(root, folder))]
        listed = [path for folder in FOLDERS for path in files.paths_below(root, folder)]
        self.paths = tuple(path for path in listed if _has_a_place(path))
        strays = (path for path in listed if not _has_a_place(path))
        self.problems += [files.stray(root, path, STRAY_ALLOWED) for path in strays]

    def site(self) -> tuple[Site | None, tuple[Node, ...]]:
        if not os.path.lexists(self.root / SETTINGS):
            self.problems.append(NO_ARCHIVE)
            return None, ()
        if (file := self._file(SETTINGS)) is None:
            return None, ()
        site, texts, problems = read_site(file, os.environ)
        self.problems += problems
        return site, texts

    def records(self, kind: type[R], folder: str) -> tuple[Record[R], ...]:
        paths = [path for path in self.paths if folder_of(path) == folder]
        return tuple(record for path in paths if (record := self._record(kind, path)))

    def _record(self, kind: type[R], path: str) -> Record[R] | None:
        if (file := self._file(path)) is None:
            return None
        record, problems = read_record(kind, file)
        self.problems += problems
        return record

    def vocabulary(self, kind: type[V], path: str) -> Vocabulary[V]:
        if path not in self.paths:
            return no_vocabulary(path, absent=True)
        file = self._file(path)
        if file is None:
            return no_vocabulary(path, absent=False)
        vocabulary, problems = read_vocabulary(kind, file)
        self.problems += problems
        return vocabulary

    def sources(self) -> Mapping[str, bytes | None]:
        found: dict[str, bytes | None] = {}
        for path in filter(_SOURCE.fullmatch, self.paths):
            content = files.read_bytes(self.root, path)
            self.done(1)
            if isinstance(content, Problem):
                self.problems.append(content)
            found[path] = None if isinstance(content, Problem) else content
        return found

    def _file(self, path: str) -> File | None:
        file = files.read(self.root, path)
        self.done(1)
        if isinstance(file, Problem):
            self.problems.append(file)
            return None
        return file


def folder_of(path: str) -> str | None:
    """The folder whose kind of record stands at a path; None where it is no record."""
    homes = (VERSIONS, "letters/", "motions/")
    return next((h for h in homes if path.startswith(h)), None) if path.endswith(".md") else None


def _untold(_: int) -> None:
    """Nobody is told how far reading has come."""


def _has_a_place(path: str) -> bool:
    known = path in vocabularies.KINDS or bool(_SOURCE.fullmatch(path))
    return known or (path.endswith(".md") and "/sources/" not in path)
