"""Owns what is kept between builds, so that the next one works out only what changed.

A file of SQLite below `build/`, of keys with their values: nothing that is ever run. Each key says
all that its value depends on; so the file may be deleted, broken or of another archive at any
time, and the next build writes it anew. What is too large for it is in files beside it.
"""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

_TABLE = "CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, value BLOB)"
_MOST_BYTES = 64 * 2**20
"""A value that would be larger when unpacked is not one of ours."""


class Kept:
    """Values by key; what the disk does not give or take is missing, and no reason to fail."""

    def __init__(
        self, connection: sqlite3.Connection | None = None, file: Path | None = None
    ) -> None:
        self._connection, self._file = connection, file
        self._used: set[str] = set()

    def get(self, key: str) -> bytes | None:
        """The value of a key, or None where there is none that is whole."""
        with suppress(sqlite3.Error, zlib.error, TypeError):
            for (value,) in self._run("SELECT value FROM kept WHERE key = ?", key):
                unpacking = zlib.decompressobj()
                content = unpacking.decompress(value, _MOST_BYTES)
                self._used.add(key)
                return content if unpacking.eof else None
        return None

    def has(self, key: str) -> bool:
        """Whether there is a value of a key, which may be broken; it stays."""
        with suppress(sqlite3.Error):
            if self._run("SELECT 1 FROM kept WHERE key = ?", key):
                self._used.add(key)
                return True
        return False

    def put(self, key: str, value: bytes) -> None:
        """Keep a value."""
        if self._connection is None:
            return
        with suppress(sqlite3.Error):
            self._run("REPLACE INTO kept VALUES (?, ?)", key, zlib.compress(value, 1))
            self._used.add(key)

    def use(self, keys: Iterable[str]) -> None:
        """Have the values of keys stay, though nobody needed to ask for them."""
        self._used.update(keys)

    def place(self, kind: str) -> Path | None:
        """The place for a file of something that is too large for a value, if there is one."""
        return self._file and self._file.with_name(f"{self._file.name}-{kind}")

    def of_kind(self, kind: str) -> "InMemory":
        """All values whose keys begin with this word, for other processes to be given."""
        keys: list[str] = []
        with suppress(sqlite3.Error):
            keys = [key for (key,) in self._run("SELECT key FROM kept") if _kind(key) == kind]
        return InMemory({key: value for key in keys if (value := self.get(key)) is not None})

    def take_in(self, values: "InMemory") -> None:
        """Keep what was put into values in memory."""
        for key, value in values.put_in.items():
            self.put(key, value)

    def drop_unused(self) -> None:
        """Keep only what was asked for or put since the file was opened.

        Of a kind of value of which nothing was, all is kept: a build that need not make a part of
        the site asks for none of it. The first word of a key tells its kind.
        """
        used = {_kind(key) for key in self._used}
        with suppress(sqlite3.Error):
            for (key,) in self._run("SELECT key FROM kept"):
                if key not in self._used and _kind(key) in used:
                    self._run("DELETE FROM kept WHERE key = ?", key)

    def _run(self, statement: str, *values: str | bytes) -> list[tuple[Any]]:
        return self._connection.execute(statement, values).fetchall() if self._connection else []


def _kind(key: str) -> str:
    return key.partition(" ")[0]


class InMemory(Kept):
    """Values that are kept in memory only, so that other processes can be given them."""

    def __init__(self, values: Mapping[str, bytes]) -> None:
        super().__init__()
        self._values = dict(values)
        self.put_in: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        """The value of a key, or None where there is none."""
        return self._values.get(key)

    def has(self, key: str) -> bool:
        """Whether there is a value of a key."""
        return key in self._values

    def put(self, key: str, value: bytes) -> None:
        """Keep a value."""
        self._values[key] = self.put_in[key] = value


@contextmanager
def kept(file: Path) -> Iterator[Kept]:
    """What is kept in a file, for one build.

    Only one build at a time may use a file. One that is broken or something else is replaced.
    """
    connection = _opened(file) or _opened_anew(file)
    try:
        values = Kept(connection, file)
        yield values
        if connection:
            with suppress(sqlite3.Error):
                connection.commit()
    finally:
        if connection:
            connection.close()


def _opened_anew(file: Path) -> sqlite3.Connection | None:
    with suppress(OSError):
        file.unlink(missing_ok=True)
    return _opened(file)


def _opened(file: Path) -> sqlite3.Connection | None:
    """The file, if all of it is a table as we write it."""
    connection = None
    try:
        connection = sqlite3.connect(file)
        connection.execute("PRAGMA auto_vacuum = FULL")
        connection.execute(_TABLE)
        connection.execute("SELECT key, value FROM kept LIMIT 1")
        if connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]:
            return connection
    except sqlite3.Error:
        pass
    if connection:
        connection.close()
    return None
