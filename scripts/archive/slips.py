"""Owns telling in plain words what is wrong with a line that YAML cannot read."""

import re
from dataclasses import dataclass

QUOTED = "the whole value in quotation marks"
ALLOWED = "keys with a colon and a space, values as plain or quoted text, lists with a dash"

_LINE = re.compile(r"(?P<before>\s*(?:- +)*(?:[\w-]+ *: +)?)(?P<value>.*)")
_OPENERS = {'"': '"', "'": "'", "[": "]", "{": "}"}
_AFTER = re.compile("expected (?:key|'-')")
_SIGNS = "@`%*&!|>?,]}-"


@dataclass(frozen=True)
class Slip:
    """What was found in a line, from which column (counted from 1), and what would do instead."""

    column: int
    found: str
    allowed: str


def slip(line: str, column: int, complaint: str) -> Slip:
    """The slip that made YAML complain about a line at a column, as far as it can be told."""
    match = _LINE.match(line)
    assert match is not None  # every part of the pattern may be empty
    return (
        _tab(line, column)
        or _sign(match["value"], match.end("before") + 1)
        or _colon(line, match["value"], column, complaint)
        or _after_closing(match["value"], column, complaint)
        or _by_complaint(column, complaint)
    )


def not_closed(sign: str, column: int) -> Slip:
    """The slip of a quotation mark or bracket that is opened and never closed."""
    if sign in "[{":
        found = f"a {sign} that is not closed"
        return Slip(column, found, f"{_OPENERS[sign]} at the end of the list; or {QUOTED}")
    return Slip(column, f"a {sign} that is not closed", f"{sign} at the end too; or {QUOTED}")


def _tab(line: str, column: int) -> Slip | None:
    blank = len(line) - len(line.lstrip())
    at = line.find("\t", 0, max(blank, column))
    return Slip(at + 1, "a tab", "spaces in its place") if at >= 0 else None


def _sign(value: str, column: int) -> Slip | None:
    if value.startswith("- "):
        return Slip(column, "a list on the line of its key", "each item on a line of its own")
    if not value or value[0] not in _SIGNS:
        return None
    return Slip(column, f"a value that begins with {value[0]}", QUOTED)


def _colon(line: str, value: str, column: int, complaint: str) -> Slip | None:
    if "could not find expected ':'" in complaint:
        found = "a line without a colon and a space after it"
        return Slip(len(line) - len(line.lstrip()) + 1, found, "NAME: VALUE; or - VALUE in a list")
    if "mapping values" not in complaint:
        return None
    if re.match(r"[\w-]+ *:(?: |$)", line.strip()) and not re.search(":(?: |$)", value):
        return Slip(column, "a line that is indented more than the one above it", "the same depth")
    return Slip(column, "a colon and a space within a value", QUOTED)


def _after_closing(value: str, column: int, complaint: str) -> Slip | None:
    if not _AFTER.search(complaint) or value[:1] not in _OPENERS:
        return None
    found = f"more words after the closing {_OPENERS[value[0]]}"
    return Slip(column, found, f"{QUOTED}; a quotation mark within it of the other kind")


def _by_complaint(column: int, complaint: str) -> Slip:
    if "escape" in complaint or "hexdecimal" in complaint:
        found = "a backslash in double quotation marks"
        return Slip(column, found, "the value in single quotation marks")
    if "document start" in complaint:
        found, allowed = "fields in several parts", "no line that begins with %, ... or ---"
        return Slip(column, found, allowed)
    if "did not find expected" in complaint:
        return Slip(column, "a line that does not fit those above it", f"the same depth; {ALLOWED}")
    return Slip(column, f"what YAML cannot read ({complaint})", ALLOWED)
