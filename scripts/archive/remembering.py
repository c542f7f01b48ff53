"""Owns remembering, while a build is under way: what lasts of the last one, and what it makes."""

import sqlite3
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from archive.filed import Filed, Files
from archive.filing import Filing
from archive.sights import Sees, Sights

_PRESENT = "CREATE TEMP TABLE present (bundle INTEGER PRIMARY KEY)"
_PRESENT_FILE = """
CREATE TEMP VIEW present_file AS SELECT * FROM file CROSS JOIN present USING (bundle)
"""
"""Of a cross join SQLite goes through the first table in its order."""
_TOLD = "SELECT told FROM bundle JOIN present ON number = bundle WHERE length(told) ORDER BY name"
_LONE = "surrogatepass"


@dataclass(frozen=True)
class MadeSheet:
    """A sheet as it was made: its looks, by their places among those of its bundle, and its files.

    `given` is a digest of what it was made of beside these looks.
    """

    looks: "array[int]"
    files: tuple[Filed, ...]
    given: str = ""


@dataclass(frozen=True)
class Made:
    """A bundle as it was made: all that was looked at for it, each once, and its own files.

    `given` is a digest of what it was made of beside these looks, `told` what it tells others. Of
    its `sheets`, None stands for one that is as it was.
    """

    looks: Sequence[tuple[str, str]]
    files: tuple[Filed, ...]
    given: str = ""
    told: str = ""
    sheets: Mapping[str, MadeSheet | None] = field(default_factory=dict)


