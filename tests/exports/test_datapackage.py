"""Owns showing that the validator of Frictionless accepts the package, every row included."""

import shutil
from pathlib import Path

from frictionless import validate

from archive.exports.tables import TABLES


def test_the_package_and_its_rows_are_valid(corpus_site: Path) -> None:
    report = validate(corpus_site / "data" / "datapackage.json")
    assert report.valid, report.flatten(["title", "message"])
    assert [task.name for task in report.tasks] == [table.name for table in TABLES]


def test_the_validator_would_see_a_broken_row(corpus_site: Path, tmp_path: Path) -> None:
    for path in (corpus_site / "data").glob("*.[cj]s*"):
        shutil.copy(path, tmp_path)
    letters = tmp_path / "letters.csv"
    text = letters.read_bytes().replace(b",reply,", b",repl,", 1)
    letters.write_bytes(text.replace(b"rosalind-ferrow", b"nobody", 1))
    report = validate(tmp_path / "datapackage.json")
    assert {error.type for error in report.tasks[0].errors} == {"constraint-error", "foreign-key"}
