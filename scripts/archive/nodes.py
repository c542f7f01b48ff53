"""Owns what YAML fields are once read: texts, lists and groups, each at its line and column."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from archive.problems import quoted

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"


Value: TypeAlias = "str | tuple[Node, ...] | dict[str, Node]"

NO_KEYS: Mapping[str, tuple[int, int]] = {}
"""Of a text and a list: an archive has a hundred of them for each record."""


@dataclass(frozen=True, slots=True)
class Node:
    """One YAML value: text, items or entries, and the line and column where it begins.

    Positions count from 1 and are the file's own. `keys` holds where each key of a mapping stands.
    """

    line: int
    column: int
    value: "Value"
    keys: Mapping[str, tuple[int, int]]

    def plain(self) -> Plain:
        """The value without positions: every scalar is the text that was typed."""
        if isinstance(self.value, str):
            return self.value
        if isinstance(self.value, tuple):
            return [item.plain() for item in self.value]
        return {key: node.plain() for key, node in self.value.items()}

    def at(self, place: tuple[int | str, ...]) -> "Node":
        """The node that a path of keys and indexes leads to, as far as it leads."""
        if not place:
            return self
        first, rest = place[0], place[1:]
        if isinstance(self.value, dict) and isinstance(first, str) and first in self.value:
            return self.value[first].at(rest)
        if isinstance(self.value, tuple) and isinstance(first, int) and first < len(self.value):
            return self.value[first].at(rest)
        return self


def kind_of(node: Node) -> str:
    """What a node is, in a few words."""
    if isinstance(node.value, str):
        return f"the text {quoted(node.value)}" if node.value else "nothing"
    return "a list" if isinstance(node.value, tuple) else "a group of fields"
