"""Owns the lengths of documents and of their titles, rounded so that a letter holds both.

BM25 does not notice: a length counts only in proportion to the average. Each document has a letter
from "#" on (a backslash would be two), and each letter a length of each field in `levels`. One
letter for both is shorter than two: compressed, no letter takes less than a bit. Frequent `pairs`
of letters are written as one (letters.py).
"""

from collections.abc import Container, Sequence
from math import log
from typing import NamedTuple

from archive.search.letters import paired
from archive.search.postings import Gathered

_FINE = {"all": 1.15, "title": 1.5}
_COARSE = {"all": 1.6, "title": 4.0}
"""How much longer a length of each field is than the next one that there is."""

_MANY = 8_000
"""Documents from which on a fine table would be too many bytes for a reader's first query.

Of the judged collections one is as large; it is ranked no worse with the coarse table (nDCG@10
.4515, with the fine one .4497), while the smaller ones lose by it.
"""

_LETTERS = "".join(chr(code) for code in range(ord("#"), 0xD800) if code != ord("\\"))
_PLACES = {letter: place for place, letter in enumerate(_LETTERS)}


class Lengths(NamedTuple):
    """The rounded lengths: those of each letter, by field, and a letter for each document."""

    levels: dict[str, list[int]]
    letters: str

    def plain(self) -> dict[str, object]:
        """As the browser gets them: the letters in pairs."""
        letters, pairs = paired(self.letters)
        return {**self.levels, "letters": letters, "pairs": pairs}

    def of(self, field: str) -> list[int]:
        """The rounded length of each document."""
        return [self.levels[field][_PLACES[letter]] for letter in self.letters]

    def average(self, field: str) -> float:
        """The mean of the rounded lengths, as all arithmetic is with these."""
        values = self.of(field)
        return sum(values) / len(values) if values else 0.0


def lengths(gathered: Gathered, parts: Container[int] = ()) -> Lengths:
    """The lengths of the fields `all` and `title`; `exact` is taken to be as long as `all`.

    A part of a record (an ask) counts as long as records are on average: it is not the more about
    its words for being short, and records are measured against each other alone.
    """
    steps = _FINE if len(gathered.lengths) < _MANY else _COARSE
    fields = {"all": gathered.lengths, "title": gathered.title_lengths}
    rounded = [_rounded(_without(parts, values), steps[field]) for field, values in fields.items()]
    each = list(zip(*rounded, strict=True))
    used = sorted(set(each))
    letter = dict(zip(used, _LETTERS, strict=False))
    levels = {field: [pair[at] for pair in used] for at, field in enumerate(fields)}
    return Lengths(levels, "".join(letter[pair] for pair in each))


def _without(parts: Container[int], values: Sequence[int]) -> list[int]:
    """The lengths with the mean of the records in place of those of parts."""
    records = [value for number, value in enumerate(values) if number not in parts]
    mean = round(sum(records) / len(records)) if records else 0
    return [mean if number in parts else value for number, value in enumerate(values)]


def _rounded(values: Sequence[int], step: float) -> list[int]:
    """Lengths as powers of `step`; a text without words keeps its length of 0."""
    return [0 if value == 0 else round(step ** round(log(value, step))) for value in values]
