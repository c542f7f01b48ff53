"""Owns what a build remembers for the next: what each bundle of files was made of, and its files.

It is one file of SQLite among what is built, and comes and goes with it. Of another program, of
other settings or broken it tells nothing, and everything is made anew. A build changes a copy of
it, of which it touches only what has been made again.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from archive import sights
from archive.filed import Files, Opened

NAME = ".made"
TABLES = f"""
CREATE TABLE program (name TEXT);
CREATE TABLE bundle (
    number INTEGER PRIMARY KEY, name TEXT UNIQUE, given TEXT, looks BLOB, told BLOB
);
CREATE TABLE sheet (
    bundle INTEGER, name TEXT, given TEXT, looks BLOB, PRIMARY KEY (bundle, name)
) WITHOUT ROWID;
CREATE TABLE file (
    path TEXT, bundle INTEGER, sheet TEXT, sha256 TEXT, length INTEGER, note TEXT,
    PRIMARY KEY (path, bundle)
) WITHOUT ROWID;
CREATE INDEX file_of ON file (bundle);
{sights.TABLES}
"""
"""Bundles and, of what is in them, their sheets, each with the numbers of its looks; all files.

A bundle without `given` was made of something else than there is now.
"""


class Memory:
    """What the last build remembers, in a file; nothing where there is none."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        address = f"{file.absolute().as_uri()}?mode=ro&immutable=1" if file else ""
        self._connect = Opened(address) if file else Opened(":memory:", TABLES)

    def __bool__(self) -> bool:
        return self._file is not None

    @property
    def files(self) -> Files:
        """All files that it knows of."""
        return Files(self._connect)

    @property
    def whole(self) -> bool:
        """Whether its file is as it was written."""
        with suppress(sqlite3.Error):
            return self._connect().execute("PRAGMA quick_check").fetchall() == [("ok",)]
        return False

    def says(self, program: str) -> bool:
        """Whether it is of this program."""
        with suppress(sqlite3.Error):
            return self._connect().execute("SELECT name FROM program").fetchall() == [(program,)]
        return False

    def close(self) -> None:
        """Let go of its file, as another is to come into its place; not every system waits."""
        self._connect.close()

    @contextmanager
    def copied(self, file: Path) -> Iterator[sqlite3.Connection]:
        """A copy of it in another place, to be changed; nobody else must touch that meanwhile.

        It is of no use unless all is written to the end, so nothing is kept by which to undo it.
        """
        file.parent.mkdir(exist_ok=True)
        if self._file:
            shutil.copyfile(self._file, file)
        with closing(sqlite3.connect(file, isolation_level=None)) as connection:
            for setting in ("journal_mode = OFF", "synchronous = OFF", "temp_store = MEMORY"):
                connection.execute(f"PRAGMA {setting}")
            if not self._file:
                connection.executescript(TABLES)
            yield connection


def read_memory(folder: Path, program: str) -> Memory:
    """What the last build in a folder remembered for this program; nothing where there is none."""
    memory = Memory(folder / NAME)
    return memory if memory.says(program) else Memory()
