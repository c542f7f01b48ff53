"""Owns what sets two files of lines apart: where the first and the last line is that differ."""

from collections.abc import Iterator
from itertools import islice, zip_longest
from pathlib import Path
from typing import NamedTuple

TOGETHER = 1_000
"""Lines that are given at once."""


class Apart(NamedTuple):
    """From which line to which two files differ, counted from 0, and how many are behind these.

    The one of fewer lines may have none there.
    """

    first: int
    end: int
    behind: int

    def lines(self, file: Path) -> Iterator[bytes]:
        """The lines that one of the files has there, some at a time."""
        with file.open("rb") as opened:
            there = islice(opened, self.first, self.end)
            while some := b"".join(islice(there, TOGETHER)):
                yield some


def apart(old: Path, new: Path) -> Apart | None:
    """What sets two files apart; None where nothing does."""
    first, end, number = None, 0, 0
    with old.open("rb") as was, new.open("rb") as becomes:
        for number, (one, other) in enumerate(zip_longest(was, becomes), 1):
            if one != other:
                first, end = number - 1 if first is None else first, number
    return None if first is None else Apart(first, end, number - end)
