"""Owns the looks of a bundle and of its sheets, as the process that took them hands them over.

Each is handed over once: of the many sheets of a topic, most have looked at the same.
"""

from array import array
from collections import Counter
from collections.abc import Collection

from archive.looks import ALL, Look

MOST_LOOKS = 5_000
"""Keys of one mapping that are told apart; whoever looked at more has looked at all of it."""


class Gathered:
    """Looks, each at the place at which it was first taken in."""

    def __init__(self) -> None:
        self._places: dict[Look, int] = {}

    def places(self, looks: Collection[Look]) -> "array[int]":
        """The places of these, where those at many keys of one mapping are a look at all of it."""
        counts = Counter(look.name for look in looks)
        many = {name for name, count in counts.items() if count > MOST_LOOKS}
        told_apart = (look for look in looks if look.name not in many)
        put = self._places.setdefault
        every = (*told_apart, *(Look(name, ALL) for name in many))
        return array("I", [put(look, len(self._places)) for look in every])

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """All of them, by place; plain pairs are handed over in a fifth of the time of looks."""
        return tuple((name, key) for name, key in self._places)
