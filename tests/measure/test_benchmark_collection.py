"""Owns showing which texts a benchmark measures with, and which queries it draws from them."""

import gzip
import json
from pathlib import Path

import pytest

from archive.measure.collection import collect, invent
from archive.measure.sampling import Sample, sample
from archive.search.rules import reviewed_rules

TEXT = {"id": "a", "title": "Trams", "text": "Trams run late.", "date": "2021-03"}
ANSWER = {"id": "b", "title": "Buses", "question": "When?", "answer": "At night.", "date": "2020"}


def written(folder: Path, *rows: object, name: str = "texts.jsonl") -> Path:
    path = folder / name
    text = "".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows)
    path.write_bytes(gzip.compress(text.encode()) if name.endswith(".gz") else text.encode())
    return path


def read(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[dict[str, str]], Sample]:
    path = tmp_path_factory.mktemp("sample") / "texts.jsonl"
    invent(100, 1, path)
    return read(path), sample(path, 60)


def test_texts_are_put_in_the_order_of_their_dates(tmp_path: Path) -> None:
    older = {**TEXT, "id": "o", "date": "2019"}
    undated = {"id": "u", "title": "", "text": "Naïve"}
    source = written(tmp_path, TEXT, older, undated, name="texts.jsonl.gz")
    assert collect(source, tmp_path / "out") == 3
    assert read(tmp_path / "out") == [undated, older, TEXT]


def test_a_question_and_its_answer_are_a_text(tmp_path: Path) -> None:
    source = written(tmp_path, {**ANSWER, "url": "left out"})
    assert collect(source, tmp_path / "out") == 1
    wanted = {"id": "b", "title": "Buses", "date": "2020", "text": "When?\n\nAt night."}
    assert read(tmp_path / "out") == [wanted]


@pytest.mark.parametrize(
    ("rows", "problems"),
    [
        ([], ["1:1: found no text; wanted at least one; allowed: JSON Lines"]),
        (
            [TEXT, {"id": "b", "text": 5}, "oh"],
            [
                "2:1: found no title; wanted its title; allowed: text",
                '2:13: found text "5"; wanted its text; allowed: text',
                '3:1: found "oh"; wanted a JSON object; allowed: one a line, and no empty line',
            ],
        ),
        (
            [ANSWER, {**TEXT, "id": "c"}],
            [
                "2:1: found no answer; wanted its answer; allowed: text",
                "2:1: found no question; wanted its question; allowed: text",
            ],
        ),
        (
            [TEXT, TEXT],
            ['2:2: found "a", the id of line 1; wanted another id; allowed: each id once'],
        ),
    ],
)
def test_every_problem_of_a_file_is_told(
    tmp_path: Path, rows: list[object], problems: list[str]
) -> None:
    source = written(tmp_path, *rows)
    found = collect(source, tmp_path / "out")
    assert isinstance(found, tuple)
    assert [str(one).removeprefix(f"{source}:") for one in found] == problems


def test_invented_texts_are_the_same_each_time(tmp_path: Path) -> None:
    assert invent(40, 7, tmp_path / "a") == 40
    invent(40, 7, tmp_path / "b")
    invent(40, 8, tmp_path / "c")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert (tmp_path / "a").read_bytes() != (tmp_path / "c").read_bytes()


def test_invented_texts_are_like_real_ones(drawn: tuple[list[dict[str, str]], Sample]) -> None:
    texts, _ = drawn
    words = [one["text"].lower().replace(".", "").split() for one in texts]
    stop = reviewed_rules().stop
    assert len({one["id"] for one in texts}) == 100
    assert [one["date"] for one in texts] == sorted(one["date"] for one in texts)
    assert 260 < sum(map(len, words)) / 100 < 340
    # In English about half of all words are stop words.
    assert 0.4 < sum(word in stop for each in words for word in each) / sum(map(len, words)) < 0.65


def test_queries_are_drawn_from_the_texts(drawn: tuple[list[dict[str, str]], Sample]) -> None:
    texts, found = drawn
    held = [f"{one['title']} {one['text']}".lower() for one in texts]
    assert len(found.words) == len(found.phrases) == 60
    assert [len(query.split()) for query in found.words[:6]] == [1, 1, 1, 2, 3, 4]
    rare = found.words[1]
    assert 1 <= sum(rare in text.replace(".", "").split() for text in held) <= 3
    for query in found.words:
        assert any(all(word in text for word in query.split()) for text in held)
    for phrase in found.phrases:
        assert phrase[0] == phrase[-1] == '"'
        assert 2 <= len(phrase.split()) <= 6
        assert any(phrase.strip('"').lower() in text for text in held)


def test_some_are_typed_letter_by_letter(drawn: tuple[list[dict[str, str]], Sample]) -> None:
    _, found = drawn
    first = found.words[0]
    assert found.typed[: len(first) - 1] == tuple(first[:end] for end in range(2, len(first) + 1))
    assert found.words[10] in found.typed
    assert not any(one != one.strip() for one in found.typed)


def test_the_same_texts_give_the_same_queries(tmp_path: Path) -> None:
    invent(20, 1, tmp_path / "a")
    assert sample(tmp_path / "a", 12) == sample(tmp_path / "a", 12)
    assert sample(tmp_path / "a", 12) != sample(tmp_path / "a", 13)
