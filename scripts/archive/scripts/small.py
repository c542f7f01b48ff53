"""Owns writing a script's tokens with no more blanks than they need; only names are changed."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

NEVER_ENDS = re.compile(r"[,;(\[{.?:]|\.{3}|=>|[=!]?={1,2}|(?:&&|\|\||\?\?)=?|[-+*/]=")
"""No statement ends behind one of these, so a line break there means nothing."""
NEVER_BEGINS = re.compile(r"[,;)\]}.?:]|\?\.|=>|[=!]?={1,2}|(?:&&|\|\||\?\?)=?|[-+*]=")
"""No statement begins with one of these, so a line break before it means nothing.

Source of both: https://tc39.es/ecma262/#sec-automatic-semicolon-insertion
"""
RUN_TOGETHER = re.compile(r"[\w$#\\]{2}|\+\+|--|//|/\*|\d\.", re.ASCII)
"""Two characters that side by side would be read as one token, or as the start of a comment."""


@dataclass(frozen=True)
class Named:
    """Where in a token stands a name that may be called otherwise, in characters.

    It is a `key` too where it stands for a property and its value at once, as in `{ one }`.
    """

    start: int
    end: int
    key: bool


@dataclass(frozen=True)
class Token:
    """A token, and whether a line break stands before it. A template has several names, or none."""

    text: str
    on_new_line: bool
    names: tuple[Named, ...] = ()


def written(tokens: Iterable[Token], names: Mapping[str, str]) -> str:
    """The script that has exactly these tokens, but for names that are called otherwise."""
    pieces: list[str] = []
    before = ";"
    for token in tokens:
        text = _called(token, names)
        pieces += [_between(before, text, token.on_new_line), text]
        before = text
    return "".join(pieces)


def _called(token: Token, names: Mapping[str, str]) -> str:
    text = token.text
    for one in reversed(token.names):
        name = text[one.start : one.end]
        short = names.get(name, name)
        whole = f"{name}:{short}" if one.key and short != name else short
        text = text[: one.start] + whole + text[one.end :]
    return text


def _between(before: str, text: str, on_new_line: bool) -> str:
    if on_new_line and not (NEVER_ENDS.fullmatch(before) or NEVER_BEGINS.fullmatch(text)):
        return "\n"
    edge = before[-1] + text[0]
    return " " if RUN_TOGETHER.fullmatch(edge) or not edge.isascii() else ""
