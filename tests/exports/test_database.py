"""Owns showing that the SQLite file is whole, can be searched, and opens where people open it."""

import asyncio
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from datasette.app import Datasette
from pydantic_core import from_json, to_json

from archive.archive import Archive
from archive.exports.addresses import DATABASE, LINES, table_file
from archive.exports.columns import Row
from archive.exports.database import VIEWS, write_database
from archive.exports.putright import SEARCHED, Before
from archive.exports.tables import TABLES


@pytest.fixture
def database(files: dict[str, bytes]) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(files[DATABASE])
    yield connection
    connection.close()


def test_it_has_every_row_and_no_broken_link(
    rows: dict[str, tuple[Row, ...]], database: sqlite3.Connection
) -> None:
    for table in TABLES:
        [[count]] = database.execute(f"SELECT count(*) FROM [{table.name}]")
        assert count == len(rows[table.name])
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


def test_the_views_answer(corpus: Archive, database: sqlite3.Connection) -> None:
    for view in VIEWS:
        assert database.execute(f"SELECT * FROM {view}").fetchone()
    texts = dict(database.execute("SELECT id, words FROM letter_texts"))
    for name, held in corpus.letters.items():
        assert " ".join(texts[name].split()) == held.body.flat


def test_it_says_on_what_terms_it_is(corpus: Archive, database: sqlite3.Connection) -> None:
    about = dict(database.execute("SELECT name, value FROM about"))
    assert about["licence"] == corpus.site.settings.texts_licence
    assert "commit" not in about  # nothing is claimed where git knows nothing


def test_the_same_rows_give_the_same_bytes(
    files: dict[str, bytes], database: sqlite3.Connection, tmp_path: Path
) -> None:
    tables = stored(tmp_path, tables_of(files))
    assert written(tmp_path, tables, about_of(database)) == files[DATABASE]


def second(line: bytes, **other: str | None) -> bytes:
    """A line with other values in it."""
    return to_json({**from_json(line), **other})


EDITS: tuple[tuple[str, Callable[[list[bytes]], list[bytes]]], ...] = (
    ("letters", lambda old: [old[0], second(old[1], editorial_note="New"), *old[2:]]),
    ("letters", lambda old: [old[0], second(old[1], title="Wholly other"), *old[2:]]),
    (
        "letters",
        lambda old: [second(old[0], title="First"), *old[1:-1], second(old[-1], title="Z")],
    ),
    ("paragraphs", lambda old: [*old[:3], second(old[3], id="a#new"), *old[3:]]),
    ("paragraphs", lambda old: [*old[:3], *old[4:]]),
    ("paragraphs", lambda old: old[:-1]),
    ("paragraphs", lambda old: [*old, second(old[-1], id="z#new", words="One more")]),
    ("asks", lambda _: []),
    ("texts", lambda old: [old[1], old[0], *old[2:]]),
)
"""Of each kind one: another value, other words, one line more, one less, none, another order."""


@pytest.mark.parametrize("number", range(len(EDITS)))
def test_one_that_is_put_right_is_as_one_that_is_made_anew(
    number: int, files: dict[str, bytes], database: sqlite3.Connection, tmp_path: Path
) -> None:
    name, edit = EDITS[number]
    old, file = tables_of(files), tmp_path / "archive.sqlite"
    file.write_bytes(files[DATABASE])
    lines = edit(old[name].splitlines())
    new = {**old, name: b"".join(b"%b\n" % line for line in lines)}
    was, becomes = stored(tmp_path / "was", old), stored(tmp_path / "becomes", new)
    about = {"archive": "Another"}
    made_anew = written(tmp_path, becomes, about)
    assert written(tmp_path, becomes, about, Before(file, was.__getitem__)) == made_anew
    unknown: dict[str, Path | None] = {**was, name: None}
    assert written(tmp_path, becomes, about, Before(file, unknown.__getitem__)) == made_anew
    file.write_bytes(made_anew)
    before = Before(file, becomes.__getitem__)
    assert written(tmp_path, was, about_of(database), before) == files[DATABASE]


def test_a_disk_that_objects_is_told_as_by_the_system(
    files: dict[str, bytes], tmp_path: Path
) -> None:
    tables = stored(tmp_path, tables_of(files))
    (tmp_path / "no").write_bytes(b"")
    with pytest.raises(OSError, match="unable to open"):
        write_database(tmp_path / "no" / "archive.sqlite", tables, {})


def stored(folder: Path, tables: dict[str, bytes]) -> dict[str, Path]:
    """Tables in files."""
    folder.mkdir(exist_ok=True)
    for name, lines in tables.items():
        (folder / f"{name}.jsonl").write_bytes(lines)
    return {name: folder / f"{name}.jsonl" for name in tables}


def written(
    folder: Path, tables: Mapping[str, Path], about: dict[str, str], before: Before | None = None
) -> bytes:
    """The bytes of a database; nothing else is left where it was written."""
    with TemporaryDirectory(dir=folder) as room:
        file = Path(room, "archive.sqlite")
        write_database(file, tables, about, before)
        assert [*Path(room).iterdir()] == [file]
        return file.read_bytes()


def tables_of(files: dict[str, bytes]) -> dict[str, bytes]:
    """The lines of all tables."""
    return {table.name: files[table_file(table.name, LINES)] for table in TABLES}


def about_of(database: sqlite3.Connection) -> dict[str, str]:
    """What a database says of itself."""
    return dict(database.execute("SELECT name, value FROM about ORDER BY rowid"))


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
