"""Owns the lengths of documents and titles, rounded so that a letter holds one.

BM25 does not notice: a length counts only in proportion to the average. Each is a letter from "A"
on, the place in `levels` of a length near to it. Beside the fields, the file has the documents that
are asks and those that are commitments, as rows (rows.py).
"""

from collections.abc import Container, Sequence
from math import log
from typing import NamedTuple

from archive.search.postings import Gathered

_FINE = {"all": 1.15, "title": 1.5}
_COARSE = {"all": 1.6, "title": 4.0}
"""How much longer a length of each field is than the next one that there is."""

_MANY = 8_000
"""Documents from which on a fine table would be too many bytes for a reader's first query.

Of the judged collections one is as large; it is ranked no worse with the coarse table (nDCG@10
.4515, with the fine one .4497), while the smaller ones lose by it.
"""


class Lengths(NamedTuple):
    """The rounded lengths of a field: the value of each letter, and a letter for each document."""

    levels: list[int]
    letters: str

    @property
    def average(self) -> float:
        """The mean of the rounded lengths, as all arithmetic is with these."""
        values = [self.levels[ord(letter) - ord("A")] for letter in self.letters]
        return sum(values) / len(values) if values else 0.0


def lengths(gathered: Gathered, parts: Container[int] = ()) -> dict[str, Lengths]:
    """The lengths of the fields `all` and `title`; `exact` is taken to be as long as `all`.

    A part of a record (an ask) counts as long as records are on average: it is not the more about
    its words for being short, and records are measured against each other alone.
    """
    steps = _FINE if gathered.documents < _MANY else _COARSE
    fields = {"all": gathered.lengths, "title": gathered.title_lengths}
    return {
        field: _rounded(_without(parts, values), steps[field]) for field, values in fields.items()
    }


def _without(parts: Container[int], values: Sequence[int]) -> list[int]:
    """The lengths with the mean of the records in place of those of parts."""
    records = [value for number, value in enumerate(values) if number not in parts]
    mean = round(sum(records) / len(records)) if records else 0
    return [mean if number in parts else value for number, value in enumerate(values)]


def _rounded(values: Sequence[int], step: float) -> Lengths:
    """Lengths as powers of `step`; a text without words keeps its length of 0."""
    powers = [0 if value == 0 else 1 + round(log(value, step)) for value in values]
    used = sorted(set(powers))
    levels = [0 if power == 0 else round(step ** (power - 1)) for power in used]
    letter = {power: chr(ord("A") + place) for place, power in enumerate(used)}
    return Lengths(levels, "".join(letter[power] for power in powers))
