"""Owns writing a JSON document of many things, of which one at a time is in memory."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

Json = dict[str, Any]


def write_json(file: Path, parts: Mapping[str, Iterable[Json]]) -> None:
    """Write lists of things under their names, as `json.dumps` does with an indent of 1."""
    with file.open("w", encoding="utf-8", newline="\n") as opened:
        opened.writelines(_document(parts))


def _document(parts: Mapping[str, Iterable[Json]]) -> Iterator[str]:
    between = "{"
    for name, things in parts.items():
        yield f"{between}\n {json.dumps(name)}: "
        yield from _list(things)
        between = ","
    yield "\n}\n"


def _list(things: Iterable[Json]) -> Iterator[str]:
    between, end = "[", "[]"
    for thing in things:
        text = json.dumps(thing, ensure_ascii=False, indent=1)
        yield f"{between}\n  " + text.replace("\n", "\n  ")  # none is within a value
        between, end = ",", "\n ]"
    yield end
