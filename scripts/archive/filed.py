"""Owns files that have been made: what is known of each, and the table in which they stand."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import islice
from typing import NamedTuple, TypeAlias


class Filed(NamedTuple):
    """A file that was made: its path, the SHA-256 and number of its bytes, and a note on it."""

    path: str
    sha256: str
    length: int
    note: str = ""


class Again(NamedTuple):
    """A file to be: its path, and a file with the same bytes that is there already."""

    path: str
    there: Filed


Connect: TypeAlias = Callable[[], sqlite3.Connection]
"""Gives the connection to a database that this process may use."""

_FOUND = "SELECT path, sha256, length, note FROM {} WHERE path = ? LIMIT 1"
_BELOW = "SELECT path, sha256, length, note FROM {} WHERE path >= ? AND path < ? ORDER BY path"
_DIGESTS = """
SELECT substr(path, ?), sha256 FROM {} WHERE path >= ? AND path < ? ORDER BY path
"""
_AMONG = "SELECT path, sha256, length, note FROM {} WHERE path IN ({})"
_TOGETHER = 500
"""Paths that are asked for at once."""
_NOTES = "SELECT note FROM {} WHERE note != '' ORDER BY note"
_NOTED = "SELECT count(*) FROM {} WHERE note != ''"
_TOLD = """
SELECT coalesce(group_concat({1}, char(10)), '')
FROM (SELECT * FROM {0} WHERE path >= ? AND path < ? ORDER BY path)
"""
"""One long text: what SQLite strings together need not become things of Python first."""


class Files(Mapping[str, Filed]):
    """Files by their paths, as they stand in a table; none is in memory until it is asked for."""

    def __init__(self, connect: Connect, table: str = "file") -> None:
        self._connect, self._table = connect, table

    def __getitem__(self, path: str) -> Filed:
        for row in self._run(_FOUND.format(self._table), path):
            return Filed._make(row)
        raise KeyError(path)

    def __iter__(self) -> Iterator[str]:
        return (path for (path,) in self._run(f"SELECT path FROM {self._table} ORDER BY path"))

    def __len__(self) -> int:
        [(count,)] = self._run(f"SELECT count(*) FROM {self._table}")
        return int(count)

    def below(self, folder: str) -> Iterator[Filed]:
        """The files whose paths begin with a folder (`site/`), in the order of their paths."""
        return map(Filed._make, self._run(_BELOW.format(self._table), *_around(folder)))

    def digests(self, folder: str) -> Iterator[tuple[str, str]]:
        """The paths of the same files in the folder, with their digests."""
        return iter(self._run(_DIGESTS.format(self._table), len(folder) + 1, *_around(folder)))

    def among(self, paths: Iterable[str]) -> Iterator[Filed]:
        """The files that there are at some paths, in the order of these."""
        rest = iter(paths)
        while some := tuple(islice(rest, _TOGETHER)):
            marks = ",".join("?" * len(some))
            rows = map(Filed._make, self._run(_AMONG.format(self._table, marks), *some))
            found = {file.path: file for file in rows}
            yield from (found[path] for path in some if path in found)

    def digest(self, folder: str, *columns: str) -> str:
        """A digest of some of what is known of the same files."""
        told = " || char(9) || ".join(columns)
        [(text,)] = self._run(_TOLD.format(self._table, told), *_around(folder))
        return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

    def notes(self) -> list[str]:
        """The notes on files, in their order, but for empty ones."""
        return [note for (note,) in self._run(_NOTES.format(self._table))]

    def noted(self) -> int:
        """How many files have a note."""
        [(count,)] = self._run(_NOTED.format(self._table))
        return int(count)

    def _run(self, statement: str, *values: str | int) -> sqlite3.Cursor:
        return self._connect().execute(statement, values)


def _around(folder: str) -> tuple[str, str]:
    """Between which texts the paths in a folder are."""
    return folder, folder[:-1] + chr(ord(folder[-1]) + 1)


class Opened:
    """A database that is only read, by this process and by those that are forked from it.

    None may use the connection of another (https://www.sqlite.org/howtocorrupt.html).
    """

    def __init__(self, address: str, script: str = "") -> None:
        """`address` is that of SQLite; the `script` is run by whoever opens it."""
        self._address, self._script = address, script
        self._connections: dict[int, sqlite3.Connection] = {}

    def __call__(self) -> sqlite3.Connection:
        """The connection of this process."""
        process = os.getpid()
        if process not in self._connections:
            connection = sqlite3.connect(self._address, uri=True, isolation_level=None)
            connection.executescript(self._script)
            self._connections[process] = connection
        return self._connections[process]

    def close(self) -> None:
        """Close it; another process does so when it ends."""
        if connection := self._connections.pop(os.getpid(), None):
            connection.close()
