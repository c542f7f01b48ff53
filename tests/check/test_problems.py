"""How problems are ordered and printed, for people, for GitHub and for tools."""

import json
from dataclasses import asdict

import pytest

from archive.problems import Problem, as_github, as_json, as_text, in_order, quoted, visible

ODD = Problem("letters/a,b:c%\n.md", 3, 1, 'a "%" and\na break', "words\r", "\x1b[31mred\u202e")


def test_each_problem_is_told_once_in_the_order_of_the_files() -> None:
    one, two, three = (Problem("a", line, 1, "x", "y", "z") for line in (2, 10, 2))
    other = Problem("b", 1, 1, "x", "y", "z")
    assert in_order([other, two, one, three]) == (one, two, other)


def test_as_text_a_problem_is_one_printable_line() -> None:
    assert as_text([ODD]) == (
        "letters/a,b:c%<U+000A>.md:3:1: "
        'found a "%" and<U+000A>a break; wanted words<U+000D>; allowed: <U+001B>[31mred<U+202E>\n'
    )


def test_as_github_a_problem_is_one_command_with_its_signs_escaped() -> None:
    assert as_github([ODD]) == (
        "::error file=letters/a%2Cb%3Ac%25<U+000A>.md,line=3,col=1,title=Problem in the archive::"
        'found a "%25" and<U+000A>a break; wanted words<U+000D>; allowed: <U+001B>[31mred<U+202E>\n'
    )


def test_as_json_a_problem_is_an_object() -> None:
    problem = Problem("é.md", 3, 1, "a", "b", "c")
    [row] = json.loads(as_json([problem]))
    assert row == asdict(problem)
    [odd] = json.loads(as_json([ODD]))
    assert all(str(value).isprintable() for value in odd.values())


def test_no_problems_are_no_text_and_an_empty_array() -> None:
    assert (as_text([]), as_github([]), as_json([])) == ("", "", "[]\n")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\n  b", '"a b"'),
        ("a\u202eb\x00", '"a<U+202E>b<U+0000>"'),
        ("a" * 60, '"' + "a" * 60 + '"'),
        ("a" * 61, '"' + "a" * 59 + '…"'),
        ("a" * 10_000_000, '"' + "a" * 59 + '…"'),
    ],
)
def test_found_text_is_quoted_on_one_line_of_limited_length(text: str, shown: str) -> None:
    assert quoted(text) == shown


def test_undecodable_bytes_of_a_file_name_are_shown() -> None:
    assert visible(b"caf\xe9.md".decode("utf-8", "surrogateescape")) == "caf<U+DCE9>.md"
