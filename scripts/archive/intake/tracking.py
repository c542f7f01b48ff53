"""Owns telling gaps between words from those that only set the letters of a heading apart."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

FEWEST = 5
"""Letters of a line that may be set apart."""

APART = 0.06
"""The usual gap between letters that are set apart, in sizes."""

WORDS = 0.14
"""Sizes by which a gap between words is wider than the usual one between such letters."""

Edges = tuple[float, float]


def without_false_spaces(letters: Sequence[str], edges: Sequence[Edges], size: float) -> list[str]:
    """Letters without the spaces that stand where all letters are set apart.

    A space has the edges of the letter before it.
    """
    seen = [(a, b) for a, b in pairwise(_signs(letters, edges))]
    gaps = [right[1][0] - left[1][1] for left, right in seen]
    if len(gaps) + 1 < FEWEST or any(char >= "\u0590" and char < "\u0900" for char in letters):
        return list(letters)
    usual = median(gaps)
    if usual < APART * size:
        return list(letters)
    kept: list[str] = []
    for index, letter in enumerate(letters):
        following = edges[index + 1][0] if index + 1 < len(letters) else edges[index][1]
        if letter != " " or following - edges[index][1] > usual + WORDS * size:
            kept.append(letter)
    return kept


def _signs(letters: Sequence[str], edges: Sequence[Edges]) -> list[tuple[str, Edges]]:
    return [(sign, edge) for sign, edge in zip(letters, edges, strict=True) if sign != " "]
