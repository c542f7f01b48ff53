"""Owns reading fields line by line, where they are so plain that they can mean nothing else.

Nearly all records are written so, and this takes a quarter of the time. Whatever else YAML has, and
every fault, is left to `yamltext`, which knows the place of everything.
"""

import re

from archive.builder import DEEPEST, LONGEST_LIST
from archive.nodes import Plain
from archive.yamltext import UNREADABLE

_WORDS = (
    r"[^\s\-?:,\[\]{}#&*!|>'\"%@`]"  # what YAML has no sign for at the beginning of a text
    r"[^:#\n]*(?:(?::(?![ \n])|(?<! )#)[^:#\n]*)*(?<! )"  # neither `: ` nor ` #` in it
)
_KEY = r"[a-z][a-z0-9_]*"
_FEW = r"[^\W_](?:[\w .?'’()/–-]*[\w.?'’)])?"
_LINE = re.compile(
    rf"^( *)(- )?(?:({_KEY}):(?: (?=\S)|(?=\n)))?"
    rf"({_WORDS}|\"[^\"\\\n]*\"|'[^'\n]*'"
    rf"|\[{_FEW}(?:, {_FEW})*\]|{{{_KEY}: {_FEW}(?:, {_KEY}: {_FEW})*}})?\n"
    r"|^ *#.*\n",
    re.MULTILINE,
)
"""A line: its indentation, the dash of an item, a key and a value; comments have none of them.

The value is a text, perhaps in quotation marks, or a list or a group of texts of few words.
"""

_Row = tuple[str, str, str, str]


class _Unusual(Exception):
    """Something of which one line alone does not tell what YAML makes of it."""


def read_linewise(text: str) -> dict[str, Plain] | None:
    """The values of the fields that `text` holds; None where they are not written line by line."""
    lines: list[_Row] = _LINE.findall(text)
    if len(lines) != text.count("\n") or "\t" in text or UNREADABLE.search(text):
        return None
    rows = list(filter(any, lines))
    try:
        entries, end = _mapping(rows, 0, 0, 1)
    except _Unusual:
        return None
    return entries if rows and end == len(rows) else None


def _mapping(rows: list[_Row], at: int, indent: int, depth: int) -> tuple[dict[str, Plain], int]:
    """The entries whose keys stand at an indentation, and the row behind them."""
    if depth == DEEPEST:
        raise _Unusual
    entries: dict[str, Plain] = {}
    while at < len(rows):
        spaces, dash, key, value = rows[at]
        if len(spaces) < indent:
            break
        if len(spaces) > indent or dash or not key or key in entries:
            raise _Unusual
        at += 1
        if value:
            entries[key] = _scalar(value)
        else:
            entries[key], at = _below(rows, at, indent, depth + 1)
    return entries, at


def _below(rows: list[_Row], at: int, indent: int, depth: int) -> tuple[Plain, int]:
    """What stands in the rows below a key at an indentation, and the row behind that."""
    spaces, dash = rows[at][:2] if at < len(rows) else ("", "")
    if dash and len(spaces) >= indent:
        return _sequence(rows, at, len(spaces), depth)
    if len(spaces) > indent:
        return _mapping(rows, at, len(spaces), depth)
    raise _Unusual


def _sequence(rows: list[_Row], at: int, indent: int, depth: int) -> tuple[list[Plain], int]:
    """The items whose dashes stand at an indentation, and the row behind them."""
    if depth == DEEPEST:
        raise _Unusual
    items: list[Plain] = []
    while at < len(rows):
        spaces, dash, key, value = rows[at]
        if len(spaces) < indent or (len(spaces) == indent and not dash):
            break
        if len(spaces) > indent or not (key or value):
            raise _Unusual
        if key:
            rows[at] = (f"{spaces}  ", "", key, value)
            item, at = _mapping(rows, at, indent + 2, depth + 1)
            items.append(item)
        else:
            items.append(_scalar(value))
            at += 1
    if len(items) > LONGEST_LIST:
        raise _Unusual
    return items, at


def _scalar(value: str) -> Plain:
    """A text, or the texts of a list or a group."""
    if value[0] not in "[{\"'":
        return value
    inner = value[1:-1]
    if value[0] not in "[{":
        return inner
    parts = inner.split(", ")
    group = dict(part.split(": ") for part in parts) if value[0] == "{" else None
    if len(parts) > (LONGEST_LIST if group is None else len(group)):
        raise _Unusual
    return [*parts] if group is None else {**group}
