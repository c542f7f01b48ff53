"""Owns what an earlier offline copy is still good for: what would be packed the same again."""

import zlib
from bisect import bisect_left
from collections.abc import Collection, Iterator
from io import BytesIO
from itertools import takewhile
from struct import unpack
from typing import BinaryIO

from archive.offline.bag import DATA, Bag
from archive.offline.directory import Directory
from archive.offline.edition import original
from archive.offline.manifest import NAME, path_of
from archive.offline.zipped import LONGEST_END, directory_at

_CHUNK = 2**18
_LENGTHS_AT, _LENGTHS = 26, 4
"""Of the name and of more, in what stands before a file."""


class Earlier:
    """A copy that the same program made of the same archive's site, in a state before.

    It is whole, and stays what it is. Its payload begins with the script that the site has not;
    the rest is in the order of the paths of the site.
    """

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file, self._name, self._top = file, name, f"{name}/{DATA}".encode()
        file.seek(-min(LONGEST_END, file.seek(0, 2)), 2)
        self._end, length = directory_at(file.read())
        file.seek(self._end)
        self._records = Directory(file.read(length))
        self._tags = sum(1 for _ in takewhile(self._is_tag, reversed(range(len(self._records)))))
        self._taken = 1

    def give(self, bag: Bag, path: str) -> None:
        """Give a bag what there is before a file of the site, but for what it has been given.

        What there is of the file itself is passed over.
        """
        begin, end = self._place(path), self._place(f"{path}\0")
        self._give(bag, begin)
        self._taken = end

    def give_rest(self, bag: Bag) -> None:
        """Give a bag all that it has not been given."""
        self._give(bag, self._behind)

    def held(self, gone: Collection[bytes]) -> Iterator[bytes]:
        """What its manifest says, but for files at these paths."""
        left = b""
        for chunk in self._manifest():
            *lines, left = BytesIO(left + chunk).readlines() or [b""]
            yield from (one for one in lines if path_of(one) not in gone)
        if left and path_of(left) not in gone:
            yield left

    @property
    def _behind(self) -> int:
        return len(self._records) - self._tags

    def _is_tag(self, number: int) -> bool:
        return not self._records.name(number).startswith(self._top)

    def _place(self, path: str) -> int:
        """The number of the first record of the payload that is of this file, or of one behind."""
        places = range(1, self._behind)
        return 1 + bisect_left(places, path, key=self._original)

    def _original(self, number: int) -> str:
        return original(self._records.name(number)[len(self._top) :].decode())

    def _give(self, bag: Bag, end: int) -> None:
        at = self._records[end].begin  # behind the payload there are tags
        bag.take(self._file, self._records, range(self._taken, end), at)

    def _manifest(self) -> Iterator[bytes]:
        """The text of its manifest."""
        name, records = f"{self._name}/{NAME}".encode(), self._records
        one = next(records[n] for n in range(self._behind, len(records)) if records.name(n) == name)
        self._file.seek(one.begin + _LENGTHS_AT)
        self._file.seek(sum(unpack("<2H", self._file.read(_LENGTHS))), 1)
        unpacking, left = zlib.decompressobj(-zlib.MAX_WBITS), one.packed
        while left:
            packed = self._file.read(min(_CHUNK, left))
            left -= len(packed)
            yield unpacking.decompress(packed)
