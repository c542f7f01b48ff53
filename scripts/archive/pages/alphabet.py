"""Owns the order of names: under their first letters, accents and case set aside."""

import unicodedata
from collections.abc import Iterable
from itertools import groupby


def plain(name: str) -> str:
    """A name as it is sorted: capitals, without accents."""
    parts = unicodedata.normalize("NFKD", name)
    return "".join(c for c in parts if not unicodedata.combining(c)).upper()


def by_letter(entries: Iterable[tuple[str, str]]) -> list[tuple[str, list[str]]]:
    """The ids of `(name, id)` pairs under the first letter of their names; digits come under #."""
    ordered = sorted(entries, key=lambda entry: (plain(entry[0]), entry[1]))
    groups = groupby(ordered, key=lambda entry: _initial(entry[0]))
    return [(initial, [name for _, name in group]) for initial, group in groups]


def _initial(name: str) -> str:
    first = plain(name)[:1]
    return first if first.isalpha() else "#"