class Remembering:
    """Remembers bundles one after the other, as they are kept or made, for the next build.

    It is begun with a copy of what the last build remembered, of which all that would become
    another thing now is stale from the beginning.
    """

    def __init__(self, connection: sqlite3.Connection, sees: Sees) -> None:
        self._connection, self._sights = connection, Sights(connection, sees)
        self._filing, self._unused = Filing(connection), set[int]()
        for statement in (_PRESENT, _PRESENT_FILE, "BEGIN"):
            connection.execute(statement)
        if changed := self._sights.changed():
            self._go_stale(changed)

    @property
    def files(self) -> Files:
        """The files of all bundles that have been kept or made so far."""
        return Files(lambda: self._connection, "present_file")

    @property
    def told(self) -> Iterator[str]:
        """What these have told, in the order of their names."""
        return (told.decode("utf-8", _LONE) for (told,) in self._run(_TOLD))

    def lasts(self, name: str, given: str) -> bool:
        """Whether a bundle is there as it would be made now, if it is given this."""
        row = self._run("SELECT 1 FROM bundle WHERE name = ? AND given = ?", name, given)
        return row.fetchone() is not None

    def sheets(self, name: str) -> dict[str, str]:
        """The sheets of a bundle that last, by name, if they are given the same as here."""
        sheets = "SELECT name, given FROM sheet WHERE bundle = ?"
        return dict(self._run(sheets, self._number(name)))

    def keep(self, name: str) -> None:
        """Keep a bundle as it is."""
        present = "INSERT INTO present SELECT number FROM bundle WHERE name = ?"
        self._run(present, name)

    def leave(self, name: str) -> bool:
        """Keep a bundle though it would be made otherwise now; whether it has ever been made."""
        self._run("UPDATE bundle SET given = NULL WHERE name = ?", name)
        self.keep(name)
        return self._number(name) is not None

    def remember(self, name: str, made: Made) -> None:
        """Remember a bundle that has just been made."""
        self._run("INSERT OR IGNORE INTO bundle (name, looks) VALUES (?, x'')", name)
        number = self._number(name)
        assert number is not None
        numbers = self._sights.numbers(made.looks)
        looks = array("I", sorted({*numbers, *self._sheets(number, made.sheets, numbers)}))
        self._unused.update(self._looks(number).difference(looks))
        told, row = made.told.encode("utf-8", _LONE), "given = ?, looks = ?, told = ?"
        values = (made.given, looks.tobytes(), told, number)
        self._run(f"UPDATE bundle SET {row} WHERE number = ?", *values)
        sheets = made.sheets.items()
        files: dict[str | None, Sequence[Filed]] = {None: made.files}
        files |= {sheet: one.files for sheet, one in sheets if one}
        self._filing.file(number, files, {sheet for sheet, one in sheets if one is None})
        self.keep(name)

    def finish(self, program: str) -> list[str]:
        """Nothing more comes: forget the other bundles; the paths at which no file is any more.

        Only the same `program` will be told of it. Raises `Claimed` where two bundles claim a path,
        or one has a file where another has a folder.
        """
        gone = "SELECT number FROM bundle WHERE number NOT IN (SELECT bundle FROM present)"
        for (number,) in self._run(gone).fetchall():
            self._forget(number)
        self._filing.refuse()
        self._forget_looks()
        self._sights.settle()
        self._run("DELETE FROM program")
        self._run("INSERT INTO program VALUES (?)", program)
        self._connection.commit()
        return self._filing.gone(self.files)

    def _go_stale(self, changed: set[int]) -> None:
        """Make stale the bundles of whose looks any has changed; forget such sheets of them."""
        bundles = self._run("SELECT number, looks FROM bundle")
        stale = [(number,) for number, looks in bundles if _among(looks, changed)]
        self._connection.executemany("UPDATE bundle SET given = NULL WHERE number = ?", stale)
        for (number,) in stale:
            sheets = self._run("SELECT bundle, name, looks FROM sheet WHERE bundle = ?", number)
            gone = [(bundle, name) for bundle, name, looks in sheets if _among(looks, changed)]
            self._connection.executemany("DELETE FROM sheet WHERE bundle = ? AND name = ?", gone)

    def _sheets(
        self, bundle: int, made: Mapping[str, MadeSheet | None], numbers: "array[int]"
    ) -> set[int]:
        """Remember the sheets of a bundle; the numbers of all looks of those that are as they were.

        Of those that were made, `numbers` has the number of the look at each place.
        """
        kept = self._run("SELECT name, given, looks FROM sheet WHERE bundle = ?", bundle).fetchall()
        rows = [row for row in kept if made.get(row[0], ()) is None]
        lasting = set(chain.from_iterable(_numbers(looks) for _, _, looks in rows))
        for name, sheet in made.items():
            if sheet:
                looks = array("I", sorted(numbers[place] for place in sheet.looks))
                rows.append((name, sheet.given, looks.tobytes()))
        self._run("DELETE FROM sheet WHERE bundle = ?", bundle)
        told_apart = [(bundle, *row) for row in rows if row[1] and len(rows) > 1]
        self._connection.executemany("INSERT INTO sheet VALUES (?, ?, ?, ?)", told_apart)
        return lasting

    def _forget(self, bundle: int) -> None:
        """Forget a bundle that is no longer made."""
        self._unused.update(self._looks(bundle))
        self._filing.forget(bundle)
        self._run("DELETE FROM sheet WHERE bundle = ?", bundle)
        self._run("DELETE FROM bundle WHERE number = ?", bundle)

    def _forget_looks(self) -> None:
        """Forget those looks of what is gone that nobody else has."""
        if self._unused:
            for (looks,) in self._run("SELECT looks FROM bundle"):
                self._unused.difference_update(_numbers(looks))
            self._sights.forget(self._unused)

    def _number(self, name: str) -> int | None:
        row = self._run("SELECT number FROM bundle WHERE name = ?", name).fetchone()
        return row[0] if row else None

    def _looks(self, bundle: int) -> set[int]:
        [(looks,)] = self._run("SELECT looks FROM bundle WHERE number = ?", bundle)
        return set(_numbers(looks))

    def _run(self, statement: str, *values: object) -> sqlite3.Cursor:
        return self._connection.execute(statement, values)


def _numbers(looks: bytes) -> "array[int]":
    return array("I", looks)


def _among(looks: bytes, numbers: set[int]) -> bool:
    return not numbers.isdisjoint(_numbers(looks))
