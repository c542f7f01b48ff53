"""Owns reading YAML as text with positions: no value is guessed, no repeated key wins silently."""

import re
from collections.abc import Mapping

import yaml

from archive.builder import Builder, Refused
from archive.nodes import Node
from archive.problems import Problem
from archive.slips import not_closed, slip


def read_yaml(
    path: str, text: str, first_line: int = 1, environment: Mapping[str, str] | None = None
) -> tuple[Node | None, list[Problem]]:
    """The mapping that `text` holds, and every repeated key; None where it cannot be read at all.

    `first_line` is the line of the file on which `text` begins. With an `environment`, the
    tag `!ENV` of MkDocs takes its value from there: it belongs to a configuration, not to a record.
    """
    if strange := UNREADABLE.search(text):
        return None, [_unreadable(path, text, first_line, strange)]
    builder = Builder(path, text, first_line, environment)
    try:
        node = builder.document(yaml.parse(text, Loader=_LOADER))
    except Refused as error:
        return None, [builder.problem(error.mark, error.found, error.wanted, error.allowed)]
    except yaml.MarkedYAMLError as error:
        return None, [_slipped(path, text.split("\n"), first_line, error)]
    return node, builder.problems


_OPEN = re.compile("quoted scalar, found unexpected|flow .*expected ',' or")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
UNREADABLE = re.compile(
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


def _slipped(path: str, lines: list[str], first_line: int, error: yaml.MarkedYAMLError) -> Problem:
    """The problem of a line that YAML cannot read, at the place where its cause stands."""
    mark, begun = error.problem_mark or error.context_mark, error.context_mark
    complaint = f"{error.context or ''}, {error.problem or ''}"
    assert mark is not None  # libyaml marks every error of its scanner and parser
    open_end = _OPEN.search(complaint)
    if begun and (open_end or "expected ':'" in complaint):
        mark = begun
    number = min(mark.line, len(lines) - 1)
    line, column = lines[number], min(mark.column, len(lines[number])) + 1
    slipped = not_closed(line[column - 1], column) if open_end else slip(line, column, complaint)
    place = (number + first_line, slipped.column)
    return Problem(path, *place, slipped.found, "fields in YAML", slipped.allowed)
