"""Owns arrays of whole numbers: where their values begin and end, and sums between such places."""

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Ints: TypeAlias = NDArray[Any]
"""Whole numbers of any size; they are written wider than needed where that costs little memory."""

Bools: TypeAlias = NDArray[np.bool_]


def begins(ascending: Ints) -> Ints:
    """The places in an ascending array where a number is another than before, the first too."""
    other = np.ones(len(ascending), bool)
    other[1:] = ascending[1:] != ascending[:-1]
    return np.flatnonzero(other)


def summed(values: Ints, first: Ints) -> Ints:
    """The sums of values, each from one of the places until before the next."""
    return np.add.reduceat(values, first) if len(first) else values


def bounds(counts: Ints | Sequence[int]) -> Ints:
    """Where those begin of which there are so many each; behind them, where the last end."""
    return np.append(0, np.cumsum(counts, dtype=np.int64))
