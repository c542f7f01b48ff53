"""Owns telling apart: which pairs of words other documents have than those of the build before."""

from collections.abc import Sequence

import numpy as np

from archive.search.numbers import Ints, bounds
from archive.search.pairs import pairs_apart
from archive.search.taken import Taken

_MOST_OTHERS = 0.2
"""The share of documents that are others from which on all pairs are made anew."""


def others(both: Taken, old: int, groups: Sequence[int]) -> Ints | None:
    """The pairs of words (pairs.py) that other documents have in these groups than in the first.

    So many `old` groups were there before. None where most documents are others.
    """
    ends = bounds(both.documents)
    begins = dict(zip(groups, bounds(both.documents[[*groups]]).tolist(), strict=False))
    stay = {group for group in groups if group < old and begins[group] == ends[group]}
    gone = {group: int(ends[group]) for group in range(old) if group not in stay}
    come = {group: begin for group, begin in begins.items() if group not in stay}
    if both.documents[[*gone, *come]].sum() > len(both.counts) * _MOST_OTHERS:
        return None
    return pairs_apart(_words(both, ends, gone), _words(both, ends, come))


def _words(both: Taken, ends: Ints, begins: dict[int, int]) -> tuple[Ints, Ints]:
    """The words of groups, each with the number of its document where a group so begins."""
    words, places = [both.words[:0]], [np.zeros(0, np.int64)]
    starts = bounds(both.counts)[ends]
    for group, begin in begins.items():
        counts = both.counts[ends[group] : ends[group + 1]]
        words.append(both.words[starts[group] : starts[group + 1]])
        places.append(np.repeat(np.arange(begin, begin + len(counts)), counts))
    return np.concatenate(words).astype(np.int64), np.concatenate(places)
