"""Owns what was taken in of documents, group by group, and picking some of the groups."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from archive.search.numbers import Ints, bounds
from archive.search.postings import TIMES, Postings

N = TypeVar("N", int, Ints)

_SPAN = 2
"""Bits of a span of at most three words."""


def given(place: N, span: N) -> N:
    """The place of a word, with how many from there on make a compound, as one number."""
    return place << _SPAN | span


@dataclass(frozen=True)
class Taken:
    """What was taken in of groups of documents in a row.

    `documents` counts those of each group, `words` has the words of all texts by their numbers,
    and `counts` how many of them each document has. `given` are the places where a compound has
    its form; `parts` has the words of each compound of a group, parted by blanks.
    """

    texts: Postings
    titles: Postings
    named: Postings
    words: Ints
    counts: Ints
    lengths: Ints
    title_lengths: Ints
    given: Ints
    documents: Ints
    parts: tuple[tuple[str, ...], ...]

    def picked(self, groups: Sequence[int]) -> "Taken":
        """The same of these groups only, none of them twice, in the order in which they come."""
        if [*groups] == [*range(len(self.documents))]:
            return self._in_order()
        ends = bounds(self.documents)
        words = bounds(self.counts)[ends]
        documents = _in_rows(ends, groups)
        number = np.full(len(self.counts), -1, np.int64)
        number[documents] = np.arange(len(documents))
        return Taken(
            _renumbered(self.texts, number),
            _renumbered(self.titles, number),
            _renumbered(self.named, number),
            np.concatenate([self.words[:0], *(self.words[some] for some in _runs(words, groups))]),
            self.counts[documents],
            self.lengths[documents],
            self.title_lengths[documents],
            self._given(words, groups),
            self.documents[list(groups)],
            tuple(self.parts[group] for group in groups),
        )

    def _in_order(self) -> "Taken":
        for one in (self.texts, self.titles, self.named):
            one.packed.sort()
        return self

    def _given(self, words: Ints, groups: Sequence[int]) -> Ints:
        found, before = [self.given[:0]], 0
        for some in _runs(words, groups):
            first, last = np.searchsorted(self.given, (some.start << _SPAN, some.stop << _SPAN))
            found.append(self.given[first:last] + (before - some.start << _SPAN))
            before += some.stop - some.start
        return np.concatenate(found)


def together(many: Sequence[Taken]) -> Taken:
    """What was taken in of groups that follow each other; they are to be `picked`.

    Until then the postings are in no order: to sort millions once is enough.
    """
    documents = bounds([len(one.counts) for one in many])[:-1]
    places = bounds([len(one.words) for one in many])[:-1]
    return Taken(
        _merged([one.texts for one in many], documents),
        _merged([one.titles for one in many], documents),
        _merged([one.named for one in many], documents),
        np.concatenate([one.words for one in many]),
        np.concatenate([one.counts for one in many]),
        np.concatenate([one.lengths for one in many]),
        np.concatenate([one.title_lengths for one in many]),
        np.concatenate([n.given + (at << _SPAN) for n, at in zip(many, places, strict=True)]),
        np.concatenate([one.documents for one in many]),
        tuple(parts for one in many for parts in one.parts),
    )


def _merged(many: Sequence[Postings], before: Ints) -> Postings:
    """The postings of parts, where so many documents come before each."""
    packed = np.concatenate([one.packed for one in many])
    ends = bounds([len(one.packed) for one in many])
    for begin, end, documents in zip(ends, ends[1:], before, strict=False):
        packed[begin:end] += documents << TIMES  # in place, as they are large
    return Postings(packed)


def _renumbered(one: Postings, number: Ints) -> Postings:
    """The postings of those documents that have a number (not -1)."""
    documents = one.documents
    now = number[documents]
    held = now >= 0
    packed = one.packed[held] + (now[held] - documents[held] << TIMES)
    packed.sort(kind="stable")  # it is quick where long rows are in order, as they are here
    return Postings(packed)


def _in_rows(ends: Ints, groups: Sequence[int]) -> Ints:
    rows = [np.arange(some.start, some.stop) for some in _runs(ends, groups)]
    return np.concatenate([np.arange(0), *rows])


def _runs(ends: Ints, groups: Sequence[int]) -> Iterator[slice]:
    """What groups hold that follow each other, as long as they do, given where each ends."""
    if groups:
        others = np.flatnonzero(np.diff(groups) != 1) + 1
        for begin, end in zip([0, *others], [*others, len(groups)], strict=True):
            yield slice(int(ends[groups[begin]]), int(ends[groups[end - 1] + 1]))
