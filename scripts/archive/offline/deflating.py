"""Owns deflating: pieces of a file, each by itself and several at once, as one stream.

Source: RFC 1951. A piece that leads nowhere back into another, and is flushed to a whole byte, can
stand beside others; an empty block that is called the last ends them all. The same pieces give the
same bytes, however many cores there are.
"""

import zlib
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain

from archive import cores

PIECE = 2**20
"""Bytes of a piece of what is large: so many lose a hundredth of what one alone would save."""
_LEVEL = 3
"""This level has half the work of the usual one, for a twelfth more bytes."""


def deflated(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """What comes of pieces; what is only one is deflated to its end."""
    rest = iter(pieces)
    first, second = next(rest, b""), next(rest, None)
    if second is None:
        yield _deflated(first, zlib.Z_FINISH)
        return
    yield from _at_once(chain((first, second), rest))
    yield _deflated(b"", zlib.Z_FINISH)


def _at_once(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Several are under way: threads will do, as none holds the others up while it deflates."""
    waiting = deque[Future[bytes]]()
    with ThreadPoolExecutor(cores.number()) as pool:
        for piece in pieces:
            waiting.append(pool.submit(_deflated, piece, zlib.Z_FULL_FLUSH))
            if len(waiting) > cores.number():
                yield waiting.popleft().result()
        yield from (one.result() for one in waiting)


def _deflated(piece: bytes, end: int) -> bytes:
    packing = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packing.compress(piece) + packing.flush(end)
