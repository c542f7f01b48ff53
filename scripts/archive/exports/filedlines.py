"""Owns lines of JSON in a file: read some at a time, or those of one record at once."""

import re
from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path
from sys import intern
from typing import Any, Self

from pydantic_core import from_json

AT_ONCE = 2**20
"""Bytes of lines that are in memory together, beside the rest of the last line."""

_OF_ONE = re.compile(rb'\{"id":"([a-z0-9-]+)[^\n]*\n(?:\{"id":"\1(?![a-z0-9-])[^\n]*\n)*')
"""Lines one after the other whose ids begin with that of the same record."""


def chunks(file: Path) -> Iterator[bytes]:
    """The lines of a file, each whole, some at a time."""
    with file.open("rb") as opened:
        while chunk := opened.read(AT_ONCE):
            yield chunk + opened.readline()


def values(lines: bytes) -> list[dict[str, Any]]:
    """What stands in some lines."""
    rows: list[dict[str, Any]] = from_json(b"[%b]" % lines.rstrip(b"\n").replace(b"\n", b","))
    return rows


class Owned:
    """A file in which the lines of each owner stand together; it is open until it is closed."""

    def __init__(self, path: Path) -> None:
        self.path, self._opened = path, path.open("rb")
        self._numbers: dict[str, int] = {}
        self._begins, self._last = array("Q", [0]), ""

    @classmethod
    def found(cls, path: Path) -> Self:
        """A file that is there; the lines of a record, whose ids begin with its own, are its."""
        owned = cls(path)
        for chunk in chunks(path):
            for some in _OF_ONE.finditer(chunk):
                owned._add(some[1].decode(), some.end() - some.start())
        return owned

    @classmethod
    def written(cls, path: Path, lines: Iterable[tuple[str, bytes]]) -> Self:
        """A file of these lines, each under its owner."""
        with path.open("wb") as opened:
            owned = cls(path)
            for owner, some in lines:
                opened.write(some)
                owned._add(owner, len(some))
        return owned

    def _add(self, owner: str, length: int) -> None:
        """Have more lines at the end; some of one owner may be told of before the others."""
        end = self._begins[-1] + length
        if owner == self._last and self._numbers:
            self._begins[-1] = end
        else:
            self._numbers[intern(owner)] = len(self._begins) - 1
            self._begins.append(end)
            self._last = owner

    def __iter__(self) -> Iterator[str]:
        """The owners, in the order of their lines."""
        return iter(self._numbers)

    def of(self, owner: str) -> bytes:
        """The lines of an owner; none of who has none."""
        if (number := self._numbers.get(owner)) is None:
            return b""
        return self.between(self._begins[number], self._begins[number + 1])

    def between(self, begin: int, end: int) -> bytes:
        """What stands there between two places."""
        self._opened.seek(begin)
        return self._opened.read(end - begin)

    def close(self) -> None:
        """Nobody asks for lines any more; not every system moves a file that is open."""
        self._opened.close()
