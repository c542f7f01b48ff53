"""Owns what a fault in a running text is, and which of a record's exceptions covers it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from archive.nodes import Plain
from archive.quotes import Span

Place: TypeAlias = tuple[int | str, ...]
"""The keys and indexes that lead to a value."""


@dataclass(frozen=True)
class Fault:
    """Characters `start` to `end` of a text that should not be as they are."""

    start: int
    end: int
    found: str
    wanted: str
    allowed: str


def places(text: str, passage: str, whole_words: bool = False) -> tuple[Span, ...]:
    """Where the words of `passage` stand in `text`, whatever white space is between them."""
    words = [re.escape(word) for word in passage.split()]
    if whole_words and words:  # what stands before comes second: re seeks a beginning quickly
        words = [rf"{words[0]}(?<!\S{words[0]})", *words[1:]]
    pattern = r"\s+".join(words) + (r"(?!\S)" if whole_words and words else "")
    return tuple(Span(m.start(), m.end()) for m in re.finditer(pattern, text)) if pattern else ()


def texts_under(fields: Plain, key: str, name: str = "text") -> tuple[tuple[str, Place], ...]:
    """A field of each entry of a list such as `exceptions`, with its place; misfits pass."""
    entries = fields.get(key) if isinstance(fields, dict) else None
    items = enumerate(entries if isinstance(entries, list) else ())
    texts = ((item.get(name), (key, n, name)) for n, item in items if isinstance(item, dict))
    return tuple((text, place) for text, place in texts if isinstance(text, str))


def uncovered(text: str, faults: Iterable[Fault], exceptions: Iterable[str]) -> list[Fault]:
    """The faults that lie in none of the excepted passages."""
    left = list(faults)
    for passage in dict.fromkeys(exceptions) if left else ():
        safe = places(text, passage)
        left = [fault for fault in left if not _within(fault, safe)]
    return left


def _within(fault: Fault, spans: Sequence[Span]) -> bool:
    """Whether one of the spans, which are in order, has the whole fault in it."""
    last = bisect_right(spans, fault.start, key=lambda span: span.start) - 1
    return last >= 0 and fault.end <= spans[last].end
