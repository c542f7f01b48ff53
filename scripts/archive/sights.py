"""Owns what looks saw: all looks of a build by number, to be compared with what they see later."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

from archive.looks import ABSENT, ALL, STALE, Look

Sees: TypeAlias = Callable[[Look], str]
"""What a look would see now, as a digest."""


class Seen(NamedTuple):
    """A look that something was made of, and what it saw."""

    look: Look
    saw: str


@dataclass(frozen=True)
class Sights:
    """Looks by number, each with what it saw; a number may be of none.

    `wholes` has what there was to see of all of each mapping, by its name.
    """

    seen: Sequence[Seen | None] = ()
    wholes: Mapping[str, str] = field(default_factory=dict)

    def now(self, sees: Sees) -> list[str]:
        """What each look sees now, by its number.

        Where all of a mapping is as it was, so is what each look at it sees: most mappings are.
        """
        same = {name for name, saw in self.wholes.items() if ABSENT != saw == sees(Look(name, ALL))}
        return [_now(seen, same, sees) for seen in self.seen]

    def changed(self, now: Sequence[str]) -> set[int]:
        """The numbers of looks that see another thing now, or that stand for what is stale."""
        return {
            number
            for number, (seen, saw) in enumerate(zip(self.seen, now, strict=True))
            if seen and (seen.saw != saw or seen.look == STALE)
        }

    def plain(self) -> Any:
        """The same for JSON."""
        return [[*seen.look, seen.saw] if seen else None for seen in self.seen], self.wholes

    @classmethod
    def read(cls, plain: Any) -> "Sights":
        """What was plain; raises ValueError or TypeError where it is nothing of the kind."""
        looks, wholes = plain
        return cls([one and Seen(Look(one[0], one[1]), one[2]) for one in looks], dict(wholes))


def _now(seen: Seen | None, same: Set[str], sees: Sees) -> str:
    if seen is None or seen.look == STALE:
        return ""
    return seen.saw if seen.look.name in same else sees(seen.look)


class Numbers:
    """Gives looks their numbers: those which they had, or such as none has had."""

    def __init__(self, before: Sights, now: Sequence[str], sees: Sees) -> None:
        self._seen = [
            seen and Seen(seen.look, now[number]) for number, seen in enumerate(before.seen)
        ]
        self._sees = sees
        self._numbers = {seen.look: n for n, seen in enumerate(self._seen) if seen}
        self._free = [number for number, seen in enumerate(self._seen) if seen is None]

    def of(self, looks: Iterable[Look]) -> list[int]:
        """The numbers of these, in their order."""
        return sorted({self._number(look) for look in looks})

    def sights(self, used: Set[int]) -> Sights:
        """All looks whose numbers are used, with what they see."""
        seen = [one if number in used else None for number, one in enumerate(self._seen)]
        names = sorted({one.look.name for one in seen if one} - {STALE.name})
        return Sights(seen, {name: self._sees(Look(name, ALL)) for name in names})

    def _number(self, look: Look) -> int:
        if look not in self._numbers:
            if not self._free:
                self._free.append(len(self._seen))
                self._seen.append(None)
            number = self._numbers[look] = self._free.pop()
            self._seen[number] = Seen(look, "" if look == STALE else self._sees(look))
        return self._numbers[look]
