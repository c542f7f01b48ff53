"""Every engine, built over invented letters and asked in a real browser."""

import gzip
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from archive.measure.browser import BrowserFailed, asked, browser_program
from archive.measure.engines import ENGINES, Engine
from archive.measure.evaluate_command import ENGINE_NAMES, SLOW
from archive.measure.texts import texts
from tests.browser.conftest import VARIABLE
from tests.measure.invented import DOCUMENTS, lines

FEW = 5
ASKED = ("library", "otters nobody", "of", "quarry", '"night bus"', "ferry price (tickets", "")
# lunr.js seeks the quotation marks too, bm25s drops them.
PHRASE = {"lunr.js": [], "bm25s": ["1", "2"]}


def asked_all(engine: Engine, folder: Path, queries: Sequence[str], size: int) -> list[list[str]]:
    """The answers of a built engine; in a thread, as Playwright has one session in each."""

    def answers() -> list[list[str]]:
        program = browser_program()
        assert program, f"{VARIABLE} names no browser. Run python3 scripts/test.py."
        with asked(folder, str(engine.adapter), program) as find:
            return [find(query, size) for query in queries]

    if engine.ranker:
        return [engine.ranker(folder)(query, size) for query in queries]
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(answers).result()


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], dict[str, list[str]]]:
    """What an engine answers to ASKED over the invented letters, Material over a few of them."""

    def answered(name: str) -> dict[str, list[str]]:
        folder = tmp_path_factory.mktemp("engine")
        source = folder / "docs.jsonl"
        source.write_text(lines(DOCUMENTS[: FEW if name == SLOW else None]), encoding="utf-8")
        (folder / "served").mkdir()
        ENGINES[name].lay_out(source, folder / "served")
        found = asked_all(ENGINES[name], folder / "served", ASKED, 3)
        return dict(zip(ASKED, found, strict=True))

    return answered


@pytest.mark.parametrize("name", ENGINE_NAMES)
def test_an_engine_answers_with_the_ids_of_documents(
    answers: Callable[[str], dict[str, list[str]]], name: str
) -> None:
    found = answers(name)
    assert found["library"] == ["4/é ü"]
    assert found["otters nobody"][0] == "5"
    assert found["quarry"] == ([] if name == SLOW else ["9"])
    assert all(len(ids) <= 3 for ids in found.values())
    assert "3" in found["ferry price (tickets"]
    assert found['"night bus"'] == PHRASE.get(name, ["1"])


def test_an_id_of_any_signs_names_a_page(tmp_path: Path) -> None:
    source = tmp_path / "docs.jsonl"
    source.write_text(lines(DOCUMENTS), encoding="utf-8")
    names = {text.id: text.page_name for text in texts(source)}
    assert names["4/é ü"] == "342fc3a920c3bc"
    assert len(set(names.values())) == len(DOCUMENTS)


def test_a_gzipped_file_is_built_by_a_process_of_its_own(tmp_path: Path) -> None:
    source = tmp_path / "docs.jsonl.gz"
    source.write_bytes(gzip.compress(lines(DOCUMENTS).encode()))
    folder = tmp_path / "built"
    command = [sys.executable, "-m", "archive.measure.build", "bm25s", str(source), str(folder)]
    subprocess.run(command, check=True)
    assert asked_all(ENGINES["bm25s"], folder, ["quarry", "the"], 10) == [["9"], []]


def test_the_names_to_choose_from_are_those_of_the_engines() -> None:
    assert ENGINE_NAMES == tuple(ENGINES) == tuple(engine.name for engine in ENGINES.values())
    assert all((engine.adapter is None) != (engine.ranker is None) for engine in ENGINES.values())


def test_an_engine_that_gives_no_answer_is_named_in_one_line(tmp_path: Path) -> None:
    source = tmp_path / "docs.jsonl"
    source.write_text(lines(DOCUMENTS), encoding="utf-8")
    engine = ENGINES["lunr.js"]
    engine.lay_out(source, tmp_path)
    (tmp_path / "documents.json").write_text("{", encoding="utf-8")
    with pytest.raises(BrowserFailed, match=r"^Page\.evaluate: SyntaxError: .*JSON[^\n]*$"):
        asked_all(engine, tmp_path, ["night"], 3)


def test_a_browser_that_is_not_there_is_not_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, os.devnull + "/chromium")
    assert browser_program() is None
