"""Owns what a fault in a running text is, and which of a record's exceptions covers it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from archive.nodes import Node
from archive.quotes import Span


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
    pattern = r"\s+".join(re.escape(word) for word in passage.split())
    if whole_words and pattern:
        pattern = rf"(?<!\S){pattern}(?!\S)"
    return tuple(Span(m.start(), m.end()) for m in re.finditer(pattern, text)) if pattern else ()


def texts_under(fields: Node, key: str) -> tuple[tuple[str, Node], ...]:
    """The `text` of each entry of a list such as `exceptions`, with its node; misfits pass."""
    entries = fields.value.get(key) if isinstance(fields.value, dict) else None
    items = entries.value if entries and isinstance(entries.value, tuple) else ()
    nodes = (i.value.get("text") for i in items if isinstance(i.value, dict))
    return tuple((n.value, n) for n in nodes if n and isinstance(n.value, str))


def uncovered(text: str, faults: Iterable[Fault], exceptions: Iterable[str]) -> list[Fault]:
    """The faults that lie in none of the excepted passages."""
    safe = [span for passage in exceptions for span in places(text, passage)]
    return [f for f in faults if not any(s.start <= f.start and f.end <= s.end for s in safe)]
