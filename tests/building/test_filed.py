"""Owns showing that files are found in their table, and that each process reads it by itself."""

import os
import sqlite3
from pathlib import Path

import pytest

from archive import cores, filed
from archive.elsewhere import elsewhere
from archive.filed import Filed, Files, Opened
from archive.memory import TABLES

HELD = [
    Filed("docs/a", "1" * 64, 1),
    Filed("site/", "2" * 64, 2, "of no page"),
    Filed("site/a", "3" * 64, 3, "b"),
    Filed("site/é/\U0001f3db", "4" * 64, 4, "a"),
    Filed("site0", "5" * 64, 5),
]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """The table of these files, in a file whose name is no plain address."""
    path = tmp_path / "a ?b#c%20.db"
    connection = sqlite3.connect(path)
    connection.executescript(TABLES)
    columns = "path, sha256, length, note, bundle"
    connection.executemany(f"INSERT INTO file ({columns}) VALUES (?, ?, ?, ?, 1)", HELD[::-1])
    connection.commit()
    connection.close()
    return path


@pytest.fixture
def files(database: Path) -> Files:
    """The same, read."""
    return Files(Opened(f"{database.as_uri()}?mode=ro"))


def test_files_are_told_by_their_paths(files: Files) -> None:
    assert list(files) == [file.path for file in HELD]
    assert len(files) == len(HELD)
    assert files["site/a"] == HELD[2]
    assert "site" not in files
    assert list(files.below("site/")) == HELD[1:4]
    assert files.notes() == ["a", "b", "of no page"]
    assert files.noted() == 3


def test_digests_are_told_by_the_paths_in_a_folder(files: Files) -> None:
    below = [(x.path.removeprefix("site/"), x.sha256) for x in files.below("site/")]
    assert list(files.digests("site/")) == below


def test_of_some_paths_those_with_a_file_are_given_in_their_order(
    files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filed, "_TOGETHER", 2)
    paths = [HELD[3].path, "site/none", HELD[1].path, "none", HELD[2].path]
    assert list(files.among(paths)) == [HELD[3], HELD[1], HELD[2]]
    assert list(files.among(())) == []


def test_a_digest_tells_what_it_is_asked_for_of_what_is_in_a_folder(files: Files) -> None:
    asked = [
        files.digest(folder, *columns)
        for folder in ("docs/", "site/", "none/")
        for columns in (("path",), ("note",), ("path", "sha256"))
    ]
    assert files.digest("site/", "path") == asked[3]
    # Of a file without a note there is nothing to tell, as of no file.
    assert len(set(asked)) == len(asked) - 3


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no process can be forked here")
def test_each_process_has_a_connection_of_its_own(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cores, "number", lambda: 2)
    monkeypatch.setattr(cores, "method", lambda: "fork")
    opened = Opened(f"{database.as_uri()}?mode=ro")
    here = id(opened())
    with elsewhere(lambda: (id(opened()), id(opened()), len(Files(opened)))) as asked:
        first, second, count = asked()
    assert first == second != here
    assert count == len(HELD)
    assert id(opened()) == here
    opened.close()
    assert len(Files(opened)) == len(HELD), "it is opened again"
