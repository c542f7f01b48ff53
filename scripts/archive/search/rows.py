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

from collections.abc import Iterable, Sequence
from itertools import chain, pairwise

import numpy as np

from archive.search.numbers import Ints

_LETTERS = "".join(sign for sign in map(chr, range(ord("#"), ord("~") + 1)) if sign != "\\")
_LOW, _HIGH, _TIMES = (
    np.frombuffer(letters.encode(), np.uint8)
    for letters in (_LETTERS[:64], _LETTERS[64:83], _LETTERS[83:])
)

_BLOCK = 1 << 18
"""About so many numbers are written at once: arrays of more would need the more memory."""


def row(numbers: Iterable[int]) -> str:
    """Ascending numbers, each counted once: `row([4, 5, 69]) == "'#c"`."""
    return row_with_times((number, 1) for number in numbers)


def rows_of(many: Iterable[Sequence[int]]) -> list[str]:
    """The rows of several, each as `row` writes it: one by one they would take the longer."""
    held = list(many)
    ends = np.cumsum([0, *map(len, held)])
    return rows(ends, np.fromiter(chain.from_iterable(held), np.int64, int(ends[-1])))


def row_with_times(counted: Iterable[tuple[int, int]]) -> str:
    """Ascending numbers, each with how often it counts: `row_with_times([(4, 2)]) == "'w"`."""
    numbers, times = np.array([*counted], np.int64).reshape(-1, 2).T
    return rows(np.array([0, len(numbers)]), numbers, times)[0]


def rows(ends: Ints, numbers: Ints, times: Ints | None = None) -> list[str]:
    """Many rows at once: the numbers of row n are those between `ends[n]` and `ends[n + 1]`.

    `times` are how often each counts; without them, all do once.
    """
    text, cuts = in_a_row(ends, numbers, times)
    return [text[begin:end] for begin, end in pairwise(cuts.tolist())]


def in_a_row(ends: Ints, numbers: Ints, times: Ints | None = None) -> tuple[str, Ints]:
    """The same rows as one string, and where it is to be cut."""
    texts, cuts, written = list[str](), [np.zeros(1, np.int64)], 0
    starts = np.searchsorted(ends, np.arange(0, len(numbers), _BLOCK))
    parts = np.unique([0, *starts, len(ends) - 1])
    for first, last in pairwise(parts.tolist()):
        begin, end = ends[first], ends[last]
        counted = None if times is None else times[begin:end]
        text, each = _block(ends[first : last + 1] - begin, numbers[begin:end], counted)
        texts.append(text)
        cuts.append(written + each[1:])
        written += len(text)
    return "".join(texts), np.concatenate(cuts)


def _block(ends: Ints, numbers: Ints, times: Ints | None) -> tuple[str, Ints]:
    steps = np.diff(numbers, prepend=0) - 1
    firsts = ends[:-1][np.diff(ends) > 0]
    steps[firsts] = numbers[firsts]
    extra = np.zeros(len(numbers), np.int8) if times is None else _extra(times)
    last = np.cumsum(_sizes(steps) + extra, dtype=np.int64)
    letters = np.empty(int(last[-1]) if len(last) else 0, np.uint8)
    _put(letters, last - extra - 1, steps)
    if times is not None:
        _put_times(letters, last, extra, times)
    return letters.tobytes().decode("ascii"), np.append(0, last)[ends]


def _sizes(values: Ints) -> Ints:
    """How many letters each number has."""
    sizes, rest = np.ones(len(values), np.int8), values // len(_LOW)
    while (more := rest > 0).any():
        sizes += more
        rest = np.where(more, (rest - 1) // len(_HIGH), 0)
    return sizes


def _put(letters: Ints, last: Ints, values: Ints) -> None:
    """Write each number so that its last letter is at a place."""
    letters[last] = _LOW[values % len(_LOW)]
    rest = values // len(_LOW)
    while (more := rest > 0).any():
        last, rest = last[more] - 1, rest[more] - 1
        letters[last] = _HIGH[rest % len(_HIGH)]
        rest = rest // len(_HIGH)


def _extra(times: Ints) -> Ints:
    """How many letters say each of some times: none, one, or one and a number."""
    beyond: Ints = np.where(times > len(_TIMES), _sizes(_beyond(times)), 0)
    return beyond + (times > 1)


def _put_times(letters: Ints, last: Ints, extra: Ints, times: Ints) -> None:
    """Write times where a row has letters for them, which end before a place."""
    told, many = times > 1, times > len(_TIMES)
    letters[(last - extra)[told]] = _TIMES[np.minimum(times[told], len(_TIMES) + 1) - 2]
    _put(letters, last[many] - 1, _beyond(times[many]))


def _beyond(times: Ints) -> Ints:
    beyond: Ints = np.maximum(times - len(_TIMES) - 1, 0)
    return beyond
