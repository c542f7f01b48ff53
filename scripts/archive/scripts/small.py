"""Owns writing a script's tokens with no more blanks than they need; no token is changed."""

import re
from collections.abc import Iterable
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
class Token:
    """A token, and whether a line break stands before it."""

    text: str
    on_new_line: bool


def written(tokens: Iterable[Token]) -> str:
    """The script that has exactly these tokens."""
    pieces: list[str] = []
    before = ";"
    for token in tokens:
        pieces += [_between(before, token), token.text]
        before = token.text
    return "".join(pieces)


def _between(before: str, token: Token) -> str:
    if token.on_new_line and not (
        NEVER_ENDS.fullmatch(before) or NEVER_BEGINS.fullmatch(token.text)
    ):
        return "\n"
    edge = before[-1] + token.text[0]
    return " " if RUN_TOGETHER.fullmatch(edge) or not edge.isascii() else ""
