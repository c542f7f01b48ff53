"""Owns places of fields that are read only when somebody asks what stands there, or where that is.

A check names the places of what it looks at, and mostly has nothing to say of them.
"""

from collections.abc import Callable, Mapping
from functools import reduce

from archive.nodes import Node, Plain, Value


class Later(Node):
    """A place of fields that are read only when somebody asks what it is, or where."""

    __slots__ = ("_fields", "_steps")

    _fields: Callable[[], Node]
    _steps: tuple[tuple[int | str, ...], ...]

    def __init__(
        self, fields: Callable[[], Node], steps: tuple[tuple[int | str, ...], ...] = ()
    ) -> None:
        object.__setattr__(self, "_fields", fields)
        object.__setattr__(self, "_steps", steps)

    def at(self, place: tuple[int | str, ...]) -> Node:
        """The place that a path leads to from here."""
        return Later(self._fields, (*self._steps, place))

    @property
    def line(self) -> int:
        """As of any place."""
        return self._node.line

    @property
    def column(self) -> int:
        """As of any place."""
        return self._node.column

    @property
    def value(self) -> Value:
        """As of any place."""
        return self._node.value

    @property
    def keys(self) -> Mapping[str, tuple[int, int]]:
        """As of any place."""
        return self._node.keys

    def __reduce__(self) -> tuple[type[Node], tuple[object, ...]]:
        """For another process, what stands at the place."""
        node = self._node
        return Node, (node.line, node.column, node.value, node.keys)

    @property
    def _node(self) -> Node:
        return reduce(Node.at, self._steps, self._fields())


class Known(Later):
    """Fields of which the values are known; they are read only when somebody asks where one is."""

    __slots__ = ("_plain",)

    _plain: Plain

    def __init__(self, fields: Callable[[], Node], plain: Plain) -> None:
        super().__init__(fields)
        object.__setattr__(self, "_plain", plain)

    def plain(self) -> Plain:
        """The values, each as it was typed."""
        return self._plain
