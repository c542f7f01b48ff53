"""Owns the files of bundles while they are made: which come and which go, each at its own path.

They stand in the table of files of a memory (memory.py) that is being written.
"""

import sqlite3
from collections.abc import Collection, Iterable, Mapping

from archive.filed import Filed, Files
from archive.outputs import Claimed

_OF_BUNDLE = "SELECT path, sha256, length, note, sheet FROM file WHERE bundle = ?"
_INTO = """
REPLACE INTO file (path, sha256, length, note, sheet, bundle) VALUES (?, ?, ?, ?, ?, ?)
"""
_TABLE = "CREATE TEMP TABLE {} (path TEXT PRIMARY KEY) WITHOUT ROWID"
"""Of what bundles have and did not have before (`added`), and of the folders `around` it."""
_TWICE = "SELECT path FROM added JOIN file USING (path) GROUP BY path HAVING count(*) > 1 LIMIT 1"
_ALSO_A_FOLDER = """
SELECT path FROM around JOIN file USING (path)
UNION ALL
SELECT path FROM added WHERE EXISTS (
    SELECT 1 FROM file WHERE file.path > added.path || '/' AND file.path < added.path || '0'
)
LIMIT 1
"""
"""`0` is the sign behind `/`."""


class Filing:
    """Files the files of bundles, and knows of those that are there no longer."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._gone, self._added = set[str](), set[str]()

    def file(
        self, bundle: int, made: Mapping[str | None, Iterable[Filed]], kept: Collection[str]
    ) -> None:
        """Note the files that a bundle has now, as far as they are not those that it had.

        They are `made` by its sheets, or by none; what the sheets that are `kept` have, stays.
        Raises `Claimed` where two are at one path.
        """
        had = {row[0]: row for row in self._connection.execute(_OF_BUNDLE, (bundle,))}
        stays = {path for path, row in had.items() if row[4] in kept}
        now: dict[str, tuple[object, ...]] = {}
        for sheet, files in made.items():
            for file in files:
                if file.path in now or file.path in stays:
                    raise Claimed(f"two parts of the site claim {file.path}")
                now[file.path] = (*file, sheet)
        self._take_out(bundle, had.keys() - now.keys() - stays)
        self._added.update(now.keys() - had.keys())
        new = [(*row, bundle) for path, row in now.items() if had.get(path) != row]
        self._connection.executemany(_INTO, new)

    def forget(self, bundle: int) -> None:
        """Take out all files of a bundle that is no longer made."""
        files = self._connection.execute(_OF_BUNDLE, (bundle,)).fetchall()
        self._take_out(bundle, [path for path, *_ in files])

    def refuse(self) -> None:
        """Raise `Claimed` for one path of two bundles, or for a file where another has a folder.

        Only what was added can claim what is there.
        """
        for table, paths in (("added", self._added), ("around", _around(self._added))):
            self._connection.execute(_TABLE.format(table))
            rows = ((path,) for path in sorted(paths))
            self._connection.executemany(f"INSERT INTO {table} VALUES (?)", rows)
        for (path,) in self._connection.execute(_TWICE):
            raise Claimed(f"two parts of the site claim {path}")
        for (path,) in self._connection.execute(_ALSO_A_FOLDER):
            raise Claimed(f"a file and a folder claim {path}")

    def gone(self, files: Files) -> list[str]:
        """The paths at which there was a file, and is none of these."""
        return sorted(path for path in self._gone if path not in files)

    def _take_out(self, bundle: int, paths: Collection[str]) -> None:
        self._gone.update(paths)
        rows = [(path, bundle) for path in paths]
        self._connection.executemany("DELETE FROM file WHERE path = ? AND bundle = ?", rows)


def _around(paths: Iterable[str]) -> set[str]:
    """All folders around some paths."""
    found = set[str]()
    for path in paths:
        while (path := path.rpartition("/")[0]) and path not in found:
            found.add(path)
    return found
