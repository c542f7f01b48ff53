"""Owns finding quoted words in a text, or the nearest passage and where the two differ."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from rapidfuzz import fuzz

from archive.problems import quoted

NEAR_ENOUGH = 50.0
"""Per cent of likeness (rapidfuzz's partial ratio) below which no passage is worth showing."""


FEWEST_WORDS = 3
"""Words that a quote must begin with for its place to be known by them."""

MOST_COMPARED = 500
"""Characters of a quote for which the nearest passage is sought."""


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
    return tuple(each_span(flat, quote))


def each_span(flat: str, quote: str) -> Iterator[Span]:
    """The same, one after the other: who needs the first does not seek the rest."""
    words = flatten(quote)
    start = flat.find(words) if words else -1
    while start >= 0:
        span = Span(start, start + len(words))
        whole = _stands_apart(flat, span)
        if whole:
            yield span
        start = flat.find(words, span.end if whole else start + 1)


def _stands_apart(flat: str, span: Span) -> bool:
    """Whether no letter, digit or low line goes on before or behind a span."""
    around = flat[max(span.start - 1, 0) : span.start] + flat[span.end : span.end + 1]
    return not any(char.isalnum() or char == "_" for char in around)


def nearest(flat: str, quote: str) -> str:
    """What the text has instead of `quote`, and where they differ first; or that it has nothing."""
    words = flatten(quote)[:MOST_COMPARED]
    alike = _alike(flat, words)
    span = _as_far_as_it_goes(flat, words, alike) or alike
    if span is None:
        return "words of the text; it holds nothing like them"
    start = flat.rfind(" ", 0, span.start + 1) + 1
    end = flat.find(" ", max(span.end - 1, 0))
    passage = flat[start : end if end >= 0 else len(flat)]
    return f"the words of the text; the nearest passage is {quoted(passage, 200)}" + _differ(
        words, passage
    )


def _as_far_as_it_goes(flat: str, words: str, alike: Span | None) -> Span | None:
    """Where the longest beginning of some words stands, and as much text as they would need.

    Few words may stand in many places: then it must be near the passage that is most alike.
    """
    ends = [match.end() for match in re.finditer(r"\S+", words)]
    known = bisect_left(ends, True, key=lambda end: not find_spans(flat, words[:end]))
    starts = [span.start for span in find_spans(flat, words[: ends[known - 1]] if known else "")]
    near = [s for s in starts if alike and abs(s - alike.start) < len(words)]
    chosen = near or starts[: known // FEWEST_WORDS]
    return Span(chosen[0], chosen[0] + len(words)) if chosen else None


def _alike(flat: str, words: str) -> Span | None:
    """The stretch of the text that is most like some words, letter by letter."""
    alignment = fuzz.partial_ratio_alignment(words, flat)
    if alignment is None or alignment.score < NEAR_ENOUGH:
        return None
    return Span(alignment.dest_start, alignment.dest_end)


def _differ(quote: str, passage: str) -> str:
    pairs = zip_longest(quote.split(" "), passage.split(" "))
    said, held = next((said, held) for said, held in pairs if said != held)
    return f", which has {_or_nothing(held)} where the quote has {_or_nothing(said)}"


def _or_nothing(word: str | None) -> str:
    return quoted(word) if word else "nothing"
