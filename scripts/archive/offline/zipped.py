"""Owns the bytes of a zip file: its entries, their records in its directory, and what ends it.

Source: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT. What it leaves open is as
Python's `zipfile` has it, of which an object for each of a million files would be too many.
"""

import zlib
from collections.abc import Callable, Iterable, Iterator
from struct import Struct, pack
from typing import NamedTuple

from archive.offline.deflating import deflated

LIMIT = 2**31 - 1
"""Bytes; of a larger file, and of one behind more than these, numbers are in 64 bits."""
MOST_ENTRIES = 2**16 - 1
"""Of more than these the number is in 64 bits."""
WIDE = 2**32 - 1
"""Stands for a number that is in 64 bits elsewhere."""
_LOCAL, _RECORD = Struct("<4s2B4HL2L2H"), Struct("<4s4B4HL2L5H2L")
_END, _WIDE_END, _LOCATOR = Struct("<4s4H2LH"), Struct("<4sQ2H2L4Q"), Struct("<4sLQL")
_SIGNS = b"PK\3\4", b"PK\1\2", b"PK\5\6", b"PK\6\6", b"PK\6\7"
_DEFLATED = 8
_UNIX, _READABLE = 3, 0o644 << 16
_FIRST_DAY = 1 << 5 | 1
"""The earliest day that a zip file can say: it stands for none."""
_VERSION, _WIDE_VERSION = 20, 45
_NOT_ASCII = 0x800


class Zipped(NamedTuple):
    """What a record of the directory says of a file: its name, CRC, lengths and beginning."""

    name: bytes
    crc: int
    packed: int
    size: int
    begin: int = 0


def zipped(name: str, pieces: Iterable[bytes], put: Callable[[bytes], object]) -> Zipped:
    """Pack a file of these pieces, and `put` what comes of it bit by bit; what is said of it."""
    crc, size, length = 0, 0, 0

    def counted() -> Iterator[bytes]:
        nonlocal crc, size
        for piece in pieces:
            crc, size = zlib.crc32(piece, crc), size + len(piece)
            yield piece

    for packed in deflated(counted()):
        put(packed)
        length += len(packed)
    return Zipped(name.encode(), crc, length, size)


def head(one: Zipped) -> bytes:
    """What stands before a file."""
    lengths, more = (one.packed, one.size), b""
    if large := _may_be_large(one):
        lengths, more = (WIDE, WIDE), pack("<2H2Q", 1, 16, one.size, one.packed)
    version = _WIDE_VERSION if large else _VERSION
    numbers = (version, 0, _flags(one), _DEFLATED, 0, _FIRST_DAY, one.crc, *lengths)
    return _LOCAL.pack(_SIGNS[0], *numbers, len(one.name), len(more)) + one.name + more


def record(one: Zipped) -> bytes:
    """What stands in the directory of a file."""
    large, far = max(one.size, one.packed) > LIMIT, one.begin > LIMIT
    wide = [*([one.size, one.packed] if large else []), *([one.begin] if far else [])]
    more = pack(f"<2H{len(wide)}Q", 1, 8 * len(wide), *wide) if wide else b""
    version = _WIDE_VERSION if wide or _may_be_large(one) else _VERSION
    lengths = (WIDE, WIDE) if large else (one.packed, one.size)
    numbers = (version, _UNIX, version, 0, _flags(one), _DEFLATED, 0, _FIRST_DAY, one.crc, *lengths)
    rest = (len(one.name), len(more), 0, 0, 0, _READABLE, WIDE if far else one.begin)
    return _RECORD.pack(_SIGNS[1], *numbers, *rest) + one.name + more


def ending(count: int, begin: int, length: int) -> bytes:
    """What ends a zip file whose directory has so many records, begins there and is so long."""
    if count <= MOST_ENTRIES and max(begin, length) <= LIMIT:
        return _END.pack(_SIGNS[2], 0, 0, count, count, length, begin, 0)
    wide = _WIDE_END.pack(_SIGNS[3], 44, 45, 45, 0, 0, count, count, length, begin)
    locator = _LOCATOR.pack(_SIGNS[4], 0, begin + length, 1)
    few, short, near = min(count, MOST_ENTRIES), min(length, WIDE), min(begin, WIDE)
    return wide + locator + _END.pack(_SIGNS[2], 0, 0, few, few, short, near, 0)


LONGEST_END = _WIDE_END.size + _LOCATOR.size + _END.size


def directory_at(end: bytes) -> tuple[int, int]:
    """Where the directory of a zip file begins that has this end, and how long it is."""
    *_, length, begin, _ = _END.unpack(end[-_END.size :])
    if len(end) == LONGEST_END and end.startswith(_SIGNS[3]):
        *_, length, begin = _WIDE_END.unpack_from(end)
    return begin, length


def _may_be_large(one: Zipped) -> bool:
    """Whether the numbers of a file might have outgrown their places when it was packed."""
    return one.size * 1.05 > LIMIT


def _flags(one: Zipped) -> int:
    return 0 if one.name.isascii() else _NOT_ASCII
