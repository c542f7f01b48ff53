"""Owns the texts of a benchmark: from a file or invented; put oldest first into a file."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from archive.measure.rows import Field, Rows
from archive.measure.synthetic import synthetic_texts
from archive.problems import Problem, in_order

_HEAD = (
    Field("id", "the document's id"),
    Field("title", "its title"),
    Field("date", "its date", needed=False),
)
_TEXT = (Field("text", "its text"),)
_ANSWER = (Field("question", "its question"), Field("answer", "its answer"))
"""What a written answer of a minister has in place of a text."""


class Collection(NamedTuple):
    """A file of texts that every engine reads, and how many there are."""

    documents: Path
    texts: int


def collect(source: Path, target: Path) -> int | tuple[Problem, ...]:
    """Write the texts of a file; how many there are, or everything that is wrong with the file.

    It is JSON Lines, plain or gzipped, with id, title and text in each line, perhaps a date. Where
    the first line has a question, all have question and answer in place of the text.
    """
    rows = Rows(source)
    parts = _ANSWER if _has_question(source) else _TEXT
    found = [_text(value, parts) for value in rows.objects((*_HEAD, *parts))]
    if not found and not rows.problems:
        rows.wrong(1, 1, "no text", "at least one", "JSON Lines")
    if rows.problems:
        return in_order(rows.problems)
    return _write(sorted(found, key=lambda text: text.get("date", "")), target)


def invent(records: int, seed: int, target: Path) -> int:
    """Write so many invented texts; how many there are."""
    return _write(synthetic_texts(records, seed), target)


def _has_question(source: Path) -> bool:
    first = next((line for _, line in Rows(source).lines()), "")
    try:
        value = json.loads(first)
    except json.JSONDecodeError:
        return False
    return isinstance(value, dict) and "text" not in value and "question" in value


def _text(value: dict[str, Any], parts: Iterable[Field]) -> dict[str, str]:
    kept = {one.name: value[one.name] for one in _HEAD if value.get(one.name) is not None}
    return {**kept, "text": "\n\n".join(value[one.name] for one in parts)}


def _write(texts: Iterable[dict[str, str]], target: Path) -> int:
    with target.open("w", encoding="utf-8") as file:
        return sum(1 for text in texts if file.write(f"{json.dumps(text, ensure_ascii=False)}\n"))
