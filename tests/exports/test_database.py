"""Owns showing that the SQLite file is whole, can be searched, and opens where people open it."""

import asyncio
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from datasette.app import Datasette

from archive.exports.database import SEARCHED, VIEWS, as_database
from archive.exports.every import DATABASE, Exports
from archive.exports.tables import TABLES


@pytest.fixture
def database(files: dict[str, bytes]) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(files[DATABASE])
    yield connection
    connection.close()


def test_it_has_every_row_and_no_broken_link(
    exports: Exports, database: sqlite3.Connection
) -> None:
    for table in TABLES:
        [[count]] = database.execute(f"SELECT count(*) FROM [{table.name}]")
        assert count == len(exports.rows[table.name])
        links = {row[3] for row in database.execute(f"PRAGMA foreign_key_list([{table.name}])")}
        assert links == {column.name for column in table.columns if column.references}
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_an_empty_value_is_refused_where_none_may_be(database: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        database.execute("UPDATE letters SET title = NULL")


def test_words_are_found_by_their_stem_and_without_their_accents(
    database: sqlite3.Connection,
) -> None:
    query = """SELECT paragraphs.words FROM paragraphs_fts
        JOIN paragraphs ON paragraphs.rowid = paragraphs_fts.rowid WHERE paragraphs_fts MATCH ?"""
    found = [words for (words,) in database.execute(query, ["sirens"])]
    assert any("siren " in words and "sirens" not in words for words in found)
    assert [w for (w,) in database.execute(query, ["leonie"]) if "Léonie" in w]
    for table in SEARCHED:
        database.execute(f"INSERT INTO {table}_fts({table}_fts) VALUES ('integrity-check')")


def test_the_views_answer(exports: Exports, database: sqlite3.Connection) -> None:
    for view in VIEWS:
        assert database.execute(f"SELECT * FROM {view}").fetchone()
    texts = dict(database.execute("SELECT id, words FROM letter_texts"))
    for name, held in exports.book.archive.letters.items():
        assert " ".join(texts[name].split()) == held.body.flat


def test_it_says_on_what_terms_it_is(exports: Exports, database: sqlite3.Connection) -> None:
    about = dict(database.execute("SELECT name, value FROM about"))
    assert about["licence"] == exports.book.archive.site.settings.texts_licence
    assert "commit" not in about  # nothing is claimed where git knows nothing


def test_the_same_rows_give_the_same_bytes(exports: Exports, files: dict[str, bytes]) -> None:
    assert as_database(exports.rows, exports.about) == files[DATABASE]


def test_it_opens_in_datasette(files: dict[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "archive.sqlite"
    path.write_bytes(files[DATABASE])
    address = "/archive/paragraphs.json?_search=siren&_shape=array"
    with ThreadPoolExecutor(1) as other:  # this one may have the loop of a browser
        answer = other.submit(lambda: asyncio.run(asked(path, address))).result()
    assert answer
    assert all("siren" in row["words"].lower() for row in answer)


async def asked(path: Path, address: str) -> list[dict[str, str]]:
    """What Datasette answers to an address, with a database open."""
    response = await Datasette([str(path)]).client.get(address)
    assert response.status_code == 200, response.text
    found: list[dict[str, str]] = response.json()
    return found
