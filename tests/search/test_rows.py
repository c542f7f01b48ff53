"""Rows of numbers as letters: whatever is written is read again, as the docstring says."""

import random
import re

import pytest

from archive.search.rows import row, row_with_times, rows_of

LOW = "#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abc"
HIGH = "defghijklmnopqrstuv"
TIMES = "wxyz{|}~"


def read_row(text: str) -> dict[int, int]:
    """The numbers of a row with their times, read with the docstring of rows.py in hand."""
    times: dict[int, int] = {}
    last = -1
    for marks, high, low in re.findall(rf"([{TIMES}]*)([{HIGH}]*)([{re.escape(LOW)}])", text):
        value = 0
        for letter in high:
            value = value * len(HIGH) + HIGH.index(letter) + 1
        value = value * len(LOW) + LOW.index(low)
        if marks.endswith("~"):
            times[last] = 9 + value
            continue
        if marks:
            times[last] = 2 + TIMES.index(marks)
        last += value + 1
        times[last] = 1
    if text and text[-1] in TIMES:
        times[last] = 2 + TIMES.index(text[-1])
    return times


@pytest.mark.parametrize(
    ("counted", "written"),
    [
        ([], ""),
        ([(0, 1)], "#"),
        ([(4, 1), (5, 1), (69, 1)], "'#c"),
        ([(64, 1)], "d#"),
        ([(1279, 1)], "vc"),
        ([(1280, 1)], "dd#"),
        ([(4, 2)], "'w"),
        ([(4, 8), (5, 9), (6, 73)], "'}#~##~d#"),
    ],
)
def test_a_row_is_written_as_the_docstring_says(
    counted: list[tuple[int, int]], written: str
) -> None:
    assert row_with_times(counted) == written
    assert read_row(written) == dict(counted)


def test_numbers_alone_count_once() -> None:
    assert row([4, 5, 69]) == row_with_times([(4, 1), (5, 1), (69, 1)])


def test_random_rows_are_read_again() -> None:
    chance = random.Random(5)
    for _ in range(300):
        reach = chance.choice((20, 2000, 10**6))
        numbers = sorted(chance.sample(range(reach), chance.randint(0, 20)))
        counted = {
            number: chance.choice((1, 1, 1, 2, 8, 9, 10, 300, 2**48 - 1)) for number in numbers
        }
        assert read_row(row_with_times(counted.items())) == counted


def test_several_rows_are_those_of_each() -> None:
    many = [[0], [], [3, 4, 900], [], [63, 64], [*range(0, 3000, 7)]]
    assert rows_of(many) == [row(numbers) for numbers in many]
    assert rows_of([]) == []


def test_letters_need_no_escape_in_json() -> None:
    assert sorted(LOW + HIGH + TIMES) == sorted(set(map(chr, range(35, 127))) - {"\\"})
