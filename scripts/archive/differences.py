"""Owns the difference between two rows of words: which were taken out, put in, or kept.

Words are compared as difflib does (longest common runs first); a short run of kept words between
two changes is told as changed with them, because single shared words make a comparison unreadable.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal, TypeVar

BREAK = "\n"
"""Stands in a row of words for the end of a line or block."""
FEWEST_KEPT = 3
"""Words that must stay together between two changes to be told as kept."""

Fate = Literal["kept", "taken out", "put in"]
W = TypeVar("W", bound=str)


def fates(earlier: Sequence[W], later: Sequence[W]) -> Iterator[tuple[Fate, W]]:
    """Each word with what became of it; what was taken out stands before what was put in.

    Ends of lines are those of the later row. Kept words are the later row's own values.
    """
    for kind, a, b in _merged(earlier, later):
        if kind == "kept":
            yield from (("kept", word) for word in b)
            continue
        yield from (("taken out", word) for word in a if word != BREAK)
        yield from (("put in", word) for word in b)


def _merged(
    earlier: Sequence[W], later: Sequence[W]
) -> Iterator[tuple[Fate, Sequence[W], Sequence[W]]]:
    """Stretches of both rows in turn, kept or changed; short kept ones between changes go."""
    codes = SequenceMatcher(None, earlier, later, autojunk=False).get_opcodes()
    last = len(codes) - 1
    marked = (
        (tag == "equal" and (i2 - i1 >= FEWEST_KEPT or number in (0, last)), i1, i2, j1, j2)
        for number, (tag, i1, i2, j1, j2) in enumerate(codes)
    )
    for kept, group in groupby(marked, key=lambda one: one[0]):
        spans = list(group)
        a = earlier[spans[0][1] : spans[-1][2]]
        b = later[spans[0][3] : spans[-1][4]]
        yield ("kept" if kept else "put in"), a, b
