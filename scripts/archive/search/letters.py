"""Owns writing a long row of few different letters with fewer: frequent pairs get a letter each.

A host's `gzip` makes such a row a fifth longer than its letters tell: it finds many short repeats,
which cost more than the letters would. The more different letters, the fewer repeats.
"""

from collections import Counter
from itertools import pairwise

_SIGNS = [chr(code) for code in range(ord("#"), 127) if code != ord("\\")]
"""What is one byte, and itself in JSON."""

_LEAST = 100
"""A pair that is rarer saves less than naming it costs."""


def paired(letters: str) -> tuple[str, list[str]]:
    """The row in fewer letters, and the pairs: each the new letter and the two it stands for.

    A pair can have letters of pairs before it; so they are to be put back from the last to the
    first.
    """
    pairs: list[str] = []
    for sign in sorted(set(_SIGNS) - set(letters)):
        most = Counter(map("".join, pairwise(letters))).most_common(1)
        if not most or most[0][1] < _LEAST:
            break
        pair = most[0][0]
        letters = letters.replace(pair, sign)
        pairs.append(sign + pair)
    return letters, pairs
