"""The command `archive evaluate`: its tables, its JSON, its runs, and how it says what is wrong."""

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from archive.cli import main
from archive.measure import evaluating
from tests.browser.conftest import VARIABLE
from tests.measure.invented import write_collection

TABLE = """\
{name}: 4 queries, 12 documents; 1 of the queries are phrases
              nDCG@10  MRR@10  recall@10     P@1  no result  phrase precision  phrase recall
this archive   0.7500  0.7500     0.7500  0.7500          1            1.0000         1.0000
bm25s          0.5978  0.6250     0.6250  0.5000          1            0.5000         1.0000
"""
RUN = """\
buses Q0 1 1 -1 this-archive
buses Q0 2 2 -2 this-archive
phrase Q0 3 1 -1 this-archive
lights Q0 2 1 -1 this-archive
"""


def evaluated(arguments: Sequence[str | Path]) -> Result:
    """The command's end; in a thread, as Playwright has one session in each."""
    call = ["evaluate", *map(str, arguments)]
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(CliRunner().invoke, main, call).result()


def collection(folder: Path) -> list[str | Path]:
    """The options that name the invented collection."""
    return [part for pair in write_collection(folder).items() for part in pair]


def test_it_prints_a_table_of_the_engines(tmp_path: Path) -> None:
    engines = ["--engine", "this archive", "--engine", "bm25s"]
    done = evaluated([*collection(tmp_path), *engines])
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == TABLE.format(name=f"{tmp_path.name}/queries")


def test_several_collections_have_a_mean_and_each_run_its_file(tmp_path: Path) -> None:
    collected = collection(tmp_path)
    more = ["--engine", "this archive", "--json", "--runs", str(tmp_path / "new" / "runs")]
    done = evaluated([*collected, *collected, *more])
    assert (done.exit_code, done.stderr) == (0, "")
    first, second, mean = json.loads(done.stdout)
    assert first == second
    assert mean["heading"] == "Mean of 2 collections"
    assert mean["engines"]["this archive"] == {**first["engines"]["this archive"], "no result": 2}
    names = {path.name for path in (tmp_path / "new" / "runs").iterdir()}
    assert names == {f"{n}-{tmp_path.name}-queries-this-archive.run" for n in (1, 2)}
    assert (tmp_path / "new" / "runs" / min(names)).read_text(encoding="utf-8") == RUN


def test_problems_of_all_files_are_printed_and_nothing_is_measured(tmp_path: Path) -> None:
    collected = write_collection(tmp_path)
    for path in collected.values():
        path.write_text("\n", encoding="utf-8")
    done = evaluated([str(part) for pair in collected.items() for part in pair])
    assert done.exit_code == 1
    assert done.stdout.count(": found ") == len(done.stdout.splitlines()) == 3
    assert done.stderr == "3 problems; nothing was measured.\n"


def test_an_option_that_is_given_too_often_is_told(tmp_path: Path) -> None:
    collected = collection(tmp_path)
    done = evaluated([*collected, *collected[:2]])
    assert done.exit_code == 2
    assert "--docs, --queries and --qrels must be given equally often" in done.stderr


def test_what_it_measures_with_is_named_where_it_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evaluating, "PACKAGES", ("no_such_package", "json", "nor_this"))
    done = evaluated(collection(tmp_path))
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == (
        "Measuring needs no_such_package, nor_this, not installed here:"
        " python3 scripts/test.py --collect-only installs all that is needed.\n"
    )


def test_a_missing_browser_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "chromium"))
    done = evaluated(collection(tmp_path))
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert VARIABLE in done.stderr


def test_an_engine_that_fails_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "/bin/false")
    done = evaluated([*collection(tmp_path), "--engine", "lunr.js"])
    assert done.exit_code == 1
    assert done.stderr.startswith("Error: lunr.js: ")
    assert done.stderr.count("\n") == 1
