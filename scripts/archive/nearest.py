"""Owns guessing which known word someone meant."""

from collections.abc import Iterable

from rapidfuzz import process

LEAST_LIKE = 70
"""Per cent of likeness (rapidfuzz's WRatio) below which a known word is not worth showing."""

LONGEST_TYPED = 200
"""Characters of a word for which the nearest known one is sought."""


def did_you_mean(text: str, known: Iterable[str]) -> str:
    """` (did you mean "…"?)` with the nearest of the known words; empty where none is near."""
    near = nearest_word(text, known)
    return f' (did you mean "{near}"?)' if near else ""


def nearest_word(text: str, known: Iterable[str]) -> str | None:
    """The known word that is most like the text; None where none is near."""
    typed = text[:LONGEST_TYPED].lower()
    long_enough = sorted(word for word in known if 2 * len(word) >= len(typed))
    best = process.extractOne(typed, long_enough, processor=str.lower, score_cutoff=LEAST_LIKE)
    return best[0] if best else None
