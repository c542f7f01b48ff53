"""Owns showing the whole benchmark: builds, visits in a real browser, the command and its ends."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from archive.cli import main
from archive.measure import building
from archive.measure.benchmark import ONCE_PHRASE, PAGE_BYTES, ROUNDS_AT_ONCE
from archive.measure.benchmark_visits import FIRST, ONCE_TABLES, REQUESTS, TYPING_BYTES
from archive.measure.building import Built, build
from archive.measure.collection import invent
from archive.measure.parts import INDEX, SCRIPTS, TABLES, TEXTS, part, size
from archive.measure.serving import Sent
from archive.measure.targets import (
    ALL_BYTES,
    BUILD,
    COLD,
    INDEX_BYTES,
    MEMORY,
    ONCE,
    PHRASE_BYTES,
    ROUNDS,
    WARM,
)

ROWS = [
    *(INDEX_BYTES, TYPING_BYTES, PHRASE_BYTES, ONCE, ONCE_TABLES, ALL_BYTES, REQUESTS, COLD),
    *(FIRST, WARM, BUILD, MEMORY, ONCE_PHRASE, PAGE_BYTES, ROUNDS, ROUNDS_AT_ONCE),
]

NOT_ON_WINDOWS = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no ps")


def run(*arguments: str) -> Result:
    """In a thread, because Playwright has one session in each, and the browser tests have one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(CliRunner().invoke, main, ["benchmark", *arguments]).result()


def test_it_measures_every_row_beside_pagefind() -> None:
    result = run("--records", "30", "--queries", "2", "--against", "Pagefind", "--json")
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    assert (told["texts"], told["queries"]) == (30, 2)
    figures = {row["name"]: row["figures"] for row in told["rows"]}
    assert list(figures) == ROWS
    for name, found in figures.items():
        alone = name in {ONCE_PHRASE, PAGE_BYTES, ROUNDS, ROUNDS_AT_ONCE}
        assert list(found) == ["this archive"] if alone else ["this archive", "Pagefind"]
        assert all(figure > 0 for each in found.values() for figure in each), name
    for engine in ("this archive", "Pagefind"):
        assert figures[ALL_BYTES][engine][0] > figures[INDEX_BYTES][engine][0]
        assert figures[ONCE][engine][0] > figures[ONCE_TABLES][engine][0]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "give either --docs FILE or --records N"),
        (["--docs", __file__, "--records", "5"], "give either --docs FILE or --records N"),
        (["--records", "0"], "0 is not in the range"),
        (["--records", "5", "--against", "lunr"], "'lunr' is not one of"),
    ],
)
def test_wrong_calls_end_with_what_is_right(arguments: list[str], says: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert says in result.output


def test_problems_of_the_file_are_printed_all_at_once(tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl"
    path.write_text('{"id": "a"}\n\n', encoding="utf-8")
    result = run("--docs", str(path))
    assert result.exit_code == 1
    assert [line.removeprefix(f"{path}:")[:4] for line in result.stdout.splitlines()] == [
        *("1:1:", "1:1:", "2:1:")
    ]
    assert result.stderr == "3 problems; nothing was measured.\n"


def test_texts_without_words_cannot_be_measured(tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl"
    path.write_text('{"id": "a", "title": "The", "text": "Of the."}\n', encoding="utf-8")
    result = run("--docs", str(path), "--against", "nothing")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "Error: the texts have no words to ask for\n"


def test_a_build_is_told_with_its_time_and_its_memory(tmp_path: Path) -> None:
    invent(20, 1, tmp_path / "texts.jsonl")
    built = build("this archive", tmp_path / "texts.jsonl", tmp_path / "out")
    assert isinstance(built, Built)
    assert 0.1 < built.seconds < building.LIMIT
    # A Python that has loaded the analysis has more than 10 MB, and with 20 texts less than 300.
    assert sys.platform == "win32" or 1e7 < (built.memory or 0) < 3e8
    assert (tmp_path / "out" / "search" / "root.json").is_file()


def test_a_build_that_fails_has_no_cost(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert build("no such engine", tmp_path, tmp_path / "out") is None
    assert "no such engine" in capfd.readouterr().err


@NOT_ON_WINDOWS
def test_a_build_that_takes_too_long_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    invent(3000, 1, tmp_path / "texts.jsonl")
    monkeypatch.setattr(building, "LIMIT", 0.5)
    assert build("this archive", tmp_path / "texts.jsonl", tmp_path / "out") is None
    assert not running(tmp_path)


@NOT_ON_WINDOWS
def test_a_build_ends_with_the_benchmark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: subprocess.Popen[bytes]) -> None:
        raise KeyboardInterrupt

    invent(20, 1, tmp_path / "texts.jsonl")
    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(subprocess.Popen, "communicate", interrupted)
        build("this archive", tmp_path / "texts.jsonl", tmp_path / "out")
    assert not running(tmp_path)


def running(folder: Path) -> list[str]:
    """The programs that were called with a folder."""
    found = subprocess.run(["ps", "-Ao", "args"], capture_output=True, text=True, check=True)
    return [line for line in found.stdout.splitlines() if str(folder) in line]


@pytest.mark.parametrize(
    ("engine", "path", "meant"),
    [
        ("this archive", "search/terms-0a/3.json", INDEX),
        ("this archive", "search/texts-0a/3.json", TEXTS),
        ("this archive", "search/root.json", TABLES),
        ("this archive", "js/search/worker.js", SCRIPTS),
        ("this archive", "search/index.html", None),
        ("this archive", "css/base.css", None),
        ("Pagefind", "pagefind/index/en_1.pf_index", INDEX),
        ("Pagefind", "pagefind/fragment/en_1.pf_fragment", TEXTS),
        ("Pagefind", "pagefind/pagefind-entry.json", TABLES),
        ("Pagefind", "pagefind/wasm.en.pagefind", SCRIPTS),
        ("Pagefind", "measured.html", None),
        ("Pagefind", "adapter.js", None),
        ("Material", "search/search_index.json", TABLES),
        ("Material", "search-worker.js", SCRIPTS),
    ],
)
def test_what_each_file_is_for(engine: str, path: str, meant: str | None) -> None:
    assert part(engine, path) == meant


def test_sizes_are_of_the_engine_alone() -> None:
    sent = [Sent("adapter.js", 500), Sent("search/root.json", 30), Sent("search/texts-1/2.json", 4)]
    assert size("this archive", sent) == 34
    assert size("this archive", sent, TEXTS) == 4
