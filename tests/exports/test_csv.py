"""Owns showing that spreadsheets open the tables safely, and that nothing is lost by it."""

import csv
import io
import json
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from archive.exports.csvfile import MARK, SIGNS, write_csv
from archive.exports.nouns.people import PersonNameRow
from archive.exports.tables import TABLES

NAMES = next(table for table in TABLES if table.name == "person_names")
FORMULAS = ("=cmd|' /C calc'!A0", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "'quoted'")


def cells(content: bytes) -> list[dict[str, str]]:
    """The rows of a CSV file as a program reads them."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def written(name: str) -> str:
    """A text as it stands in a cell."""
    row = PersonNameRow(id="someone/names/1", person_id="someone", name=name)
    with TemporaryDirectory() as folder:
        file = Path(folder, "names.csv")
        write_csv(file, NAMES, [row.model_dump()])
        return cells(file.read_bytes())[0]["name"]


def test_a_text_is_never_a_formula() -> None:
    for formula in FORMULAS:
        assert written(formula) == f"'{formula}"
    assert written("1 = 1") == "1 = 1"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_every_text_can_be_had_back(text: str) -> None:
    cell = written(text)
    assert cell.removeprefix("'") == text
    assert not cell.startswith(SIGNS[:-1])


def test_the_files_are_utf_8_with_a_mark_and_end_lines_as_the_standard_says(
    files: dict[str, bytes],
) -> None:
    for table in TABLES:
        text = files[f"data/{table.name}.csv"].decode("utf-8")
        assert text.startswith(MARK + "id,")
        assert text.endswith("\r\n")


def spoken(value: str | int | bool | None) -> str:
    """A value as a cell has it, apostrophes apart."""
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def test_csv_and_json_lines_say_the_same(files: dict[str, bytes]) -> None:
    for table in TABLES:
        lines = files[f"data/{table.name}.jsonl"].decode().splitlines()
        rows = [json.loads(line) for line in lines]
        for row, cell in zip(rows, cells(files[f"data/{table.name}.csv"]), strict=True):
            assert list(row) == list(cell) == [column.name for column in table.columns]
            for name, value in row.items():
                assert cell[name].removeprefix("'") == spoken(value)
