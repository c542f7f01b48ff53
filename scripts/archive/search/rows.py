"""Owns rows of ascending numbers, written as letters: fewer bytes than JSON's digits, compressed.

A row has the step from each number to the next (the first from -1), and behind a step how often
its number counts, if more than once. The letters are the signs of ASCII from "#" to "~" but for
the backslash: 64 low ones ("#" to "c"), 19 high ones ("d" to "v") and 8 of times ("w" to "~").

- A number from 0 on is none or more high letters, then a low one: the high ones are digits of 1 to
  19, the first the highest, and the low one is a last digit of 0 to 63. "#" is 0, "c" 63, "d#" 64.
- A step is the number that is one less, as no step is 0.
- 2 to 8 times are one of the first letters of times; "~" and a number from 0 on are 9 and more.

Read in the browser by `row` of `rows.js`.
"""

from collections.abc import Iterable

_LETTERS = "".join(sign for sign in map(chr, range(ord("#"), ord("~") + 1)) if sign != "\\")
_LOW, _HIGH, _TIMES = _LETTERS[:64], _LETTERS[64:83], _LETTERS[83:]


def row(numbers: Iterable[int]) -> str:
    """Ascending numbers, each counted once: `row([4, 5, 69]) == "'#c"`."""
    return row_with_times((number, 1) for number in numbers)


def row_with_times(counted: Iterable[tuple[int, int]]) -> str:
    """Ascending numbers, each with how often it counts: `row_with_times([(4, 2)]) == "'w"`."""
    letters: list[str] = []
    before = -1
    for number, times in counted:
        step = number - before - 1
        letters.append(_SHORT[step] if step < len(_SHORT) else _number(step))
        if times > 1:
            letters.append(_times(times))
        before = number
    return "".join(letters)


def _number(value: int) -> str:
    rest, low = divmod(value, len(_LOW))
    letters = _LOW[low]
    while rest:
        rest, high = divmod(rest - 1, len(_HIGH))
        letters = _HIGH[high] + letters
    return letters


def _times(times: int) -> str:
    alone = len(_TIMES)
    return _TIMES[times - 2] if times <= alone else _TIMES[-1] + _number(times - alone - 1)


_SHORT = tuple(map(_number, range(len(_LOW) * (1 + len(_HIGH)))))
"""Most steps, ready-made."""
