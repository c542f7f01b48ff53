"""Owns echoes: passages of eight words or more that stand in several records, and where first."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from archive.archive import Archive
from archive.ledger.concordance import Concordance, Place, concordance
from archive.ledger.runs import LEAST, Group, Runs, shared_runs


@dataclass(frozen=True)
class Echo:
    """A passage as it was first written, and its places, earliest first, one in each record."""

    words: str
    length: int
    places: tuple[Place, ...]


def echoes(archive: Archive) -> tuple[Echo, ...]:
    """Every passage that several records have, and that is part of no longer one in just these."""
    row = concordance(archive)
    runs = shared_runs(row)
    groups = {group[0]: group for group in runs.values()}  # to compare whole groups takes too long
    passages = (p for group in groups.values() for p in _passages(row, runs, group))
    found = [_echo(row, *passage) for passage in passages]
    return tuple(sorted(found, key=lambda e: (-len(e.places), -e.length, e.words)))


def _passages(row: Concordance, runs: Runs, group: Group) -> Iterator[tuple[int, Group]]:
    """The passages that begin with a run: how many words each has, and its places.

    Such are those that no more word, before or behind, has in all the same records.
    """
    before = _parted(runs, group, -1)
    if len(before) == 1 and len(before[0]) == len(group):
        return  # all that begins here is the rest of what begins a word earlier
    left = [(LEAST, group)]
    while left:
        length, places = left.pop()
        behind = _parted(runs, places, length - LEAST + 1)
        sharing = row.records(places)
        longer = (*behind, *_parted(runs, places, -1))
        if all(row.records(one) != sharing for one in longer):
            yield length, places
        left += [(length + 1, one) for one in behind if len(row.records(one)) > 1]


def _parted(runs: Runs, places: Group, steps: int) -> list[Group]:
    """Places by the run that stands so many words on; those where no shared one does are left."""
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for at in places:
        if there := runs.get(at + steps):
            groups[there[0]].append(at)
    return [tuple(group) for group in groups.values()]


def _echo(row: Concordance, length: int, group: Group) -> Echo:
    """A passage in the words of its first place, and that place in each record."""
    first: dict[str, Place] = {}
    for at in group:
        place = row.place(at)
        first.setdefault(place.record.id, place)
    return Echo(row.text(group[0], length), length, tuple(first.values()))
