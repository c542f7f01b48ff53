"""Owns building nodes from YAML events: what records do not use is refused before it costs."""

import re
import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, TypeAlias

import yaml

from archive.nodes import NO_KEYS, Node, Value, kind_of
from archive.problems import Problem, quoted
from archive.slips import ALLOWED, QUOTED

if TYPE_CHECKING:
    from yaml._yaml import Mark as CMark

    Mark: TypeAlias = yaml.Mark | CMark

LONGEST_LIST = 500
"""Items: no list of a record has fifty; checks compare some of them with the whole text."""

_COMMENT = re.compile(r"\s+#")
DEEPEST = 12
"""Levels of nesting: records need five; more is a mistake or an attack on the reader."""


class Refused(Exception):
    """A construct that records do not use; carries what was found and where."""

    def __init__(self, mark: "Mark | None", found: str, wanted: str, allowed: str) -> None:
        self.mark, self.found, self.wanted, self.allowed = mark, found, wanted, allowed


class Builder:
    """Builds nodes from YAML events; aliases, tags and depth are refused before they cost."""

    def __init__(
        self, path: str, text: str, first_line: int, environment: Mapping[str, str] | None
    ) -> None:
        self.path, self.first_line, self.environment = path, first_line, environment
        self.lines = text.split("\n")
        self.problems: list[Problem] = []

    def problem(self, mark: "Mark | None", found: str, wanted: str, allowed: str) -> Problem:
        """The problem of what stands at a mark; at the first line where there is none."""
        line, column = self._position(mark)
        return Problem(self.path, line, column, found, wanted, allowed)

    def document(self, events: Iterator[yaml.Event]) -> Node | None:
        """The one mapping of the stream; None (and a problem) for anything else."""
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                node = self._node(event, events, 1)
                break
        else:
            self.problems.append(self.problem(None, "nothing", "fields", ALLOWED))
            return None
        if isinstance(node.value, dict):
            return self._only(node, events)
        allowed = "NAME: VALUE, with a space after the colon"
        self.problems.append(self.problem(None, kind_of(node), "fields, one a line", allowed))
        return None

    def _only(self, node: Node, events: Iterator[yaml.Event]) -> Node:
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                found, allowed = "a second YAML document", "no line --- or ... among the fields"
                raise Refused(event.start_mark, found, "one", allowed)
        return node

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        self._allow(event, depth)
        line, column = self._position(event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            node = Node(line, column, self._scalar(event), NO_KEYS)
        elif isinstance(event, yaml.SequenceStartEvent):
            inner = _until(yaml.SequenceEndEvent, events)
            items = tuple(self._node(item, events, depth + 1) for item in inner)
            if len(items) > LONGEST_LIST:
                found, allowed = f"a list of {len(items):,} items", f"at most {LONGEST_LIST}"
                raise Refused(event.start_mark, found, "a shorter list", allowed)
            node = Node(line, column, items, NO_KEYS)
        else:
            node = self._mapping(line, column, events, depth)
        return self._from_environment(node) if getattr(event, "tag", None) == "!ENV" else node

    def _allow(self, event: yaml.Event, depth: int) -> None:
        """Refuses anchors, aliases, tags (but in a configuration) and too many levels."""
        tag, anchor = getattr(event, "tag", None), getattr(event, "anchor", None)
        if not (tag or anchor or depth > DEEPEST):
            return
        mark = event.start_mark
        if anchor:  # an alias has one, too
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            raise Refused(mark, f"a value that begins with {sign}", "text", QUOTED)
        if tag and (self.environment is None or tag != "!ENV"):
            raise Refused(mark, "a value that begins with !", "text", QUOTED)
        if depth > DEEPEST:
            allowed = f"at most {DEEPEST} levels"
            raise Refused(mark, f"more than {DEEPEST} levels", "fewer levels", allowed)

    def _scalar(self, event: yaml.ScalarEvent) -> str:
        """The text as typed; in a record, a problem where YAML would take a part for a comment."""
        if event.style or self.environment is not None:
            return str(event.value)
        end = event.end_mark
        assert end is not None  # libyaml marks every event
        rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        if not (rest and _COMMENT.match(rest)):
            return str(event.value)
        found = "a # after a value, which hides what follows"
        line, column = end.line + self.first_line, end.column + rest.index("#") + 1
        allowed = f"{QUOTED}; or the comment on a line of its own"
        self.problems.append(Problem(self.path, line, column, found, "the value alone", allowed))
        return f"{event.value}{rest}".strip()

    def _mapping(self, line: int, column: int, events: Iterator[yaml.Event], depth: int) -> Node:
        entries: dict[str, Node] = {}
        keys: dict[str, tuple[int, int]] = {}
        for event in _until(yaml.MappingEndEvent, events):
            key, place = self._key(event, events, depth + 1)
            value = self._node(next(events), events, depth + 1)
            if not isinstance(key, str):
                found, allowed = (
                    f"{kind_of(Node(*place, key, NO_KEYS))} as a key",
                    f"a name; {QUOTED} if it begins with {{ or [",
                )
                raise Refused(event.start_mark, found, "a name", allowed)
            if key in entries:
                self._repeated(key, place, keys[key][0])
                continue
            name = sys.intern(key)  # the same few names in every record
            entries[name], keys[name] = value, place
        return Node(line, column, entries, keys)

    def _key(
        self, event: yaml.Event, events: Iterator[yaml.Event], depth: int
    ) -> tuple[Value, tuple[int, int]]:
        """What stands as a key, and where: nearly always a text, for which no node is needed."""
        if isinstance(event, yaml.ScalarEvent) and not event.tag:
            self._allow(event, depth)
            return self._scalar(event), self._position(event.start_mark)
        node = self._node(event, events, depth)
        return node.value, (node.line, node.column)

    def _repeated(self, key: str, place: tuple[int, int], first: int) -> None:
        found = f"{quoted(key)} a second time"
        allowed = f"each key once (the first is on line {first})"
        self.problems.append(Problem(self.path, *place, found, "a key of its own", allowed))

    def _from_environment(self, node: Node) -> Node:
        """`!ENV NAME`, `!ENV [NAME, …, DEFAULT]`: the first variable set, else the default.

        Source: https://www.mkdocs.org/user-guide/configuration/#environment-variables
        """
        names = _texts(node)
        default = names.pop() if len(names) > 1 else ""
        values = (self.environment or {}).get
        value = next((v for name in names if (v := values(name)) is not None), default)
        return Node(node.line, node.column, value, NO_KEYS)

    def _position(self, mark: "Mark | None") -> tuple[int, int]:
        return (mark.line + self.first_line, mark.column + 1) if mark else (self.first_line, 1)


def _until(end: type[yaml.Event], events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
    for event in events:
        if isinstance(event, end):
            return
        yield event


def _texts(node: Node) -> list[str]:
    items = node.value if isinstance(node.value, tuple) else (node,)
    return [item.value for item in items if isinstance(item.value, str)]
