"""Owns reading the items of a list, with or without signs."""

import re
from collections.abc import Iterator, Sequence

_ITEM = re.compile(r"^\s*(?:[-•*–▪◦●○■o]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)", re.I)
_CLOSED = re.compile(r"^([^“\"]*[.?!])[”\"]\s+(?=[A-Z]).*$")
"""An item in which a quotation ends that began above the list: what follows is said of it."""

_LINE_OF_LIST = re.compile(r"(?:;(?:\s*and)?|,\s*and|[.”\"])\s*$")


def listed(paragraphs: Sequence[Sequence[str]], index: int) -> tuple[list[str], int]:
    """The items of the paragraphs that follow, with or without signs, and where they end."""
    own: list[str] = []
    while index < len(paragraphs):
        here = list(items(paragraphs[index])) or list(_plain_items(paragraphs[index]))
        if not here:
            break
        own, index = own + here, index + 1
    return own, index


def _plain_items(lines: Sequence[str]) -> Iterator[str]:
    """Items without any sign: begun in small letters and parted by semicolons."""
    text = " ".join(" ".join(lines).split())
    if text[:1].islower() and _LINE_OF_LIST.search(text):
        yield from (part for part in re.split(r";\s*(?:and\s+)?", text) if part.strip())


def items(lines: Sequence[str]) -> Iterator[str]:
    """The items of a list, each with its continued lines, without their signs."""
    item: list[str] = []
    for line in lines:
        if match := _ITEM.match(line):
            if item:
                yield _CLOSED.sub(r"\1", " ".join(" ".join(item).split()))
            item = [line[match.end() :]]
        elif item:
            item.append(line)
    if item:
        yield _CLOSED.sub(r"\1", " ".join(" ".join(item).split()))
