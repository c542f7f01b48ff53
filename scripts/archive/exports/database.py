"""Owns all tables as one SQLite file: keys, links, full-text search and views for first questions.

The same rows give the same bytes with the same release of SQLite, which writes its own number
into the file.
"""

import sqlite3
from collections.abc import Mapping
from graphlib import TopologicalSorter

from sqlite_utils import Database
from sqlite_utils.db import Table as StoredTable

from archive.exports.columns import Kind
from archive.exports.tables import TABLES, Rows, Table

ABOUT = "about"
SEARCHED = {
    "paragraphs": ("words",),
    "letters": ("title",),
    "motions": ("title",),
    "asks": ("editorial_summary",),
}
"""The columns in which each table can be searched; as the table's name with _fts behind it."""

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


def as_database(rows: Rows, about: Mapping[str, str]) -> bytes:
    """The SQLite file of all tables, and a table of what is to be known about them."""
    connection = sqlite3.connect(":memory:")
    try:
        database = Database(connection)
        for table in _in_order():
            _fill(database, table, rows)
        stored = _table(database, ABOUT).create({"name": str, "value": str}, pk="name")
        stored.insert_all({"name": name, "value": value} for name, value in about.items())
        for name, query in VIEWS.items():
            database.create_view(name, " ".join(query.split()))
        for name, columns in SEARCHED.items():
            searched = _table(database, name)
            searched.enable_fts(columns, tokenize=TOKENS).optimize()
        database.vacuum()
        return connection.serialize()
    finally:
        connection.close()


def _fill(database: Database, table: Table, rows: Rows) -> None:
    links = [(c.name, c.references, "id") for c in table.columns if c.references]
    stored = _table(database, table.name).create(
        {column.name: _TYPES[column.kind] for column in table.columns},
        pk="id",
        foreign_keys=links,
        not_null={column.name for column in table.columns if column.needed},
    )
    for column, _, _ in links:
        stored.create_index([column])
    stored.insert_all(row.model_dump() for row in rows[table.name])


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
