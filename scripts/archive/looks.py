"""Owns knowing what was looked at while something was made, so that it need not be made again.

Whatever is made of an archive reaches it through mappings: a letter under its id, the letters under
a topic. These note which of their keys were asked for, or that all of them were. A thing whose
looks would see the same as the last time would become the same again.
"""

from collections.abc import Callable, Collection, ItemsView, Iterator, Mapping, ValuesView
from contextlib import contextmanager
from functools import cached_property
from hashlib import sha256
from typing import Any, NamedTuple, TypeVar

V = TypeVar("V")

KEYS, ALL = "\0keys", "\0all"
"""Looked at instead of one key: which keys there are, and these with all their values."""
ABSENT = "absent"
"""What is seen at a key that a mapping does not have."""


class Look(NamedTuple):
    """A key of a mapping that was asked for (or KEYS, or ALL); `name` is the mapping's."""

    name: str
    key: str


class Notes:
    """Notes the looks of what is being made; what is made for something else counts for both."""

    def __init__(self) -> None:
        self._open: list[set[Look]] = []

    def note(self, look: Look) -> None:
        """Note a look, if anything is being made."""
        if self._open:
            self._open[-1].add(look)

    def note_all(self, looks: Collection[Look]) -> None:
        """Note these; of a set this is much quicker than one by one."""
        if self._open:
            self._open[-1].update(looks)

    @contextmanager
    def taken(self) -> Iterator[set[Look]]:
        """The looks of what is made in the block."""
        with self.aside() as looks:
            yield looks
        self.note_all(looks)

    @contextmanager
    def aside(self) -> Iterator[set[Look]]:
        """The same, but nothing around the block is made of what is made in it.

        For what is worked out once, whoever asks first, and then looked at key by key.
        """
        self._open.append(set())
        try:
            yield self._open[-1]
        finally:
            self._open.pop()


class Watched(Mapping[str, V]):
    """A mapping that notes what is looked at; `seen` tells a value from any other."""

    def __init__(
        self, name: str, values: Mapping[str, V], notes: Notes, seen: Callable[[V], str] = repr
    ) -> None:
        self.name, self._values, self._notes, self._seen = name, values, notes, seen

    def __getitem__(self, key: str) -> V:
        self._notes.note(Look(self.name, key))
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        self._notes.note(Look(self.name, KEYS))
        return iter(self._values)

    def __len__(self) -> int:
        self._notes.note(Look(self.name, KEYS))
        return len(self._values)

    def values(self) -> ValuesView[V]:
        """All values."""
        self._notes.note(Look(self.name, ALL))
        return self._values.values()

    def items(self) -> ItemsView[str, V]:
        """All keys with their values."""
        self._notes.note(Look(self.name, ALL))
        return self._values.items()

    def sees(self, key: str) -> str:
        """A digest of what a look at this key (or KEYS, or ALL) sees."""
        if key == KEYS:
            return self._keys
        if key == ALL:
            return self._all
        # A digest, because what is remembered must not say what was seen.
        return digest([self._seen(self._values[key])]) if key in self._values else ABSENT

    @cached_property
    def _keys(self) -> str:
        return digest(self._values)

    @cached_property
    def _all(self) -> str:
        return digest([self._keys, *map(self._seen, self._values.values())])


class Worked(Mapping[str, V]):
    """Values that are worked out when they are first asked for, each from one thing of `whole`.

    Whoever asks for a value has looked at what it was worked out from.
    """

    def __init__(self, whole: Mapping[str, Any], work: Callable[[Any], V], notes: Notes) -> None:
        self._whole, self._work, self._notes = whole, work, notes
        self._known: dict[str, tuple[V, Collection[Look]]] = {}

    def __getitem__(self, key: str) -> V:
        if key not in self._known:
            if key not in self._whole:  # which is noted
                raise KeyError(key)
            with self._notes.aside() as looks:
                self._known[key] = self._work(self._whole[key]), looks
        value, seen = self._known[key]
        self._notes.note_all(seen)
        return value

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole)

    def __len__(self) -> int:
        return len(self._whole)


def digest(parts: Collection[str]) -> str:
    """A digest of these texts, in their order."""
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
