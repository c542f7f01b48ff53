"""Owns closing the spaces that stand within words."""

from collections import Counter

from archive.intake.mending.pieces import Piece, bare
from archive.intake.mending.wordlist import FUNCTION_WORDS, known, usual

SHORTEST = 4
"""Letters of a word that is made of two: `a m` is no `am`."""

MANY = 2
"""Times that a strange word stands in a text that means it."""

_ADDED = "a space within a word"


def close(row: list[Piece], counts: Counter[str]) -> list[Piece]:
    """A line whose words that a space cuts in two are whole again."""
    done: list[Piece] = []
    for piece in row:
        if done and _halves(done[-1].text, piece.text, counts):
            done[-1] = done[-1].joined(piece, done[-1].text + piece.text, _ADDED)
        else:
            done.append(piece)
    return done


def _halves(first: str, second: str, counts: Counter[str]) -> bool:
    """Whether two words are halves of a known one, and at least one is no word by itself."""
    one, two = first.lstrip("(“\"'\u2018"), bare(second)
    if not (one.isalpha() and two.isalpha() and two.islower() and second.startswith(two)):
        return False
    name = one[0].isupper() and two in FUNCTION_WORDS  # as `Pae on`
    if name or len(one) + len(two) < SHORTEST or not known(one + two):
        return False
    strange = [not usual(half) and counts[half.lower()] < MANY for half in (one, two)]
    return all(strange) or (any(strange) and min(len(one), len(two)) > 1)
