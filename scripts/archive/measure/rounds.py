"""Owns how many round trips a reader waits for, one after the other."""

from collections.abc import Iterable
from typing import NamedTuple


class Fetched(NamedTuple):
    """A file that a page asked for: when, and when the answer was there; any unit, any zero."""

    start: float
    end: float


def rounds(fetched: Iterable[Fetched]) -> int:
    """The length of the longest chain of fetches, each begun after the one before had ended.

    A fetch is one deeper than the deepest that had ended when it was asked for. Right where every
    answer takes as long as the next, and much longer than anything that the page does between;
    and where `start` is when the page asked, whether or not a connection was free then.
    """
    depths: list[tuple[Fetched, int]] = []
    for one in sorted(fetched):
        before = (depth for other, depth in depths if other.end <= one.start)
        depths.append((one, 1 + max(before, default=0)))
    return max((depth for _, depth in depths), default=0)
