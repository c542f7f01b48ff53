"""Owns the kept sources of an archive: which there are, their digests, and their bytes by need."""

import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from archive import files
from archive.catalogue import Catalogue, Kept
from archive.problems import Problem

_SOURCE = re.compile(r"(letters|motions)/sources/[^/]+\.txt")


def is_source(path: str) -> bool:
    """Whether a kept source stands at a path."""
    return _SOURCE.fullmatch(path) is not None


class Sources(Mapping[str, bytes | None]):
    """The bytes of each kept source by its path, None where it cannot be read.

    `kept` has the stamp and the digest of each that can.
    """

    def __init__(self, root: Path, paths: Iterable[str], kept: Mapping[str, Kept]) -> None:
        self._root, self._paths, self.kept = root, dict.fromkeys(paths), kept
        self.digests = {path: one.digest for path, one in kept.items()}

    def __getitem__(self, path: str) -> bytes | None:
        if path not in self._paths:
            raise KeyError(path)
        content = files.read_bytes(self._root, path)
        return None if isinstance(content, Problem) else content

    def __contains__(self, path: object) -> bool:
        return path in self._paths

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def read_sources(
    root: Path, paths: Iterable[str], catalogue: Catalogue
) -> tuple[Sources, list[Problem]]:
    """The kept sources among some paths, and what is wrong with them as files."""
    named = list(filter(is_source, paths))
    kept: dict[str, Kept] = {}
    problems: list[Problem] = []
    for path in named:
        seen, known = files.stamp(root, path), catalogue.sources.get(path)
        if known and seen and catalogue.trusts(known.stamp, seen):
            kept[path] = known
        elif isinstance(content := files.read_bytes(root, path), Problem):
            problems.append(content)
        elif seen:
            kept[path] = Kept(seen, sha256(content).hexdigest())
    return Sources(root, named, kept), problems
