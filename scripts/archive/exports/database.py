"""Owns all tables as one SQLite file: keys, links, full-text search and views for first questions.

The same rows give the same bytes with the same release of SQLite, which writes its own number
into the file.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from graphlib import TopologicalSorter
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.db import Table as StoredTable

from archive.exports.columns import Kind
from archive.exports.filedlines import chunks
from archive.exports.putright import (
    ABOUT,
    COLUMNS,
    SEARCHED,
    Before,
    Tables,
    insert,
    put_right,
    rows_of,
)
from archive.exports.tables import TABLES, Table

TOKENS = "porter unicode61 remove_diacritics 2"
"""How words are found: by their stem, accents left aside. https://sqlite.org/fts5.html"""

WHOLE_TEXT = "group_concat(paragraphs.words, char(10, 10)) OVER whole"
VIEWS = {
    "letter_texts": f"""
        SELECT id, title, date, words FROM (
            SELECT letters.id, letters.title, letters.date, place, {WHOLE_TEXT} AS words
            FROM letters JOIN paragraphs ON paragraphs.letter_id = letters.id
            WINDOW whole AS (PARTITION BY letters.id ORDER BY place
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING))
        WHERE place = 1""",
    "motion_texts": f"""
        SELECT id, title, date, words FROM (
            SELECT motions.id, motions.title, meetings.date, place, {WHOLE_TEXT} AS words
            FROM motions JOIN meetings ON meetings.id = motions.meeting_id
                JOIN paragraphs ON paragraphs.motion_id = motions.id
            WINDOW whole AS (PARTITION BY motions.id ORDER BY place
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING))
        WHERE place = 1""",
    "asked_and_answered": """
        SELECT motions.title AS motion, meetings.date AS agreed, asks.number AS ask,
            asks.editorial_summary, responses.editorial_response, quotations.words,
            letters.date AS answered, people.name AS answered_by, paragraphs.page
        FROM asks JOIN motions ON motions.id = asks.motion_id
            JOIN meetings ON meetings.id = motions.meeting_id
            LEFT JOIN responses ON responses.ask_id = asks.id
            LEFT JOIN letters ON letters.id = responses.letter_id
            LEFT JOIN people ON people.id = letters.sender_id
            LEFT JOIN quotations ON quotations.response_id = responses.id
            LEFT JOIN paragraphs ON paragraphs.id = quotations.paragraph_id
        ORDER BY meetings.date, motions.id, asks.number, letters.date, quotations.id""",
}

_TYPES: Mapping[Kind, type] = {"string": str, "integer": int, "boolean": int}

_COUNTERS = ((24, 4), (92, 8))
"""Where a file says how often it was changed, and by which SQLite: a new one does not say it.

Source: https://www.sqlite.org/fileformat.html#the_database_header
"""


def write_database(
    file: Path, tables: Tables, about: Mapping[str, str], before: Before | None = None
) -> None:
    """Write the SQLite file of all tables, and of a table of what is to be known about them.

    One that was there `before` is put right. That leaves the same bytes, as the last step writes
    all of it anew, each table in the order of its rows. Raises OSError where the disk objects.
    """
    draft = file.with_suffix(".draft")
    with _opened(draft) as connection:
        if before:
            put_right(connection, before, tables)
        else:
            _begin(Database(connection), tables)
        with connection:
            insert(connection, ABOUT, ("name", "value"), about.items())
        connection.execute("VACUUM INTO ?", [str(file)])
    draft.unlink()
    with file.open("r+b") as opened:
        for place, length in _COUNTERS:
            opened.seek(place)
            opened.write(bytes(length))


@contextmanager
def _opened(file: Path) -> Iterator[sqlite3.Connection]:
    """A new database, which is of no use unless all of it is written."""
    try:
        with closing(sqlite3.connect(file)) as connection:
            for setting in ("journal_mode = OFF", "synchronous = OFF"):
                connection.execute(f"PRAGMA {setting}")
            yield connection
    except sqlite3.OperationalError as error:
        raise OSError(error.sqlite_errorcode, str(error), str(file)) from None


def _begin(database: Database, tables: Tables) -> None:
    """Have all tables with their rows, and ways to ask for them."""
    for table in _in_order():
        _create(database, table)
        with database.conn:
            rows = rows_of(chunks(tables[table.name]))
            insert(database.conn, table.name, COLUMNS[table.name], rows)
    _table(database, ABOUT).create({"name": str, "value": str}, pk="name")
    for name, query in VIEWS.items():
        database.create_view(name, " ".join(query.split()))
    for name, columns in SEARCHED.items():
        _table(database, name).enable_fts(columns, tokenize=TOKENS).optimize()


def _create(database: Database, table: Table) -> None:
    links = [(c.name, c.references, "id") for c in table.columns if c.references]
    stored = _table(database, table.name).create(
        {column.name: _TYPES[column.kind] for column in table.columns},
        pk="id",
        foreign_keys=links,
        not_null={column.name for column in table.columns if column.needed},
    )
    for column, _, _ in links:
        stored.create_index([column])


def _in_order() -> tuple[Table, ...]:
    """The tables, each behind those that it points at."""
    named = {table.name: table for table in TABLES}
    links = {
        name: {c.references for c in table.columns if c.references} - {name}
        for name, table in named.items()
    }
    return tuple(named[name] for name in TopologicalSorter(links).static_order())


def _table(database: Database, name: str) -> StoredTable:
    table = database[name]
    assert isinstance(table, StoredTable)  # the other kind, a view, is never asked for by name
    return table
