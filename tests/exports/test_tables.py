"""Owns showing that the tables mean the same tomorrow, are full, and keep our voice apart."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from archive.archive import Archive
from archive.exports.columns import EDITORIAL, Row
from archive.exports.tables import TABLES, Table

Rows = Mapping[str, tuple[Row, ...]]
DICTIONARY = Path(__file__).parent / "dictionary.json"

OURS = {
    ("motions", "note"),
    ("letters", "note"),
    ("asks", "summary"),
    ("asks", "state"),
    ("asks", "delivery"),
    ("responses", "response"),
    ("responses", "note"),
    ("commitments", "motion_id"),
    ("commitments", "delivery"),
    ("evidence", "state"),
    ("evidence", "summary"),
    ("letter_topics", "topic_id"),
    ("motion_topics", "topic_id"),
    ("topics", "label"),
    ("sources", "supports"),
    ("redactions", "what"),
    ("omissions", "why"),
}
"""Statements of ours, by their table and what they say."""


def dictionary() -> dict[str, Any]:
    """What is promised of each table."""
    return {
        table.name: {
            "description": table.description,
            "columns": [asdict(column) for column in table.columns],
        }
        for table in TABLES
    }


def test_no_column_changed_by_accident(request: pytest.FixtureRequest) -> None:
    text = json.dumps(dictionary(), ensure_ascii=False, indent=1) + "\n"
    if request.config.getoption("--refresh-golden"):
        DICTIONARY.write_text(text, encoding="utf-8")
    assert DICTIONARY.read_text(encoding="utf-8") == text, (
        "the tables that others rely on are not as before; if this is meant, run"
        " python3 scripts/test.py tests/exports --refresh-golden and read the diff"
    )


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_each_column_has_something_in_it(rows: Rows, table: Table) -> None:
    of = rows[table.name]
    empty = [c.name for c in table.columns if all(getattr(row, c.name) is None for row in of)]
    assert of
    assert not empty


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_each_id_is_there_once_and_each_link_leads_to_one(rows: Rows, table: Table) -> None:
    of = rows[table.name]
    assert len({row.id for row in of}) == len(of)
    for column in table.columns:
        if column.references:
            ids = {row.id for row in rows[column.references]}
            assert {getattr(row, column.name) for row in of} - {None} <= ids, column.name


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_each_table_and_column_says_what_it_is(table: Table) -> None:
    assert table.description.endswith(".")
    assert all(column.description for column in table.columns)


def test_what_we_judge_is_in_columns_of_its_own() -> None:
    columns = {(table.name, column.name) for table in TABLES for column in table.columns}
    assert {(table, f"{EDITORIAL}{name}") for table, name in OURS} <= columns
    assert not OURS & columns


def test_the_rows_are_those_of_the_records(corpus: Archive, rows: Rows) -> None:
    assert [row.id for row in rows["letters"]] == list(corpus.letters)
    assert [row.id for row in rows["motions"]] == list(corpus.motions)
    asked = sum(len(held.noun.asks) for held in corpus.motions.values())
    assert len(rows["asks"]) == asked
    words = {name: held.body.flat for name, held in corpus.letters.items()}
    for row in rows["quotations"]:
        quoted = row.model_dump()
        assert quoted["words"] in words[quoted["letter_id"]]
    for row in rows["paragraphs"]:
        paragraph = row.model_dump()
        if paragraph["letter_id"]:
            assert paragraph["words"] in words[paragraph["letter_id"]]


def test_a_partial_date_says_how_much_of_it_is_known(rows: Rows) -> None:
    told = {(row["date"], row["date_precision"]) for row in dumped(rows, "meetings")}
    assert {("2018-11", "month"), ("2022-01-20", "doubtful day")} <= told
    assert ("2019", "doubtful year") in {
        (row["since"], row["since_precision"]) for row in dumped(rows, "tenures")
    }


def dumped(rows: Rows, table: str) -> list[dict[str, Any]]:
    """The rows of a table as plain values."""
    return [row.model_dump() for row in rows[table]]
