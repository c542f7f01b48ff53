"""Judged collections: what is read, and every fault of their files by its place and its message."""

import gzip
from pathlib import Path

import pytest

from archive.measure.judged import Collection, read_collection
from archive.problems import as_text
from tests.measure.invented import DOCUMENTS, GAINS, QUERIES, lines, write_collection

ID = "allowed: text of 1 to 100 bytes"
OBJECT = "wanted a JSON object; allowed: one a line, and no empty line"
GOOD = {
    "docs": '{"id": "d", "title": "t", "text": "x"}\n',
    "queries": '{"id": "q", "text": "x"}\n',
    "qrels": "q\td\t1\n",
}
BAD = {
    ("docs", '{"id": "e", "title": "t"}'): "2:1: found no text; wanted its text; allowed: text",
    ("docs", '{"id": "e", "text": null, "title": ""}'): (
        '2:13: found text "null"; wanted its text; allowed: text'
    ),
    ("docs", '{"title": "", "text": "", "id": 7}'): (
        f'2:27: found id "7"; wanted the document\'s id; {ID}'
    ),
    ("docs", '{"id": "", "title": "", "text": ""}'): (
        f'2:2: found id """"; wanted the document\'s id; {ID}'
    ),
    ("docs", f'{{"id": "{"é" * 51}", "title": "", "text": ""}}'): f"wanted the document's id; {ID}",
    ("docs", '{"id": "e", "title": "\\ud800", "text": ""}'): (
        '2:13: found title ""\\ud800""; wanted its title; allowed: text'
    ),
    ("docs", '{"id": "e", "title": "", "text": "", "date": 2021}'): (
        '2:38: found date "2021"; wanted its date; allowed: text'
    ),
    ("docs", GOOD["docs"].strip()): (
        '2:2: found "d", the id of line 1; wanted another id; allowed: each id once'
    ),
    ("docs", ""): f"2:1: found the end of the line; {OBJECT}",
    ("docs", '{"id": "e", title: 1}'): f'2:13: found "title: 1}}"; {OBJECT}',
    ("queries", "[]"): f'2:1: found "[]"; {OBJECT}',
    ("queries", '{"id": "r"}'): "2:1: found no text; wanted the query as typed; allowed: text",
    ("qrels", "q d 1"): (
        '2:1: found "q d 1"; wanted query id, document id, gain; allowed: a tab between two of them'
    ),
    ("qrels", "q\t0\td\t1"): "2:1: found 4 columns; wanted query id, document id, gain;",
    ("qrels", "r\td\t1"): (
        '2:1: found "r"; wanted the id of a query; allowed: the ids of the queries\' file'
    ),
    ("qrels", "q\te\t1"): (
        '2:3: found "e"; wanted the id of a document; allowed: the ids of the documents\' file'
    ),
    ("qrels", "q\td\tvery"): (
        '2:5: found "very"; wanted how right the document is; allowed: a whole number'
    ),
    ("qrels", "q\td\t2"): (
        '2:3: found "d" again for the query "q"; wanted each pair once; allowed: one gain'
    ),
}


def read(folder: Path, files: dict[str, bytes]) -> Collection | str:
    """The collection in files of these bytes, or its problems as they are printed."""
    paths = [folder / name for name in ("docs", "queries", "qrels")]
    for path in paths:
        path.write_bytes(files[path.name])
    found = read_collection(*paths)
    return found if isinstance(found, Collection) else as_text(found)


def encoded(files: dict[str, str]) -> dict[str, bytes]:
    return {name: text.encode() for name, text in files.items()}


@pytest.mark.parametrize(("name", "line"), BAD)
def test_a_bad_line_is_told_by_its_place(tmp_path: Path, name: str, line: str) -> None:
    files = {**GOOD, name: f"{GOOD[name]}{line}\n"}
    told = read(tmp_path, encoded(files))
    assert isinstance(told, str)
    assert told.count("\n") == 1
    assert told.startswith(f"{tmp_path / name}:2:")
    assert BAD[name, line] in told


def test_all_problems_of_all_files_come_at_once(tmp_path: Path) -> None:
    bad = {"docs": "7\n8\n", "queries": "\n", "qrels": "x\ty\tz\na\tb\tc\n"}
    told = read(tmp_path, encoded(bad))
    assert isinstance(told, str)
    places = [line.removeprefix(f"{tmp_path}/").split(": ")[0] for line in told.splitlines()]
    assert places == ["docs:1:1", "docs:2:1", "qrels:2:1", "qrels:2:3", "qrels:2:5", "queries:1:1"]


def test_a_byte_that_is_no_text_is_told_by_its_place(tmp_path: Path) -> None:
    files = {**encoded(GOOD), "queries": b'{"id": "\xc3\xa9\xff", "text": ""}\n'}
    told = read(tmp_path, files)
    assert isinstance(told, str)
    assert "queries:1:10: found the byte FF; wanted text; allowed: UTF-8\n" in told


def test_gains_that_are_all_nothing_measure_nothing(tmp_path: Path) -> None:
    told = read(tmp_path, encoded({**GOOD, "qrels": "q\td\t0\n"}))
    assert told == (
        f"{tmp_path}/qrels:1:1: found no document that is right; wanted at least one;"
        " allowed: a gain above 0\n"
    )


@pytest.mark.parametrize("content", [b"no gzip", gzip.compress(lines(DOCUMENTS).encode())[:-9]])
def test_a_broken_gzip_is_told(tmp_path: Path, content: bytes) -> None:
    files = write_collection(tmp_path)
    broken = tmp_path / "broken.jsonl.gz"
    broken.write_bytes(content)
    found = read_collection(broken, files["--queries"], files["--qrels"])
    assert isinstance(found, tuple)
    assert "wanted a whole file; allowed: text, or text in gzip" in as_text(found)


def test_a_header_is_passed_over(tmp_path: Path) -> None:
    found = read(tmp_path, encoded({**GOOD, "qrels": "query-id\tdoc\tgain\nq\td\t1\n"}))
    assert isinstance(found, Collection)
    assert found.judgements == {"q": {"d": 1}}


def test_a_collection_keeps_the_queries_by_which_something_can_be_measured(tmp_path: Path) -> None:
    files = write_collection(tmp_path)
    found = read_collection(files["--docs"], files["--queries"], files["--qrels"])
    assert isinstance(found, Collection)
    assert found.name == f"{tmp_path.name}/queries"
    assert found.size == len(DOCUMENTS)
    assert found.queries == {id: QUERIES[id] for id in GAINS}
    assert found.judgements == GAINS
