"""Owns the comparison of two wordings of a motion: the later one, with what it took out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from archive.body import Block, Body
from archive.differences import BREAK, Fate, fates


@dataclass(frozen=True)
class Run:
    """Words that stand together and have the same fate."""

    change: Fate
    words: str


Paragraph = tuple[Run, ...]


def compared(earlier: Body, later: Body) -> tuple[Paragraph, ...]:
    """The later wording, paragraph by paragraph, with what it took out of the earlier in place."""
    words = list(fates(_tokens(earlier), _tokens(later)))
    paragraphs = groupby(words, key=lambda one: one[1] == BREAK)
    return tuple(tuple(_runs(list(group))) for is_break, group in paragraphs if not is_break)


def _tokens(body: Body) -> list[str]:
    """All words, with a sign for the end of each block and of each item of a list."""
    return [word for block in body.blocks for part in _parts(block) for word in (*part, BREAK)]


def _parts(block: Block) -> list[list[str]]:
    lines = block.lines if block.kind == "list" else (block.text,)
    return [line.split() for line in lines]


def _runs(words: Sequence[tuple[Fate, str]]) -> Iterator[Run]:
    for change, group in groupby(words, key=lambda one: one[0]):
        yield Run(change, " ".join(word for _, word in group))
