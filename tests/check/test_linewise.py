"""Owns showing that fields read line by line are what YAML makes of them, or are left to it."""

import pickle
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.archive import Archive
from archive.files import File, read
from archive.later import Later
from archive.linewise import read_linewise
from archive.load import load
from archive.model.letter import Letter
from archive.recordfile import read_record
from archive.records import Record
from archive.yamltext import read_yaml
from tests.conftest import CORPUS, copied

LETTER = "letters/2018-05-22-pm-2018-0417.md"
SIGNS = [
    *(" ", "  ", ": ", ":", " #", "# x", "- ", "-", '"', "'", "[", "]", "{", "}", ", ", "? ", "?"),
    *("!", "&", "*", "|", ">", "%", "@", "`", "~", "<<: ", "...", "---", "\\", "\u00a0", "é", "\t"),
    *("a: b", "\n", "\n  ", "\n- ", "\n# x", "[a, b]", "{a: b, c: d}", "{a: b, a: c}", '"x"'),
]


def fields_of(text: str) -> str:
    lines = text.split("\n")
    return "\n".join(lines[1 : lines.index("---", 1)]) + "\n"


WRITTEN = [fields_of(path.read_text("utf-8")) for path in sorted(CORPUS.rglob("*.md"))]


def slipped(text: str, chance: random.Random) -> str:
    """Some lines of a text, one or two of them otherwise than they should be."""
    lines = text.split("\n")[:-1]
    first = chance.choice([0, chance.randrange(len(lines))])
    lines = lines[first : first + chance.randrange(2, 12)]
    for _ in range(chance.choice([1, 2])):
        at = chance.randrange(len(lines))
        place = chance.randrange(len(lines[at]) + 1)
        before, behind = lines[at][:place], lines[at][place:]
        ways = [before + chance.choice(SIGNS) + behind, before + behind[1:], f"  {lines[at]}"]
        ways += [lines[at][2:], f"{lines[at]}\n{chance.choice(lines)}"]
        lines[at] = chance.choice(ways)
    return "\n".join(lines) + "\n"


def test_what_is_read_line_by_line_is_what_yaml_makes_of_it() -> None:
    chance = random.Random(7)
    texts = [*WRITTEN, *(slipped(chance.choice(WRITTEN), chance) for _ in range(6_000))]
    found = {text: plain for text in texts if (plain := read_linewise(text)) is not None}
    assert len(found) > 1_000
    for text, plain in found.items():
        node, problems = read_yaml("x.md", text)
        assert node is not None, text
        assert (problems, node.plain()) == ([], plain), text


def test_nearly_every_record_can_be_read_so() -> None:
    assert sum(read_linewise(text) is None for text in WRITTEN) < len(WRITTEN) / 8


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing\n",
        "a: b\n  c\n",
        "a: b\na: c\n",
        "a:\n",
        "a: b: c\n",
        "a: b # c\n",
        "a: |\n  b\n",
        "a: &b c\n",
        "a: {b: c, b: d}\n",
        "- a\n",
        "a:\n  - b\n - c\n",
        "a: b\x07\n",
        "a: [" + ", ".join(["b"] * 501) + "]\n",
        "a:\n" + "  - b\n" * 501,
        "".join("  " * n + f"a{n}:\n" for n in range(12)) + "  " * 12 + "b: c\n",
    ],
)
def test_what_is_not_so_plain_is_left_to_yaml(text: str) -> None:
    assert read_linewise(text) is None


def _read(path: str) -> tuple[File, Record[Letter]]:
    file = read(CORPUS, path)
    assert isinstance(file, File)
    record, problems = read_record(Letter, file)
    assert record and problems == []
    return file, record


def test_places_are_those_of_yaml() -> None:
    file, record = _read(LETTER)
    assert isinstance(record.typed, Later)
    node, _ = read_yaml(file.path, fields_of(file.text), first_line=2)
    assert node is not None
    for place in places(node.plain()):
        here, there = record.fields.at(place), node.at(place)
        assert (here.line, here.column, here.value) == (there.line, there.column, there.value)
    assert record.typed.keys == node.keys
    assert pickle.loads(pickle.dumps(record.typed)) == node  # for another process


def places(value: object, place: tuple[int | str, ...] = ()) -> Iterator[tuple[int | str, ...]]:
    yield place
    if isinstance(value, dict):
        for key, one in value.items():
            yield from places(one, (*place, key))
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from places(one, (*place, index))


def test_what_is_wrong_with_a_plainly_written_record_is_told_at_its_place(tmp_path: Path) -> None:
    root = copied(CORPUS, tmp_path)
    file = root / LETTER
    file.write_text(file.read_text("utf-8").replace("\nto: ", "\nto: nobody-", 1), "utf-8")
    found = load(root)
    assert not isinstance(found, Archive)
    [problem] = found
    line = file.read_text("utf-8").split("\n").index("to: nobody-leonie-abara") + 1
    assert (problem.path, problem.line, problem.column) == (LETTER, line, 5)
