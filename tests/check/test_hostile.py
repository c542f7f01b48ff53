"""What is made to hurt does not: time stays in proportion, lists stay short, nothing is lost."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.archive import Archive
from archive.body import parse_body
from archive.checks.around import Around
from archive.checks.damage import damage
from archive.checks.every import Proved, linked_problems
from archive.checks.faults import Fault, uncovered
from archive.checks.markup import markup
from archive.checks.privacy import personal_data
from archive.checks.text import MOST_TOLD, body_problems
from archive.checks.words import word_problems
from archive.load import MOST_OF_A_FILE, load
from archive.looks import Notes
from archive.model.letter import Letter
from archive.model.provenance import Transcribed
from archive.nodes import Node
from archive.problems import Problem
from archive.reading import read_archive
from archive.recordfile import Read
from archive.records import Record
from archive.yamltext import read_yaml
from tests.conftest import CORPUS, copied

LONG = 100_000
SECONDS = 5.0
SEEDS = (
    *("a", "a.A", "aa.B", "a,", "a-", "a@", "a@b.", "1", "1 ", "1 A", "12 Aa ", "(", "aa(a", "aa)"),
    *("<a", "](", "](a", "href=", "href = ", "javascript ", "a at b dot ", "[at]", "&#0", "SW1A 0"),
    *("nine-\n", " ", "\n", "\\", "> ", "## ", "\u0301", "\ue000", "Ã©"),
)


def every_fault(text: str) -> Iterator[Fault]:
    yield from damage(text)
    yield from markup(text)
    yield from personal_data(text, "GB")


@pytest.mark.parametrize("seed", SEEDS)
def test_no_run_of_anything_takes_long(seed: str) -> None:
    text = (seed * LONG)[:LONG]
    start = time.process_time()
    for end in ("/", "!"):
        assert sum(1 for _ in every_fault(text + end)) >= 0
        assert parse_body(text + end, 1).first_line == 1
    assert time.process_time() - start < SECONDS


def nodes(text: str) -> Node:
    node, problems = read_yaml("x.md", text)
    assert node is not None
    assert problems == []
    return node


def told(raw: str) -> list[Problem]:
    return list(body_problems("x.md", parse_body(raw, 1), (), "GB"))


def test_many_faults_of_a_text_are_counted_and_not_listed() -> None:
    problems = told("a\ue000" * 100_000)
    assert len(problems) == MOST_TOLD + 1
    assert problems[-1].found == f"{100_000 - MOST_TOLD} more faults like those before"
    assert problems[-1].column == 2 * MOST_TOLD + 2


def test_two_texts_that_have_nothing_in_common_are_compared_quickly() -> None:
    source = " ".join(f"a{number % 7}" for number in range(20_000))
    body = parse_body(" ".join(f"a{number % 11}" for number in range(20_000)), 1)
    start = time.process_time()
    problems = list(word_problems("x.md", nodes("a: b\n"), Transcribed(), body, source))
    assert [problem.found for problem in problems] != []
    assert time.process_time() - start < SECONDS


def test_many_misfits_of_a_record_are_cut_short(tmp_path: Path) -> None:
    root = copied(CORPUS, tmp_path)
    keys = "".join(f"key-{number}: x\n" for number in range(5_000))
    (root / "letters/2021-shelters.md").write_text(f"---\n{keys}---\nNoor.\n", encoding="utf-8")
    found = load(root)
    assert not isinstance(found, Archive)
    assert 0 < len(found) <= MOST_TOLD


def test_a_folder_that_cannot_be_entered_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copied(CORPUS, tmp_path)
    listed = os.scandir

    def closed(path: str | Path) -> object:
        if Path(path).name == "2020":
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", closed)
    found = load(root)
    assert not isinstance(found, Archive)
    assert "letters/2020" in {problem.path for problem in found}


@pytest.mark.parametrize("name", [b"caf\xe9.md", b"caf\xe9"])
def test_a_file_name_that_is_no_text_is_told(tmp_path: Path, name: bytes) -> None:
    root = copied(CORPUS, tmp_path)
    try:
        Path(os.fsdecode(os.fsencode(root / "letters") + b"/" + name)).write_text("x")
    except OSError:
        pytest.skip("this file system takes no such name")
    found = load(root)
    assert not isinstance(found, Archive)
    assert all(str(problem).isprintable() for problem in found)


def test_many_exceptions_for_many_faults_are_weighed_quickly() -> None:
    text = "ab\ue000" * 50_000
    faults = list(damage(text))
    start = time.process_time()
    assert uncovered(text, faults, ["a", "b", "ab"] * 150 + ["zz"]) == faults
    assert uncovered(text, faults, ["ab\ue000"]) == []
    assert time.process_time() - start < SECONDS


def test_a_file_with_very_many_problems_does_not_flood_the_log(tmp_path: Path) -> None:
    root = copied(CORPUS, tmp_path)
    entries = "".join(f"a{number}:\n" for number in range(5_000))
    (root / "letters/people.yml").write_text(entries, encoding="utf-8")
    found = load(root)
    assert not isinstance(found, Archive)
    people = [problem for problem in found if problem.path == "letters/people.yml"]
    assert len(people) == MOST_OF_A_FILE + 1
    assert people[-1].found.endswith("more problems in this file")


@pytest.mark.parametrize("path", ["letters/a.md", "motions/a.md", "motions/versions/a.md"])
def test_a_record_of_which_nothing_fits_is_not_looked_for_among_the_others(path: str) -> None:
    nothing = nodes("a: b")
    content = Read[Letter](None, parse_body("Words.", 5), nothing, nothing, ())
    record = Record[Letter](path, "a", "", False, content)
    reading, _ = read_archive(CORPUS)
    around = Around(reading, Notes())
    assert [*linked_problems([record], around, lambda _: None)] == [Proved(path, [], [])]
