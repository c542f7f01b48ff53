"""Owns showing that a record which passed is looked at again when anything of it has changed."""

from pathlib import Path

import pytest

from archive import catalogue
from archive import load as loading
from archive.archive import Archive
from archive.checks import every
from archive.checks.sources import kept_problems
from archive.load import load
from archive.records import AnyRecord
from tests.conftest import CORPUS, copied

LETTER, SOURCE = "letters/2018-06-fund.md", "letters/sources/2018-06-fund.txt"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive that has passed."""
    root = copied(CORPUS, tmp_path)
    assert isinstance(load(root, remembering=True), Archive)
    return root


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the records that are looked at one by one from now on."""
    found: list[str] = []
    proof = kept_problems

    def noted(record: AnyRecord, *others: object) -> object:
        found.append(record.path)
        return proof(record, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(every, "kept_problems", noted)
    return found


def test_nothing_is_looked_at_again_while_nothing_has_changed(
    root: Path, looked_at: list[str]
) -> None:
    assert isinstance(load(root, remembering=True), Archive)
    assert looked_at == []


@pytest.mark.parametrize("path", [LETTER, SOURCE])
def test_a_record_is_looked_at_again_when_it_or_its_source_has_changed(
    root: Path, looked_at: list[str], path: str
) -> None:
    file = root / path
    file.write_text(file.read_text("utf-8").replace(" the ", "  the ", 1) + "\nMore.\n", "utf-8")
    found = load(root, remembering=True)
    assert not isinstance(found, Archive)
    assert looked_at == [LETTER]
    assert found == load(root)


def test_a_change_of_the_country_or_of_the_program_has_all_looked_at(
    root: Path, looked_at: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = root / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("country: GB", "country: IE"), "utf-8")
    assert "country: GB" in text
    load(root, remembering=True)
    everything = len(looked_at)
    assert everything > 30
    monkeypatch.setattr(catalogue, "program", lambda: "another")
    load(root, remembering=True)
    assert len(looked_at) == 2 * everything


def test_a_broken_memory_is_no_memory(root: Path, looked_at: list[str]) -> None:
    (root / catalogue.NAME).write_text('{"program": 1}')
    assert isinstance(load(root, remembering=True), Archive)
    assert len(looked_at) > 30


def test_without_remembering_nothing_is_written(tmp_path: Path) -> None:
    root = copied(CORPUS, tmp_path)
    assert isinstance(loading.load(root), Archive)
    assert not (root / "build").exists()


def test_a_source_that_is_empty_or_gone_is_seen(root: Path) -> None:
    (root / SOURCE).write_bytes(b"")
    assert not isinstance(load(root, remembering=True), Archive)
    (root / SOURCE).unlink()
    assert load(root, remembering=True) == load(root)
