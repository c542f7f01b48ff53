"""Owns showing what a record changes of the words received: sentence by sentence, as a diff."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from archive.body import parse_body

_ENDS = re.compile(r".*[.!?][”’\"')\]]*")
CONTEXT = 60
"""Characters of the sentence before a change that are shown above it."""


@dataclass(frozen=True)
class _Change:
    """Words of the source from `start` to `end`, what the record has instead, what is before."""

    start: int
    end: int
    recorded: str
    before: str


def changes(source: str, body: str) -> Iterator[str]:
    """The lines of a diff from the source to the body; none where all words are the same.

    Each change is a sentence or a line, whole, at its line of the source.
    """
    words = [(match[0], match.start()) for match in re.finditer(r"\S+", source)]
    lines = [match.end() for match in re.finditer("\n", source)]
    texts = [word for word, _ in words]
    found = list(_changed(texts, list(_sentences(body))))
    if found:
        yield "--- as received"
        yield "+++ as recorded"
    for change in found:
        first = words[min(change.start, len(words) - 1)][1] if words else 0
        yield f"@@ line {bisect_right(lines, first) + 1} @@"
        if change.before:
            yield f" {_end_of(change.before)}"
        if change.end > change.start:
            yield f"-{' '.join(texts[change.start : change.end])}"
        if change.recorded:
            yield f"+{change.recorded}"


def _sentences(body: str) -> Iterator[tuple[str, ...]]:
    """The sentences of a body, and lines that are none, each as its words."""
    for block in parse_body(body, 1).blocks:
        for line in block.lines:
            sentence: list[str] = []
            for word in line.split():
                sentence.append(word)
                if _ENDS.fullmatch(word) and len(word) > len("Mr."):
                    yield tuple(sentence)
                    sentence = []
            if sentence:
                yield tuple(sentence)


def _changed(source: list[str], sentences: Sequence[tuple[str, ...]]) -> Iterator[_Change]:
    """The sentences that differ from their words in the source, and words that stand in none."""
    held = [word for sentence in sentences for word in sentence]
    places = _places(source, held)
    at, end, before = 0, 0, ""
    for sentence in sentences:
        stop = at + len(sentence)
        inside = [place for place in places[at:stop] if place is not None]
        start = inside[0] if inside else end
        if start > end:
            yield _Change(end, start, "", before)
        last = inside[-1] + 1 if inside else start
        words = " ".join(sentence)
        if words != " ".join(source[start:last]):
            upto = next((p for p in places[stop:] if p is not None), len(source))
            last = upto if places[stop - 1] is None else last
            yield _Change(start, last, words, before)
        at, end, before = stop, last, words
    if end < len(source):
        yield _Change(end, len(source), "", before)


def _places(source: list[str], held: list[str]) -> list[int | None]:
    """For each word of the body its place in the source; None where it has no equal there."""
    places: list[int | None] = [None] * len(held)
    for step in Levenshtein.opcodes(source, held):
        if step.tag == "equal":
            for offset in range(step.dest_end - step.dest_start):
                places[step.dest_start + offset] = step.src_start + offset
    return places


def _end_of(text: str) -> str:
    return text if len(text) <= CONTEXT else f"… {text[-CONTEXT:].split(' ', 1)[-1]}"
