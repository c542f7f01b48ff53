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

    `kept` has the stamp and the digest of each that is known already or has been read.
    """

    def __init__(self, root: Path, paths: Iterable[str], kept: Mapping[str, Kept]) -> None:
        self._root, self._paths, self.kept = root, dict.fromkeys(paths), dict(kept)

    def __getitem__(self, path: str) -> bytes | None:
        if path not in self._paths:
            raise KeyError(path)
        content = self._read(path)
        return None if isinstance(content, Problem) else content

    def digest(self, path: str) -> str:
        """The digest of a kept source, which is read for that if it must be; empty without one."""
        if path in self._paths and path not in self.kept:
            self._read(path)
        return self.kept[path].digest if path in self.kept else ""

    def read_rest(self) -> list[Problem]:
        """Read all of which nothing is known yet; what is wrong with them as files."""
        contents = [self._read(path) for path in self._paths if path not in self.kept]
        return [content for content in contents if isinstance(content, Problem)]

    def _read(self, path: str) -> bytes | Problem:
        seen, content = files.stamp(self._root, path), files.read_bytes(self._root, path)
        if seen and not isinstance(content, Problem):
            self.kept[path] = Kept(seen, sha256(content).hexdigest())
        return content

    def __contains__(self, path: object) -> bool:
        return path in self._paths

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def sources_of(root: Path, paths: Iterable[str], catalogue: Catalogue) -> Sources:
    """The kept sources among some paths; what the catalogue has of one as it still is, is known."""
    named = list(filter(is_source, paths))
    known = {path: catalogue.sources[path] for path in named if path in catalogue.sources}
    stamps = ((path, files.stamp(root, path)) for path in known)
    same = {path for path, seen in stamps if seen and catalogue.trusts(known[path].stamp, seen)}
    return Sources(root, named, {path: one for path, one in known.items() if path in same})
