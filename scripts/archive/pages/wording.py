"""Owns the comparison of two wordings: which words were taken out, put in, or kept.

Words are compared as difflib does (longest common runs first); a short run of kept words between
two changes is told as changed with them, because single shared words make a comparison unreadable.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

from archive.body import Block, Body

BREAK = "\n"
FEWEST_KEPT = 3
"""Words that must stay together between two changes to be told as kept."""

Change = Literal["kept", "taken out", "put in"]


@dataclass(frozen=True)
class Run:
    """Words that stand together and have the same fate."""

    change: Change
    words: str


Paragraph = tuple[Run, ...]


def compared(earlier: Body, later: Body) -> tuple[Paragraph, ...]:
    """The later wording, paragraph by paragraph, with what it took out of the earlier in place."""
    words = list(_changes(_tokens(earlier), _tokens(later)))
    paragraphs = groupby(words, key=lambda one: one[1] == BREAK)
    return tuple(tuple(_runs(list(group))) for is_break, group in paragraphs if not is_break)


def _tokens(body: Body) -> list[str]:
    """All words, with a sign for the end of each block and of each item of a list."""
    return [word for block in body.blocks for part in _parts(block) for word in (*part, BREAK)]


def _parts(block: Block) -> list[list[str]]:
    lines = block.lines if block.kind == "list" else (block.text,)
    return [line.split() for line in lines]


def _changes(earlier: Sequence[str], later: Sequence[str]) -> Iterator[tuple[Change, str]]:
    """Each word with what became of it; what was taken out stands before what was put in."""
    for kind, a, b in _merged(earlier, later):
        if kind == "kept":
            yield from (("kept", word) for word in b)
            continue
        yield from (("taken out", word) for word in a if word != BREAK)
        yield from (("put in", word) for word in b)


def _merged(
    earlier: Sequence[str], later: Sequence[str]
) -> Iterator[tuple[Change, list[str], list[str]]]:
    """Stretches of both wordings in turn, kept or changed; short kept ones between changes go."""
    codes = SequenceMatcher(None, earlier, later, autojunk=False).get_opcodes()
    last = len(codes) - 1
    marked = (
        (tag == "equal" and (i2 - i1 >= FEWEST_KEPT or number in (0, last)), i1, i2, j1, j2)
        for number, (tag, i1, i2, j1, j2) in enumerate(codes)
    )
    for kept, group in groupby(marked, key=lambda one: one[0]):
        spans = list(group)
        a = list(earlier[spans[0][1] : spans[-1][2]])
        b = list(later[spans[0][3] : spans[-1][4]])
        yield ("kept" if kept else "put in"), a, b


def _runs(words: Sequence[tuple[Change, str]]) -> Iterator[Run]:
    for change, group in groupby(words, key=lambda one: one[0]):
        yield Run(change, " ".join(word for _, word in group))
