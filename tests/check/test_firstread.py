"""Owns showing that another process reads a large archive of which nothing is known."""

import os
from pathlib import Path

import pytest

from archive import cores, firstread, load, reading
from archive.archive import Archive
from archive.catalogue import EMPTY
from archive.cataloguefile import NAME, read_catalogue
from archive.firstread import loaded
from archive.phases import Phases
from tests.conftest import CORPUS, copied

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no process can be forked here")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive that has many records, as nothing is known of them yet."""
    monkeypatch.setattr(cores, "number", lambda: 2)
    monkeypatch.setattr(cores, "method", lambda: "fork")
    monkeypatch.setattr(firstread, "MANY", 5)
    return copied(CORPUS, tmp_path)


@pytest.fixture
def read_here(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many records the catalogue had, each time that this process has read."""
    known, read = list[int](), reading.read_archive

    def noted(root: Path, phases: Phases, catalogue: object, inspect: object) -> object:
        known.append(len(catalogue.cards))  # type: ignore[attr-defined]
        return read(root, phases, catalogue, inspect)  # type: ignore[arg-type]

    monkeypatch.setattr(load, "read_archive", noted)
    return known


def test_another_process_reads_first_and_this_one_takes_what_that_has_left(
    root: Path, read_here: list[int]
) -> None:
    phases = Phases()
    assert loaded(root, phases) == load.load(root)
    every = len(read_catalogue(root).cards)
    assert read_here == [every, 0]
    assert every > 30
    assert {"reading", "checking"} <= set(phases.seconds)


def test_its_time_counts_with_that_of_this_process(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    phases = Phases()

    def slowly(_: Path, phases: Phases, **_more: bool) -> tuple[()]:
        phases.seconds["reading"] = 1000 + phases.seconds.get("reading", 0)
        return ()

    monkeypatch.setattr(firstread, "load", slowly)
    loaded(root, phases)
    assert phases.seconds["reading"] == 2000


def test_problems_that_it_found_are_told(root: Path, read_here: list[int]) -> None:
    (root / "letters/2018-06-fund.md").write_text("No letter.\n", "utf-8")
    found = loaded(root, Phases())
    assert read_here == []
    assert found == load.load(root)
    assert not isinstance(found, Archive)


@pytest.mark.parametrize("known", [True, False])
def test_what_is_known_or_little_is_read_here(
    root: Path, read_here: list[int], monkeypatch: pytest.MonkeyPatch, known: bool
) -> None:
    if known:
        load.load(root, remembering=True)
    else:
        monkeypatch.setattr(firstread, "MANY", 20_000)
    monkeypatch.delattr(firstread, "elsewhere")
    read_here.clear()
    assert isinstance(loaded(root, Phases()), Archive)
    assert read_here == [len(read_catalogue(root).cards) if known else 0]


@pytest.mark.parametrize(("of_cores", "told"), [("number", 1), ("method", "spawn")])
def test_where_no_process_can_be_forked_this_one_reads_once(
    root: Path,
    read_here: list[int],
    monkeypatch: pytest.MonkeyPatch,
    of_cores: str,
    told: int | str,
) -> None:
    monkeypatch.setattr(cores, of_cores, lambda: told)
    assert isinstance(loaded(root, Phases()), Archive)
    assert read_here == [0]


@pytest.mark.parametrize(
    "broken", [b"", b"{}", b"\xff\n", b'{"program": 1, "place": [], "fields": []}']
)
def test_a_catalogue_that_is_none_is_as_if_there_was_none(
    root: Path, read_here: list[int], broken: bytes
) -> None:
    load.load(root, remembering=True)
    (root / NAME).write_bytes(broken)
    assert read_catalogue(root) == EMPTY
    read_here.clear()
    assert isinstance(loaded(root, Phases()), Archive)
    assert len(read_here) == 1
    assert read_here[0] > 30
