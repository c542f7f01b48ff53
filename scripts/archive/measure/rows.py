"""Owns reading the files of a judged collection line by line, and what may be wrong with a line."""

import gzip
import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BufferedIOBase
from pathlib import Path
from typing import Any, NamedTuple

from archive.problems import Problem, quoted

LONGEST_ID = 100
"""Bytes: longer names of pages do not fit into every file system."""

LONGEST_LINE = 20_000_000
"""Bytes of a line that are read at most."""


class Field(NamedTuple):
    """What each object of a file holds under a name: always a text."""

    name: str
    meaning: str
    needed: bool = True

    def wrong(self, value: dict[str, Any]) -> str:
        """What is found instead; empty where the field is right."""
        if not self.needed and value.get(self.name) is None:
            return ""
        if self.name not in value:
            return f"no {self.name}"
        held = value[self.name]
        right = isinstance(held, str) and _whole(held)
        if right and (self.name != "id" or 0 < len(held.encode()) <= LONGEST_ID):
            return ""
        return f"{self.name} {quoted(json.dumps(held))}"

    @property
    def allowed(self) -> str:
        """What may stand there."""
        return f"text of 1 to {LONGEST_ID} bytes" if self.name == "id" else "text"


@dataclass
class Rows:
    """A file being read: its lines, and what was wrong so far."""

    path: Path
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, line: int, column: int, found: str, wanted: str, allowed: str) -> None:
        """Note a problem."""
        self.problems.append(Problem(str(self.path), line, column, found, wanted, allowed))

    def lines(self) -> Iterator[tuple[int, str]]:
        """The lines that are text, with their numbers, without line ends."""
        number = 0
        packed = self.path.suffix == ".gz"
        try:
            with gzip.open(self.path) if packed else self.path.open("rb") as file:
                for number, raw in enumerate(_pieces(file), 1):
                    if (line := self._decoded(number, raw)) is not None:
                        yield number, line
        except (EOFError, zlib.error, OSError) as error:
            reason = (isinstance(error, OSError) and error.strerror) or str(error)
            self.wrong(number + 1, 1, quoted(reason), "a whole file", "text, or text in gzip")

    def _decoded(self, number: int, raw: bytes) -> str | None:
        if len(raw) > LONGEST_LINE:
            found, allowed = "a longer line", f"at most {LONGEST_LINE:,} bytes a line"
            self.wrong(number, 1, found, "a JSON object", allowed)
            return None
        try:
            return raw.decode().rstrip("\r\n")
        except UnicodeDecodeError as error:
            column = len(raw[: error.start].decode()) + 1
            self.wrong(number, column, f"the byte {raw[error.start]:02X}", "text", "UTF-8")
            return None

    def objects(self, fields: Sequence[Field]) -> Iterator[dict[str, Any]]:
        """The JSON objects of the file, one a line, whose fields are right and whose id is new."""
        return (value for _, _, value in self.numbered(fields))

    def numbered(self, fields: Sequence[Field]) -> Iterator[tuple[int, str, dict[str, Any]]]:
        """The same with the number of each line, and the line."""
        lines: dict[str, int] = {}
        for number, line in self.lines():
            value = self._parsed(number, line)
            if value is None or not self.fits(number, line, value, fields):
                continue
            if value["id"] in lines:
                found = f"{quoted(value['id'])}, the id of line {lines[value['id']]}"
                self.wrong(number, column_of(line, "id"), found, "another id", "each id once")
                continue
            lines[value["id"]] = number
            yield number, line, value

    def _parsed(self, number: int, line: str) -> dict[str, Any] | None:
        column = 1
        try:
            value = json.loads(line)
        except json.JSONDecodeError as error:
            value, column = None, error.colno
        except (RecursionError, ValueError):  # too deep, or a number with too many digits
            value = None
        if isinstance(value, dict):
            return value
        found = quoted(line[column - 1 :]) if line[column - 1 :] else "the end of the line"
        self.wrong(number, column, found, "a JSON object", "one a line, and no empty line")
        return None

    def fits(self, number: int, line: str, value: dict[str, Any], fields: Sequence[Field]) -> bool:
        """Whether the fields of a line's object are right; what is not is noted."""
        faults = [(one, found) for one in fields if (found := one.wrong(value))]
        for one, found in faults:
            self.wrong(number, column_of(line, one.name), found, one.meaning, one.allowed)
        return not faults


def _pieces(file: BufferedIOBase) -> Iterator[bytes]:
    """The lines of a file; of one that is too long only a beginning that is too long."""
    while raw := file.readline(LONGEST_LINE + 1):
        rest = raw
        while len(rest) > LONGEST_LINE and not rest.endswith(b"\n"):
            rest = file.readline(LONGEST_LINE + 1)
        yield raw


def _whole(text: str) -> bool:
    """Whether it can be written: JSON may hold half a pair of surrogates."""
    return not any("\ud800" <= sign <= "\udfff" for sign in text)


def column_of(line: str, name: str) -> int:
    """Where a field of a line's object begins, or 1."""
    return line.find(json.dumps(name)) + 1 or 1
