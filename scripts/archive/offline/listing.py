"""Owns the list of all files of a site while it is made: lines in a file, found by their numbers.

The digest of the offline copy stands in it, too, and comes last.
"""

from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path

from archive.offline.manifest import OPEN, path_of


class Listing:
    """A list in a file, of a line for each file."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._places, self._open = array("Q", [0]), 0

    def __len__(self) -> int:
        return len(self._places) - 1

    def noting(self, lines: Iterable[bytes]) -> Iterator[bytes]:
        """The same lines, written on their way; all of them are to be asked for."""
        unknown = OPEN.encode()
        with self.file.open("wb") as file:
            for one in lines:
                if one.startswith(unknown):
                    self._open = self._places[-1]
                self._places.append(self._places[-1] + file.write(one))
                yield one

    def paths(self, part: slice) -> list[str]:
        """The paths of some of the files."""
        begin, end = self._places[part.start], self._places[part.stop]
        with self.file.open("rb") as file:
            file.seek(begin)
            lines = file.read(end - begin).splitlines(keepends=True)
        return [path_of(one).decode() for one in lines]

    def settle(self, digest: str) -> None:
        """Put in the one digest that was open."""
        with self.file.open("r+b") as file:
            file.seek(self._open)
            file.write(digest.encode())
