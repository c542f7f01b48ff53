"""Owns putting right the rows of a SQLite file that was made of other lines of the same tables.

Most of it stays as it is: what is found by words above all, which takes longest to make.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import TypeAlias

from archive.exports.apart import Apart, apart
from archive.exports.columns import Value
from archive.exports.filedlines import chunks, values
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

Tables: TypeAlias = Mapping[str, Path]
"""The file with the lines of each table, under its name."""


@dataclass(frozen=True)
class Before:
    """A file, and that of each table whose lines it was made of, as far as they can be had."""

    file: Path
    lines: Callable[[str], Path | None]


def put_right(connection: sqlite3.Connection, before: Before, tables: Tables) -> None:
    """Have in an empty database what is in that file, with other rows, and nothing about it."""
    _copy(before.file, connection)
    with connection:
        connection.execute(f"DELETE FROM [{ABOUT}]")
        for name, new in tables.items():
            old = before.lines(name)
            if old is None:
                _replace_all(connection, name, new)
            elif old != new and (where := apart(old, new)):
                _replace(connection, name, old, new, where)


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


def rows_of(lines: Iterable[bytes]) -> Iterator[tuple[Value, ...]]:
    """What stands in some lines, in the order of the columns."""
    return (tuple(row.values()) for some in lines for row in values(some))


def _copy(file: Path, connection: sqlite3.Connection) -> None:
    """Have what is in a file, with the number of its schema as before it was written anew."""
    address = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(address, uri=True)) as there:
        there.backup(connection)
        [[number]] = there.execute("PRAGMA schema_version")
    connection.execute(f"PRAGMA schema_version = {number - 1}")


def _replace_all(connection: sqlite3.Connection, table: str, new: Path) -> None:
    """Have the new rows, whatever was there."""
    connection.execute(f"DELETE FROM [{table}]")
    insert(connection, table, COLUMNS[table], rows_of(chunks(new)))
    if table in SEARCHED:
        _find(connection, table)


def _replace(
    connection: sqlite3.Connection, table: str, old: Path, new: Path, where: Apart
) -> None:
    """Have the new rows in the place of the old ones, and found by their words."""
    begin, end = where.first, f"(SELECT max(rowid) FROM [{table}]) - {where.behind}"
    connection.execute(f"DELETE FROM [{table}] WHERE rowid > {begin} AND rowid <= {end}")
    insert(connection, table, COLUMNS[table], rows_of(where.lines(new)), begin + 1)
    if table in SEARCHED:
        gone, come = (_searched(table, where.lines(file)) for file in (old, new))
        if any(one != other for one, other in zip_longest(gone, come)):
            _find(connection, table)


def _find(connection: sqlite3.Connection, table: str) -> None:
    """Have all rows found by their words."""
    # A table that has never had a row has no totals, which "rebuild" would write.
    [[any_row]] = connection.execute(f"SELECT EXISTS (SELECT 1 FROM [{table}])")
    for order in ("rebuild" if any_row else "delete-all", "optimize"):
        connection.execute(f"INSERT INTO [{table}_fts] ([{table}_fts]) VALUES ('{order}')")


def _searched(table: str, lines: Iterable[bytes]) -> Iterator[list[Value]]:
    return ([row[column] for column in SEARCHED[table]] for some in lines for row in values(some))
