"""Owns what looks saw: all looks of a build by number, to be compared with what they see later."""

import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TypeAlias

from archive.looks import ABSENT, ALL, Look

Sees: TypeAlias = Callable[[Look], str]
"""What a look would see now, as a digest."""

TABLES = """
CREATE TABLE whole (name TEXT PRIMARY KEY, saw TEXT) WITHOUT ROWID;
CREATE TABLE sight (
    number INTEGER PRIMARY KEY, name TEXT, key TEXT, saw TEXT, UNIQUE (name, key)
);
"""
"""Looks with what each saw; and what there was to see of all of each mapping, by its name."""

MOST_NUMBERS = 16_384
"""Numbers of looks that are in memory: bundles that are made one after the other share many."""


class Sights:
    """Looks by number, each with what it saw, in the tables of a memory that is being written."""

    def __init__(self, connection: sqlite3.Connection, sees: Sees) -> None:
        self._connection, self._sees = connection, sees
        self._number = lru_cache(MOST_NUMBERS)(self._found)

    def changed(self) -> set[int]:
        """The numbers of looks that see another thing now; from now on that is what they saw.

        Where all of a mapping is as it was, so is what each look at it sees: most mappings are.
        """
        wholes = self._connection.execute("SELECT name, saw FROM whole").fetchall()
        other = [name for name, saw in wholes if saw in (ABSENT, None) or self._all(name) != saw]
        seen = {number: saw for name in other for number, saw in self._differing(name)}
        new = [(saw, number) for number, saw in seen.items()]
        self._connection.executemany("UPDATE sight SET saw = ? WHERE number = ?", new)
        return set(seen)

    def numbers(self, looks: Iterable[tuple[str, str]]) -> "array[int]":
        """The number of each of these, in their order; a look that had none is given one."""
        return array("I", [self._number(*look) for look in looks])

    def forget(self, unused: Iterable[int]) -> None:
        """Forget looks of which nothing is made any more."""
        self._connection.executemany("DELETE FROM sight WHERE number = ?", zip(unused))
        self._number.cache_clear()

    def settle(self) -> None:
        """Note what there is to see of all of each mapping that is looked at."""
        names = self._connection.execute("SELECT DISTINCT name FROM sight").fetchall()
        self._connection.execute("DELETE FROM whole")
        wholes = [(name, self._all(name)) for (name,) in names]
        self._connection.executemany("INSERT INTO whole VALUES (?, ?)", wholes)

    def _all(self, name: str) -> str:
        return self._sees(Look(name, ALL))

    def _differing(self, name: str) -> Iterator[tuple[int, str]]:
        """The numbers of looks at a mapping that see another thing now, with what they see."""
        rows = "SELECT number, key, saw FROM sight WHERE name = ?"
        for number, key, saw in self._connection.execute(rows, (name,)):
            if (now := self._sees(Look(name, key))) != saw:
                yield number, now

    def _found(self, name: str, key: str) -> int:
        found = "SELECT number FROM sight WHERE name = ? AND key = ?"
        for (number,) in self._connection.execute(found, (name, key)):
            return int(number)
        new = "INSERT INTO sight (name, key, saw) VALUES (?, ?, ?)"
        values = (name, key, self._sees(Look(name, key)))
        return self._connection.execute(new, values).lastrowid or 0
