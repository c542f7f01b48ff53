"""Positions and texts of YAML as it is read, beyond what the broken archives show."""

import pytest

from archive.nodes import Node
from archive.yamltext import read_yaml


def read(text: str) -> Node:
    node, problems = read_yaml("x.yml", text)
    assert problems == []
    assert node is not None
    return node


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("NO", "NO"),
        ("12:30", "12:30"),
        ("2021-09-22", "2021-09-22"),
        ("010", "010"),
        ("1e3", "1e3"),
        ("~", "~"),
        ("'it''s'", "it's"),
        ('"a\\tb"', "a\tb"),
        ('"a" # a note', "a"),
        ("a#b", "a#b"),
        (">-\n  a\n  b", "a b"),
        ("|\n  a\n  b", "a\nb\n"),
        ("a\n  b", "a b"),
        ("", ""),
    ],
)
def test_a_value_is_the_text_that_was_typed(written: str, value: str) -> None:
    assert read(f"key: {written}\n").plain() == {"key": value}


def test_each_value_and_key_knows_its_line_and_column() -> None:
    node, _ = read_yaml("x.yml", "a: é\nb:\n  - {c: d}\n", first_line=10)
    assert node is not None
    assert node.keys == {"a": (10, 1), "b": (11, 1)}
    item = node.at(("b", 0))
    assert (item.line, item.column, item.keys) == (12, 5, {"c": (12, 6)})
    assert (node.at(("b", 0, "c")).line, node.at(("b", 0, "c")).column) == (12, 9)


@pytest.mark.parametrize("place", [("b", 7), ("b", "x"), ("b", 0, "x", "y"), ("z",)])
def test_a_place_that_is_not_there_is_the_nearest_that_is(place: tuple[int | str, ...]) -> None:
    node = read("b:\n  - {c: d}\n")
    expected = {("b", 7): (2, 3), ("b", "x"): (2, 3), ("b", 0, "x", "y"): (2, 5), ("z",): (1, 1)}
    found = node.at(place)
    assert (found.line, found.column) == expected[place]


def test_the_first_of_repeated_keys_wins_and_the_others_are_told() -> None:
    node, problems = read_yaml("x.yml", "a: 1\nb: 2\na: 3\na: 4\n")
    assert node is not None
    assert node.plain() == {"a": "1", "b": "2"}
    assert [(problem.line, problem.column) for problem in problems] == [(3, 1), (4, 1)]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("!ENV NAME", "set"),
        ("!ENV OTHER", ""),
        ("!ENV [NAME]", "set"),
        ("!ENV [OTHER, NAME, fallback]", "set"),
        ("!ENV [OTHER, fallback]", "fallback"),
        ("!ENV [OTHER]", ""),
        ("!ENV []", ""),
    ],
)
def test_a_configuration_takes_values_from_the_environment(written: str, value: str) -> None:
    node, problems = read_yaml("mkdocs.yml", f"key: {written}\n", environment={"NAME": "set"})
    assert problems == []
    assert node is not None
    assert node.plain() == {"key": value}


@pytest.mark.parametrize("written", ["!!python/name:os.system", "!relative $config_dir", "!!int 3"])
def test_no_other_tag_passes_in_a_configuration(written: str) -> None:
    node, [problem] = read_yaml("mkdocs.yml", f"key: {written}\n", environment={})
    assert node is None
    assert (problem.column, problem.found) == (6, "a value that begins with !")
