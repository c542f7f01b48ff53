"""Owns the lengths of documents and titles, rounded so that a letter holds one.

BM25 does not notice: a length counts only in proportion to the average. Each is a letter from "A"
on, the place in `levels` of a length near to it.
"""

from collections.abc import Sequence
from math import log
from typing import NamedTuple

from archive.search.postings import Gathered

_FINE = {"all": 1.15, "title": 1.5}
_COARSE = {"all": 1.6, "title": 4.0}
"""How much longer a length of each field is than the next one that there is."""

_MANY = 20_000
"""Documents from which on a fine table would be too many bytes for a reader's first query."""


class Lengths(NamedTuple):
    """The rounded lengths of a field: the value of each letter, and a letter for each document."""

    levels: list[int]
    letters: str

    @property
    def average(self) -> float:
        """The mean of the rounded lengths, as all arithmetic is with these."""
        values = [self.levels[ord(letter) - ord("A")] for letter in self.letters]
        return sum(values) / len(values) if values else 0.0


def lengths(gathered: Gathered) -> dict[str, Lengths]:
    """The lengths of the fields `all` and `title`; `exact` is taken to be as long as `all`."""
    steps = _FINE if gathered.documents < _MANY else _COARSE
    fields = {"all": gathered.lengths, "title": gathered.title_lengths}
    return {field: _rounded(values, steps[field]) for field, values in fields.items()}


def _rounded(values: Sequence[int], step: float) -> Lengths:
    """Lengths as powers of `step`; a text without words keeps its length of 0."""
    powers = [0 if value == 0 else 1 + round(log(value, step)) for value in values]
    used = sorted(set(powers))
    levels = [0 if power == 0 else round(step ** (power - 1)) for power in used]
    letter = {power: chr(ord("A") + place) for place, power in enumerate(used)}
    return Lengths(levels, "".join(letter[power] for power in powers))
