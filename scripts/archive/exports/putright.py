"""Owns putting right the rows of a SQLite file that was made of other lines of the same tables.

Most of it stays as it is: what is found by words above all, which takes longest to make.
"""

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import takewhile
from operator import eq
from pathlib import Path
from typing import TypeAlias

from pydantic_core import from_json

from archive.exports.columns import Value
from archive.exports.tables import TABLES

ABOUT = "about"
SEARCHED = {
    "paragraphs": ("words",),
    "letters": ("title",),
    "motions": ("title",),
    "asks": ("editorial_summary",),
}
"""The columns in which each table can be searched; as the table's name with _fts behind it."""

COLUMNS = {table.name: tuple(table.row.model_fields) for table in TABLES}

Tables: TypeAlias = Mapping[str, bytes]
"""The lines of each table, under its name."""


@dataclass(frozen=True)
class Before:
    """A file, and the lines of each table that it was made of, as far as they can be had."""

    file: Path
    lines: Callable[[str], bytes | None]


def put_right(connection: sqlite3.Connection, before: Before, tables: Tables) -> None:
    """Have in an empty database what is in that file, with other rows, and nothing about it."""
    _copy(before.file, connection)
    with connection:
        connection.execute(f"DELETE FROM [{ABOUT}]")
        for name, lines in tables.items():
            if (old := before.lines(name)) != lines:
                _replace(connection, name, old, lines.splitlines())


def insert(
    connection: sqlite3.Connection,
    table: str,
    columns: Iterable[str],
    rows: Iterable[Iterable[Value]],
    first: int = 1,
) -> None:
    """Put rows into a table, with numbers from the first on."""
    names = ["rowid", *columns]
    put = f"INSERT INTO [{table}] ({', '.join(names)}) VALUES (?{', ?' * (len(names) - 1)})"
    connection.executemany(put, ((number, *row) for number, row in enumerate(rows, first)))


def values(line: bytes) -> tuple[Value, ...]:
    """What stands in a line, in the order of the columns."""
    return tuple(from_json(line).values())


def _copy(file: Path, connection: sqlite3.Connection) -> None:
    """Have what is in a file, with the number of its schema as before it was written anew."""
    address = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(address, uri=True)) as there:
        there.backup(connection)
        [[number]] = there.execute("PRAGMA schema_version")
    connection.execute(f"PRAGMA schema_version = {number - 1}")


def _replace(
    connection: sqlite3.Connection, table: str, before: bytes | None, new: Sequence[bytes]
) -> None:
    """Have the new rows in the place of the old ones, and found by their words."""
    old = (before or b"").splitlines()
    begin = _same(old, new)
    ends = (reversed(some[begin:]) for some in (old, new))
    end = _same(*ends) if len(old) == len(new) else 0
    gone, come = (some[begin : len(some) - end] for some in (old, new))
    behind = f"rowid > {begin} AND rowid <= (SELECT max(rowid) FROM [{table}]) - {end}"
    connection.execute(f"DELETE FROM [{table}] WHERE {behind}")
    insert(connection, table, COLUMNS[table], map(values, come), begin + 1)
    if table in SEARCHED and (before is None or _searched(table, gone) != _searched(table, come)):
        # A table that has never had a row has no totals, which "rebuild" would write.
        for order in ("rebuild" if new else "delete-all", "optimize"):
            connection.execute(f"INSERT INTO [{table}_fts] ([{table}_fts]) VALUES ('{order}')")


def _same(some: Iterable[bytes], others: Iterable[bytes]) -> int:
    """How many of these are the same at the beginning."""
    return sum(1 for _ in takewhile(bool, map(eq, some, others)))


def _searched(table: str, lines: Iterable[bytes]) -> list[list[Value]]:
    rows = map(from_json, lines)
    return [[row[column] for column in SEARCHED[table]] for row in rows]
