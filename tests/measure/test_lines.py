"""Owns showing that documents that stay in a file are those of its lines."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from archive.measure.lines import Lines
from archive.search.documents import documents_from_jsonl

LINES = [
    json.dumps({"id": str(n), "title": f"Nº {n}", "text": "a\n\nb" * n}, ensure_ascii=ascii) + end
    for n, (ascii, end) in enumerate([(True, "\n"), (False, "\n"), (False, "\n"), (True, "")])
]


def test_each_and_any_row_of_them_is_read_as_it_is(tmp_path: Path) -> None:
    lines = Lines(tmp_path / "lines", LINES)
    whole = [replace(one, number=0) for one in documents_from_jsonl(LINES)]
    assert len(lines) == len(LINES)
    assert [lines[place] for place in range(4)] == whole == list(lines)
    for begin, end in ((0, 4), (1, 3), (2, 9), (3, 3)):
        found = [replace(one, number=0) for one in lines[begin:end]]
        assert found == whole[begin:end]


def test_there_is_none_behind_the_last(tmp_path: Path) -> None:
    with pytest.raises(IndexError):
        _ = Lines(tmp_path / "lines", LINES)[4]
