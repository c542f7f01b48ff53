"""Owns reading YAML as text with positions: no value is guessed, no repeated key wins silently."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, cast

import yaml

from archive.problems import Problem, quoted

if TYPE_CHECKING:
    from yaml._yaml import Mark as CMark

    Mark: TypeAlias = yaml.Mark | CMark

DEEPEST = 12
"""Levels of nesting: records need five; more is a mistake or an attack on the reader."""

ALLOWED = "keys with a colon and a space, values as plain or quoted text, lists with a dash"
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"


@dataclass(frozen=True)
class Node:
    """One YAML value: text, items or entries, and the line and column where it begins.

    Positions count from 1 and are the file's own. `keys` holds where each key of a mapping stands.
    """

    line: int
    column: int
    value: "str | tuple[Node, ...] | dict[str, Node]"
    keys: dict[str, tuple[int, int]]

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


class _Refused(Exception):
    """A construct that records do not use; carries what was found and where."""

    def __init__(self, mark: "Mark | None", found: str, wanted: str) -> None:
        self.mark, self.found, self.wanted = mark, found, wanted


def read_yaml(
    path: str, text: str, first_line: int = 1, environment: Mapping[str, str] | None = None
) -> tuple[Node | None, list[Problem]]:
    """The mapping that `text` holds, and every repeated key; None where it cannot be read at all.

    `first_line` is the line of the file on which `text` begins. With an `environment`, tags pass,
    and MkDocs' `!ENV` takes its value from there: they belong to a configuration, not to a record.
    """
    builder = _Builder(path, first_line, environment)
    try:
        node = builder.document(yaml.parse(text, Loader=_LOADER))
    except _Refused as error:
        return None, [builder.problem(error.mark, error.found, error.wanted)]
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        found = f"YAML that cannot be read ({error.problem or error.context})"
        return None, [builder.problem(mark, found, "YAML")]
    except yaml.reader.ReaderError as error:
        # libyaml counts the offset in characters here, as Python's reader does.
        before = text[: error.position]
        line, column = before.count("\n"), len(before) - before.rfind("\n") - 1
        found = f"the character U+{_code(error):04X}"
        return None, [Problem(path, first_line + line, column + 1, found, "YAML", ALLOWED)]
    return node, builder.problems


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _code(error: yaml.reader.ReaderError) -> int:
    return error.character if isinstance(error.character, int) else ord(error.character)


class _Builder:
    """Builds nodes from YAML events; aliases, tags and depth are refused before they cost."""

    def __init__(self, path: str, first_line: int, environment: Mapping[str, str] | None) -> None:
        self.path, self.first_line, self.environment = path, first_line, environment
        self.problems: list[Problem] = []

    def problem(self, mark: "Mark | None", found: str, wanted: str) -> Problem:
        line, column = self._position(mark)
        return Problem(self.path, line, column, found, wanted, ALLOWED)

    def document(self, events: Iterator[yaml.Event]) -> Node | None:
        """The one mapping of the stream; None (and a problem) for anything else."""
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                node = self._node(event, events, 1)
                break
        else:
            self.problems.append(self.problem(None, "nothing", "fields"))
            return None
        if isinstance(node.value, dict):
            return self._only(node, events)
        self.problems.append(self.problem(None, _kind(node), "fields, one a line"))
        return None

    def _only(self, node: Node, events: Iterator[yaml.Event]) -> Node:
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                raise _Refused(event.start_mark, "a second YAML document", "one")
        return node

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Refused(event.start_mark, "an anchor or alias (& or *)", "text in quotes")
        tag = getattr(event, "tag", None)
        if tag and self.environment is None:
            raise _Refused(event.start_mark, f"the tag {quoted(tag)}", "text in quotes")
        if depth > DEEPEST:
            raise _Refused(event.start_mark, f"more than {DEEPEST} levels", "fewer levels")
        line, column = self._position(event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            return Node(line, column, event.value, {})
        if isinstance(event, yaml.SequenceStartEvent):
            items = (
                self._node(e, events, depth + 1) for e in _until(yaml.SequenceEndEvent, events)
            )
            node = Node(line, column, tuple(items), {})
            return self._from_environment(node) if tag == "!ENV" else node
        return self._mapping(line, column, events, depth)

    def _mapping(self, line: int, column: int, events: Iterator[yaml.Event], depth: int) -> Node:
        entries: dict[str, Node] = {}
        keys: dict[str, tuple[int, int]] = {}
        for event in _until(yaml.MappingEndEvent, events):
            key = self._node(event, events, depth + 1)
            value = self._node(next(events), events, depth + 1)
            if not isinstance(key.value, str):
                raise _Refused(event.start_mark, f"{_kind(key)} as a key", "a name")
            if key.value in entries:
                self._repeated(key, keys[key.value][0])
                continue
            entries[key.value], keys[key.value] = value, (key.line, key.column)
        return Node(line, column, entries, keys)

    def _repeated(self, key: Node, first: int) -> None:
        found = f"{quoted(str(key.value))} a second time"
        allowed = f"each key once (the first is on line {first})"
        self.problems.append(
            Problem(self.path, key.line, key.column, found, "a key of its own", allowed)
        )

    def _from_environment(self, node: Node) -> Node:
        """`!ENV [NAME, …, DEFAULT]`: the first variable that is set, else the default.

        Source: https://www.mkdocs.org/user-guide/configuration/#environment-variables
        """
        *names, default = [str(item.value) for item in cast(tuple[Node, ...], node.value)] or [""]
        values = (self.environment or {}).get
        value = next((v for name in names if (v := values(name)) is not None), default)
        return Node(node.line, node.column, value, {})

    def _position(self, mark: "Mark | None") -> tuple[int, int]:
        return (mark.line + self.first_line, mark.column + 1) if mark else (self.first_line, 1)


def _until(end: type[yaml.Event], events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
    for event in events:
        if isinstance(event, end):
            return
        yield event


def _kind(node: Node) -> str:
    if isinstance(node.value, str):
        return f"the text {quoted(node.value)}" if node.value else "nothing"
    return "a list" if isinstance(node.value, tuple) else "a group of fields"
