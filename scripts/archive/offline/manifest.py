"""Owns the list of files with their digests, as BagIt (RFC 8493) and `sha256sum` have it.

Of a large site it is never in memory: it is lines that come and go in the order of their paths.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import BinaryIO

NAME = "manifest-sha256.txt"
OPEN = "0" * 64
"""In the place of a digest that is not known yet."""
_PATH = slice(66, -1)
LINES = 10_000
"""About as many bytes as a piece of what is large (deflating.py)."""


def line(path: str, digest: str) -> bytes:
    """What is said of a file with this digest."""
    return f"{digest}  {path}\n".encode()


def path_of(said: bytes) -> bytes:
    """The path of the file of which something is said."""
    return said[_PATH]


def merged(lines: Iterable[bytes], more: Iterable[bytes]) -> Iterator[bytes]:
    """Two lists as one, each in the order of its paths."""
    others = iter(more)
    other = next(others, None)
    for one in lines:
        while other is not None and other[_PATH] < one[_PATH]:
            yield other
            other = next(others, None)
        yield one
    if other is not None:
        yield other
        yield from others


def changes(old: Iterable[bytes], new: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """The paths of which two lists do not say the same, and whether the new one has them."""
    before = iter(old)
    was = next(before, None)
    for said in new:
        if said != was:
            while was is not None and was[_PATH] < said[_PATH]:
                yield was[_PATH], False
                was = next(before, None)
            if was == said:
                was = next(before, None)
                continue
            yield said[_PATH], True
            if was is None or was[_PATH] != said[_PATH]:
                continue
        was = next(before, None)
    while was is not None:
        yield was[_PATH], False
        was = next(before, None)


def in_pieces(lines: Iterable[bytes]) -> Iterator[bytes]:
    """The text of a list, piece by piece."""
    left = iter(lines)
    while piece := b"".join(islice(left, LINES)):
        yield piece


class Noted:
    """Lines in the order of their paths, though a few may come late; most of them are in a file."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._last, self._late, self.count = file, b"", list[bytes](), 0

    def add(self, lines: Iterable[bytes], *, late: bool = False) -> None:
        """Lines more; those that are late must wait."""
        for one in lines:
            self.count += 1
            if late or one[_PATH] < self._last:
                self._late.append(one)
            else:
                self._last = one[_PATH]
                self._file.write(one)

    def __iter__(self) -> Iterator[bytes]:
        self._file.seek(0)
        return merged(self._file, sorted(self._late, key=path_of))
