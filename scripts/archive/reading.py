"""Owns reading an archive's folder, once: records, vocabularies, kept sources, configuration."""

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from archive import files, vocabularies
from archive.catalogue import EMPTY, Catalogue
from archive.desk import KINDS, VERSIONS, Desk, Inspect, Inspected, folder_of
from archive.files import File
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.model.noun import Noun
from archive.model.version import Version
from archive.model.vocabulary import Abbreviation, Meeting, Person, Topic
from archive.nodes import Node
from archive.phases import Done, Phases
from archive.problems import Problem
from archive.records import Record
from archive.settings import PATH as SETTINGS
from archive.settings import Site, read_site
from archive.sharing import in_parts
from archive.sources import Sources, is_source, sources_of
from archive.vocabularies import Vocabulary, no_vocabulary, read_vocabulary

R = TypeVar("R", Letter, Motion, Version)
V = TypeVar("V", bound=Noun)

FOLDERS = ("letters", "motions")
STRAY_ALLOWED = (
    "records ending in .md, vocabularies (people.yml and abbreviations.yml in letters,"
    " topics.yml and meetings.yml in motions) and kept texts sources/NAME.txt"
)
NO_ARCHIVE = Problem(
    *(SETTINGS, 1, 1, "no such file", "the folder of an archive"),
    "a folder with mkdocs.yml, letters/ and motions/: go there, or name it with --archive",
)
DEFAULT_COUNTRY = "GB"
"""Where telephone numbers are taken to be dialled while mkdocs.yml cannot be read."""


WORTH_SHARING = 200
"""Records for which other processes begin to pay."""


def _uninspected(*_: object) -> Inspected:
    """Nothing is looked for."""
    return Inspected([], True)


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

    @property
    def readable(self) -> Collection[str]:
        """The kept sources that could be read."""
        return self.sources.kept if isinstance(self.sources, Sources) else self.sources

    @property
    def country(self) -> str:
        """Where telephone numbers are dialled."""
        return self.site.settings.country if self.site else DEFAULT_COUNTRY


def read_archive(
    root: Path,
    phases: Phases | None = None,
    catalogue: Catalogue = EMPTY,
    inspect: Inspect = _uninspected,
) -> tuple[Reading, list[Problem]]:
    """What stands in the folder `root`, and every problem of reading it.

    What the `catalogue` has of a record as it still is, is not read again, and not inspected.
    """
    shelf = _Shelf(root, catalogue, inspect)
    with (phases or Phases()).phase("reading", len(shelf.paths)) as shelf.done:
        return shelf.reading(), shelf.problems


def site_of(root: Path) -> Site | None:
    """What the archive's mkdocs.yml says; None where it has problems."""
    return _Shelf(root, EMPTY, _uninspected).site()[0]


class _Shelf:
    """Reads one file after the other and gathers what is wrong with them."""

    def __init__(self, root: Path, catalogue: Catalogue, inspect: Inspect) -> None:
        self.root, self.catalogue, self.inspect = root, catalogue, inspect
        self.done: Done = _untold
        self.problems: list[Problem] = []
        if (root / SETTINGS).exists():  # without it, one problem says that here is no archive
            self.problems += [p for folder in FOLDERS if (p := files.no_folder(root, folder))]
        listed = [path for folder in FOLDERS for path in files.paths_below(root, folder)]
        self.paths = tuple(filter(_has_a_place, listed))
        strays = sorted(set(listed).difference(self.paths))
        self.problems += [files.stray(root, path, STRAY_ALLOWED) for path in strays]

    def reading(self) -> Reading:
        site, site_texts = self.site()
        sources = sources_of(self.root, self.paths, self.catalogue)
        self.done(len(sources))
        country = site.settings.country if site else DEFAULT_COUNTRY
        desk = Desk(self.root, self.catalogue.of(country), sources, country, self.inspect)
        records = self.records(desk)
        self.problems += sources.read_rest()
        return Reading(
            site=site,
            site_texts=site_texts,
            letters=tuple(records["letters/"]),
            motions=tuple(records["motions/"]),
            versions=tuple(records[VERSIONS]),
            people=self.vocabulary(Person, vocabularies.PEOPLE),
            abbreviations=self.vocabulary(Abbreviation, vocabularies.ABBREVIATIONS),
            topics=self.vocabulary(Topic, vocabularies.TOPICS),
            meetings=self.vocabulary(Meeting, vocabularies.MEETINGS),
            record_paths=tuple(path for path in self.paths if path.endswith(".md")),
            sources=sources,
        )

    def site(self) -> tuple[Site | None, tuple[Node, ...]]:
        if not os.path.lexists(self.root / SETTINGS):
            self.problems.append(NO_ARCHIVE)
            return None, ()
        if (file := self._file(SETTINGS)) is None:
            return None, ()
        site, texts, problems = read_site(file, os.environ)
        self.problems += problems
        return site, texts

    def records(self, desk: "Desk") -> dict[str, list[Record[Any]]]:
        """Every record that can be read, by the folder of its kind."""
        folders = {path: folder for path in self.paths if (folder := folder_of(path))}
        paths = list(folders)
        found = {path: record for path in paths if (record := desk.recalled(path))}
        self.done(len(found))
        missing = [path for path in paths if path not in found]
        read = partial(desk.read, missing)
        for part in in_parts(read, len(missing), WORTH_SHARING, bulky=True):
            found |= {one.record.path: one.record for one in part if one.record}
            self.problems += chain.from_iterable(one.problems for one in part)
            desk.sources.kept.update(chain.from_iterable(one.kept.items() for one in part))
            self.done(len(part))
        records: dict[str, list[Record[Any]]] = {folder: [] for folder in KINDS}
        for path, folder in folders.items():
            if path in found:
                records[folder].append(found[path])
        return records

    def vocabulary(self, kind: type[V], path: str) -> Vocabulary[V]:
        if path not in self.paths:
            return no_vocabulary(path, absent=True)
        file = self._file(path)
        if file is None:
            return no_vocabulary(path, absent=False)
        vocabulary, problems = read_vocabulary(kind, file)
        self.problems += problems
        return vocabulary

    def _file(self, path: str) -> File | None:
        file = files.read(self.root, path)
        self.done(1)
        if isinstance(file, Problem):
            self.problems.append(file)
            return None
        return file


def _untold(_: int) -> None:
    """Nobody is told how far reading has come."""


def _has_a_place(path: str) -> bool:
    known = path in vocabularies.KINDS or is_source(path)
    return known or (path.endswith(".md") and "/sources/" not in path)
