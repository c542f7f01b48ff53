"""Owns a record's file as its history compares it: words in lines, under the field they are in."""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import TypeAlias

from archive.recordfile import FENCE

TEXT = "text"
"""The name of the part that is the document itself; no field has it."""
UNSHOWN = ("proposed",)
"""Fields that tell an editor what to look at; a published record has none of them."""

_FIELD = re.compile(r"([a-z_]+):")
Lines: TypeAlias = tuple[str, ...]


def parts_of(text: str) -> Mapping[str, Lines]:
    """The lines of each field, and of the document; comments and blank lines are left out."""
    numbered = list(_named(text))
    parts: dict[str, Lines] = {}
    for name, group in groupby(numbered, key=lambda pair: pair[0]):
        parts[name] = (*parts.get(name, ()), *(line for _, line in group))
    return {name: lines for name, lines in parts.items() if name not in UNSHOWN}


def _named(text: str) -> Iterator[tuple[str, str]]:
    """Each line that says something, its spaces made single, under the name of its part."""
    name, fences = "", 0
    for line in text.split("\n"):
        if fences < len(("opening", "closing")) and line.rstrip() == FENCE:
            fences += 1
            name = TEXT if fences > 1 else name
            continue
        if name != TEXT and (match := _FIELD.match(line)):
            name = match[1]
        said = " ".join(line.split())
        if said and name and (name == TEXT or not said.startswith("#")):
            yield name, said
