"""Owns showing that rows of records as they were are those of the last build, and no others."""

from collections.abc import Collection
from contextlib import closing
from pathlib import Path

from archive.archive import Archive
from archive.exports.addresses import LINES, table_file
from archive.exports.every import Exports
from archive.exports.lines import Lines, not_kept
from archive.exports.tables import TABLES
from archive.history.past import NO_HISTORY
from archive.ledger.book import Book
from archive.tree import KeptAt
from tests.exports.taken import content

LETTER, OTHER = "2018-05-22-pm-2018-0417", "2018-06-fund"


def made(
    archive: Archive, kept: KeptAt, changed: Collection[str] = (), *, in_order: bool = False
) -> dict[str, bytes]:
    """What is made where only some records have changed, and all may be in the same order."""
    sheets = Exports(Book(archive), NO_HISTORY, kept).sheets()
    of_records = {f"{archive.letters[name].path}" for name in changed}
    files: dict[str, bytes] = {}
    for sheet in sheets:
        lasts = sheet.name.endswith(".md") or (in_order and sheet.name == "order")
        if not lasts or sheet.name in of_records:
            files |= {one.path: content(one) for one in sheet.make()}
    return files


def left_by_a_build(files: dict[str, bytes], folder: Path) -> KeptAt:
    """A site with all tables, where the titles of two letters are other ones."""
    for table in TABLES:
        path = table_file(table.name, LINES)
        (folder / path).parent.mkdir(exist_ok=True)
        lines = files[path].splitlines(keepends=True)
        if table.name == "letters":
            lines = [_retitled(line) for line in lines]
        (folder / path).write_bytes(b"".join(lines))
    return lambda path: folder / path if (folder / path).exists() else None


def _retitled(line: bytes) -> bytes:
    changes = any(line.startswith(b'{"id":"%b"' % name.encode()) for name in (LETTER, OTHER))
    return line.replace(b'"title":"', b'"title":"Kept: ') if changes else line


def test_only_rows_of_changed_records_are_made(
    corpus: Archive, files: dict[str, bytes], tmp_path: Path
) -> None:
    kept = left_by_a_build(files, tmp_path)
    letters = made(corpus, kept, {LETTER})[table_file("letters", LINES)]
    was = files[table_file("letters", LINES)].splitlines()
    now = letters.splitlines()
    assert [line for line in now if line not in was] == [
        _retitled(line) for line in was if line.startswith(b'{"id":"%b"' % OTHER.encode())
    ]
    assert made(corpus, kept)[f"letters/{LETTER}.json"].count(b"Kept: ") == 1


def test_where_no_table_is_left_all_rows_are_made(corpus: Archive, files: dict[str, bytes]) -> None:
    tables = made(corpus, not_kept)
    assert tables
    assert tables == {path: files[path] for path in tables}


def test_a_table_that_is_left_without_others_is_enough(
    corpus: Archive, files: dict[str, bytes], tmp_path: Path
) -> None:
    path = table_file("paragraphs", LINES)
    (tmp_path / path).parent.mkdir()
    (tmp_path / path).write_bytes(files[path])
    tables = made(corpus, lambda other: tmp_path / path if other == path else None)
    assert tables == {path: files[path] for path in tables}


def test_lines_that_are_left_get_the_order_that_records_have_now(
    corpus: Archive, files: dict[str, bytes], tmp_path: Path
) -> None:
    path = table_file("letters", LINES)
    kept = left_by_a_build(files, tmp_path)
    right = (tmp_path / path).read_bytes()
    wrong = b"".join(reversed(right.splitlines(keepends=True)))
    (tmp_path / path).write_bytes(wrong)
    assert made(corpus, kept)[path] == right
    assert made(corpus, kept, in_order=True)[path] == wrong, "nothing told of another order"


def test_a_table_is_left_where_the_lines_of_changed_records_are_as_they_were(
    corpus: Archive, files: dict[str, bytes], tmp_path: Path
) -> None:
    kept, room = left_by_a_build(files, tmp_path), tmp_path / "room"
    room.mkdir()
    with closing(Lines(Book(corpus), kept, room)) as lines:
        lines.make("letter", corpus.letters[LETTER])
        new = {table.name for table in TABLES if table.of and lines.of(table).path.parent == room}
    assert new == {"letters"}
