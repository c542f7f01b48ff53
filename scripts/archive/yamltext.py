"""Owns reading YAML as text with positions: no value is guessed, no repeated key wins silently."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import yaml

from archive.problems import Problem, quoted
from archive.slips import ALLOWED, QUOTED, Slip, not_closed, slip

if TYPE_CHECKING:
    from yaml._yaml import Mark as CMark

    Mark: TypeAlias = yaml.Mark | CMark

DEEPEST = 12
"""Levels of nesting: records need five; more is a mistake or an attack on the reader."""

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

    def __init__(self, mark: "Mark | None", found: str, wanted: str, allowed: str) -> None:
        self.mark, self.found, self.wanted, self.allowed = mark, found, wanted, allowed


def read_yaml(
    path: str, text: str, first_line: int = 1, environment: Mapping[str, str] | None = None
) -> tuple[Node | None, list[Problem]]:
    """The mapping that `text` holds, and every repeated key; None where it cannot be read at all.

    `first_line` is the line of the file on which `text` begins. With an `environment`, tags pass,
    and MkDocs' `!ENV` takes its value from there: they belong to a configuration, not to a record.
    """
    if strange := _UNREADABLE.search(text):
        return None, [_unreadable(path, text, first_line, strange)]
    builder = _Builder(path, text, first_line, environment)
    try:
        node = builder.document(yaml.parse(text, Loader=_LOADER))
    except _Refused as error:
        return None, [builder.problem(error.mark, error.found, error.wanted, error.allowed)]
    except yaml.MarkedYAMLError as error:
        return None, [builder.slipped(error)]
    return node, builder.problems


_COMMENT = re.compile(r"\s+#")
_OPEN = re.compile("quoted scalar, found unexpected|flow .*expected ',' or|plain scalar in flow")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNREADABLE = re.compile(
    "[^\\t\\n -~\\xa0-\\u2027\\u202a-\\ud7ff\\ue000-\\ufefe\\uff00-\\ufffd\\U00010000-\\U0010ffff]"
)
"""What YAML does not read, and what it alone takes for the end of a line (U+0085, U+2028, U+2029).

Source: https://yaml.org/spec/1.1/#id868524 (YAML 1.1, 4.1 and 4.2)
"""


def _unreadable(path: str, text: str, first_line: int, strange: "re.Match[str]") -> Problem:
    before = text[: strange.start()]
    line, column = first_line + before.count("\n"), len(before) - before.rfind("\n")
    found = f"the character U+{ord(strange[0]):04X}"
    return Problem(path, line, column, found, "text", "letters, digits, signs and spaces")


class _Builder:
    """Builds nodes from YAML events; aliases, tags and depth are refused before they cost."""

    def __init__(
        self, path: str, text: str, first_line: int, environment: Mapping[str, str] | None
    ) -> None:
        self.path, self.first_line, self.environment = path, first_line, environment
        self.lines = text.split("\n")
        self.problems: list[Problem] = []

    def problem(self, mark: "Mark | None", found: str, wanted: str, allowed: str) -> Problem:
        line, column = self._position(mark)
        return Problem(self.path, line, column, found, wanted, allowed)

    def slipped(self, error: yaml.MarkedYAMLError) -> Problem:
        """The problem of a line that YAML cannot read, at the place where its cause stands."""
        mark, begun = error.problem_mark or error.context_mark, error.context_mark
        complaint = f"{error.context or ''}, {error.problem or ''}"
        assert mark is not None  # libyaml marks every error of its scanner and parser
        if begun and _OPEN.search(complaint):
            mark = begun
            slipped = not_closed(self.lines[mark.line][mark.column], mark.column + 1)
        else:
            mark = begun if begun and "expected ':'" in complaint else mark
            slipped = self._slip(mark, complaint)
        line = mark.line + self.first_line
        return Problem(self.path, line, slipped.column, slipped.found, "YAML", slipped.allowed)

    def _slip(self, mark: "Mark", complaint: str) -> Slip:
        return slip(self.lines[mark.line], mark.column + 1, complaint)

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
        self.problems.append(self.problem(None, _kind(node), "fields, one a line", allowed))
        return None

    def _only(self, node: Node, events: Iterator[yaml.Event]) -> Node:
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                found, allowed = "a second YAML document", "no line --- or ... among the fields"
                raise _Refused(event.start_mark, found, "one", allowed)
        return node

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        self._allow(event, depth)
        line, column = self._position(event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            node = Node(line, column, self._scalar(event), {})
        elif isinstance(event, yaml.SequenceStartEvent):
            inner = _until(yaml.SequenceEndEvent, events)
            items = tuple(self._node(item, events, depth + 1) for item in inner)
            node = Node(line, column, items, {})
        else:
            node = self._mapping(line, column, events, depth)
        return self._from_environment(node) if getattr(event, "tag", None) == "!ENV" else node

    def _allow(self, event: yaml.Event, depth: int) -> None:
        """Refuses anchors, aliases, tags (but in a configuration) and too many levels."""
        mark = event.start_mark
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Refused(mark, "a value that begins with & or *", "text", QUOTED)
        if getattr(event, "tag", None) and self.environment is None:
            raise _Refused(mark, "a value that begins with !", "text", QUOTED)
        if depth > DEEPEST:
            allowed = f"at most {DEEPEST} levels"
            raise _Refused(mark, f"more than {DEEPEST} levels", "fewer levels", allowed)

    def _scalar(self, event: yaml.ScalarEvent) -> str:
        """The text as typed; in a record, a problem where YAML would take a part for a comment."""
        end = event.end_mark
        rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        if event.style or self.environment is not None or not _COMMENT.match(rest):
            return str(event.value)
        found = "a # after a value, which hides what follows"
        column = end.column + rest.index("#") + 1
        allowed = f"{QUOTED}; or the comment on a line of its own"
        self.problems.append(
            Problem(self.path, end.line + self.first_line, column, found, "the value alone", allowed)
        )
        return f"{event.value}{rest}".strip()

    def _mapping(self, line: int, column: int, events: Iterator[yaml.Event], depth: int) -> Node:
        entries: dict[str, Node] = {}
        keys: dict[str, tuple[int, int]] = {}
        for event in _until(yaml.MappingEndEvent, events):
            key = self._node(event, events, depth + 1)
            value = self._node(next(events), events, depth + 1)
            if not isinstance(key.value, str):
                found, allowed = f"{_kind(key)} as a key", f"a name; {QUOTED} if it begins with {{"
                raise _Refused(event.start_mark, found, "a name", allowed)
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
        """`!ENV NAME`, `!ENV [NAME, …, DEFAULT]`: the first variable set, else the default.

        Source: https://www.mkdocs.org/user-guide/configuration/#environment-variables
        """
        names = _texts(node)
        default = names.pop() if len(names) > 1 else ""
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


def _texts(node: Node) -> list[str]:
    items = node.value if isinstance(node.value, tuple) else (node,)
    return [item.value for item in items if isinstance(item.value, str)]


def _kind(node: Node) -> str:
    if isinstance(node.value, str):
        return f"the text {quoted(node.value)}" if node.value else "nothing"
    return "a list" if isinstance(node.value, tuple) else "a group of fields"
