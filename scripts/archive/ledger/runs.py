"""Owns runs of eight words: which of them several records have, and where."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from archive.ledger.concordance import Concordance, Numbers

LEAST = 8
"""Words of a run: of the shortest passage that counts as an echo."""

MOST_IN_A_RECORD = 100
"""Places of one run that count in a record."""

_MULTIPLIER = np.uint32(0x9E3779B1)
"""An odd number near to 2³² divided by the golden ratio, which scatters sums of small ones."""
_AT_ONCE = 1_000_000
"""Places that are looked up together, so that this takes little room."""

Group: TypeAlias = tuple[int, ...]
"""Places in the row where the same run begins, ascending; the first tells groups apart."""
Runs: TypeAlias = Mapping[int, Group]
"""Under each place where a run begins that several records have, all places of that run."""


def shared_runs(row: Concordance) -> Runs:
    """The places of each run that several records have, under each of these places."""
    groups = (_few_of_each(row, group) for group in _equal(row.folded, _candidates(row.folded)))
    shared = sorted(group for group in groups if len(row.records(group)) > 1)
    return {at: group for group in shared for at in group}


def _candidates(folded_row: Numbers) -> NDArray[np.int64]:
    """The places whose run perhaps begins elsewhere, too; hardly any of the others."""
    count = max(len(folded_row) - LEAST + 1, 0)
    hashes = np.zeros(count, np.uint32)
    for step in range(LEAST):
        hashes *= _MULTIPLIER
        hashes += folded_row[step : step + count]
    ordered = np.sort(hashes)
    several = np.unique(ordered[1:][ordered[1:] == ordered[:-1]])
    chunks = (
        begin + np.flatnonzero(np.isin(hashes[begin : begin + _AT_ONCE], several))
        for begin in range(0, count, _AT_ONCE)
    )
    return np.concatenate([np.zeros(0, np.int64), *chunks])


def _equal(folded_row: Numbers, places: NDArray[np.int64]) -> Iterator[list[int]]:
    """The places whose runs are the same, ascending, for each run."""
    runs = np.stack([folded_row[places + step] for step in range(LEAST)])
    order = np.lexsort(runs)
    same = np.ones(max(len(order) - 1, 0), bool)
    for numbers in runs:
        same &= numbers[order][1:] == numbers[order][:-1]
    for group in np.split(places[order], np.flatnonzero(~same) + 1):
        if len(group) > 1:
            yield group.tolist()


def _few_of_each(row: Concordance, group: Iterable[int]) -> Group:
    """The first places in each record: one that says a thing over and over adds nothing."""
    told: Counter[str] = Counter()
    kept = []
    for at in group:
        record = row.place(at).record.id
        told[record] += 1
        if told[record] <= MOST_IN_A_RECORD:
            kept.append(at)
    return tuple(kept)
