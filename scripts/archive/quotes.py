"""Owns finding quoted words in a text, or the nearest passage and where the two differ."""

import re
from dataclasses import dataclass
from itertools import zip_longest

from rapidfuzz import fuzz

from archive.problems import quoted

NEAR_ENOUGH = 50.0
"""Per cent of likeness (rapidfuzz's partial ratio) below which no passage is worth showing."""


@dataclass(frozen=True)
class Span:
    """Where quoted words stand: character offsets in a text with single spaces."""

    start: int
    end: int


def flatten(text: str) -> str:
    """The words of `text` with single spaces between them."""
    return " ".join(text.split())


def find_spans(flat: str, quote: str) -> tuple[Span, ...]:
    """Every place in `flat` at which the words of `quote` stand as whole words, in order."""
    words = flatten(quote)
    pattern = rf"(?<!\w){re.escape(words)}(?!\w)"
    return tuple(Span(m.start(), m.end()) for m in re.finditer(pattern, flat)) if words else ()


def nearest(flat: str, quote: str) -> str:
    """What the text has instead of `quote`, and where they differ first; or that it has nothing."""
    words = flatten(quote)
    alignment = fuzz.partial_ratio_alignment(words, flat)
    if alignment is None or alignment.score < NEAR_ENOUGH:
        return "words of the text; it holds nothing like them"
    start = flat.rfind(" ", 0, alignment.dest_start + 1) + 1
    end = flat.find(" ", max(alignment.dest_end - 1, 0))
    passage = flat[start : end if end >= 0 else len(flat)]
    return f"the words of the text; the nearest passage is {quoted(passage, 200)}" + _differ(
        words, passage
    )


def _differ(quote: str, passage: str) -> str:
    pairs = zip_longest(quote.split(" "), passage.split(" "), fillvalue="nothing")
    for said, held in pairs:
        if said != held:
            return f", which has {quoted(held)} where the quote has {quoted(said)}"
    return ", of which the quote cuts a word"
