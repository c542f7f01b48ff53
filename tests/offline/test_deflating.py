"""Owns showing that pieces deflated by themselves are one stream, the same on any computer."""

import os
import zlib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive import cores
from archive.offline.deflating import PIECE, deflated

LINES = b"".join(b"%d The Mayor replied to motion %d.\n" % (n, n * 7) for n in range(9_000))


def inflated(stream: bytes) -> bytes:
    """What a stream holds, which must be at its end."""
    unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
    content = unpacking.decompress(stream)
    assert unpacking.eof
    assert not unpacking.unused_data
    return content


@given(st.lists(st.binary(max_size=100)))
def test_pieces_become_one_stream(pieces: list[bytes]) -> None:
    assert inflated(b"".join(deflated(pieces))) == b"".join(pieces)


def test_what_is_one_piece_is_deflated_as_anybody_would() -> None:
    packing = zlib.compressobj(3, zlib.DEFLATED, -zlib.MAX_WBITS)
    assert [*deflated([LINES])] == [packing.compress(LINES) + packing.flush()]


def test_a_piece_needs_none_of_those_before_it() -> None:
    one, two, three, end = deflated([LINES, LINES[::-1], LINES])
    assert one == three
    assert zlib.decompressobj(-zlib.MAX_WBITS).decompress(two) == LINES[::-1]
    assert inflated(end) == b""


def test_the_same_pieces_are_the_same_bytes_on_any_number_of_cores(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pieces = [LINES, os.urandom(9_000), b"", LINES[:99], b"x" * 9_000, LINES[99:]]
    found = set()
    for number in (1, 2, 9):
        monkeypatch.setattr(cores, "number", lambda number=number: number)
        found.add(b"".join(deflated(pieces)))
    assert len(found) == 1


def test_few_pieces_are_in_memory_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cores, "number", lambda: 3)
    read = 0

    def pieces() -> Iterator[bytes]:
        nonlocal read
        for read in range(1, 101):  # noqa: B007 (it is what is counted)
            yield b"x"

    for number, _ in enumerate(deflated(pieces())):
        assert read <= number + 4


def test_pieces_that_cannot_be_read_are_told_of() -> None:
    def pieces() -> Iterator[bytes]:
        yield from [LINES] * 3
        raise OSError("Input/output error")

    with pytest.raises(OSError, match="Input/output"):
        list(deflated(pieces()))


def test_pieces_cost_few_bytes() -> None:
    whole = (LINES * 40)[: 8 * PIECE]
    pieces = [whole[at : at + PIECE] for at in range(0, len(whole), PIECE)]
    assert len(b"".join(deflated(pieces))) < 1.01 * len(b"".join(deflated([whole])))
