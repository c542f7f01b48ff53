"""Owns the directory of a zip file as the bytes that it is, and its records in another place."""

from array import array
from collections.abc import Iterator
from struct import Struct, unpack

from archive.offline.zipped import LIMIT, WIDE, Zipped, record

_LENGTHS, _NUMBERS, _BEGIN = Struct("<28x3H"), Struct("<16x3L3H8xL"), Struct("<L")
_LENGTH = Struct("<24xL")
_BEGIN_AT, _NAME_AT = 42, 46


class Directory:
    """The records of a directory (see `zipped`), by their numbers; none is a thing of its own."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._starts = array("Q", _starts(content))

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, number: int) -> Zipped:
        at = self._starts[number]
        crc, packed, size, name, more, _, begin = _NUMBERS.unpack_from(self._content, at)
        rest = at + _NAME_AT + name
        if more:
            wide = unpack(f"<4x{more // 8}Q", self._content[rest : rest + more])
            size, packed = wide[:2] if size == WIDE else (size, packed)
            begin = wide[-1] if begin == WIDE else begin
        return Zipped(self._content[at + _NAME_AT : rest], crc, packed, size, begin)

    def name(self, number: int) -> bytes:
        """The name of a file."""
        at = self._starts[number]
        [length, _, _] = _LENGTHS.unpack_from(self._content, at)
        return self._content[at + _NAME_AT : at + _NAME_AT + length]

    def octets(self, run: range) -> int:
        """The bytes of a run of files when they are unpacked."""
        starts = self._starts[run.start : run.stop]
        sizes = [_LENGTH.unpack_from(self._content, at)[0] for at in starts]
        return sum(sizes) if WIDE not in sizes else sum(self[number].size for number in run)

    def moved(self, begin: int, end: int, by: int) -> bytes:
        """The records from one to before another, of files that stand so many bytes further on."""
        first = self._starts[begin]
        moved = bytearray(self._content[first : self._starts[end]])
        for at in self._starts[begin:end] if by else ():
            place = at - first + _BEGIN_AT
            [before] = _BEGIN.unpack_from(moved, place)
            if before == WIDE or before + by > LIMIT:
                return b"".join(self._anew(begin, end, by))
            _BEGIN.pack_into(moved, place, before + by)
        return bytes(moved)

    def _anew(self, begin: int, end: int, by: int) -> Iterator[bytes]:
        for number in range(begin, end):
            one = self[number]
            yield record(one._replace(begin=one.begin + by))


def _starts(content: bytes) -> Iterator[int]:
    """Where each record begins, and where the last one ends."""
    at = 0
    while at < len(content):
        yield at
        at += _NAME_AT + sum(_LENGTHS.unpack_from(content, at))
    yield at
