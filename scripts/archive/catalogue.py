"""Owns the catalogue of an archive: what the last check that found nothing wrong tells the next.

It is kept in a file (cataloguefile.py).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from archive.files import Stamp
from archive.looks import Look
from archive.recalled import Card


class Kept(NamedTuple):
    """A kept source: its stamp, and a digest of its bytes."""

    stamp: Stamp
    digest: str


@dataclass(frozen=True)
class Catalogue:
    """The cards of records by path, the kept sources, and what each record's check looked at.

    It was begun at `moment` (nanoseconds since 1970), with telephone numbers of `country`; `saw` is
    what each look saw, and `looks` has of each record the places of its looks there. `rows` are the
    lines of the file, as far as they have been written.
    """

    moment: int = field(default=0, compare=False)
    country: str = ""
    cards: Mapping[str, Card] = field(default_factory=dict)
    sources: Mapping[str, Kept] = field(default_factory=dict)
    looks: Mapping[str, Sequence[int]] = field(default_factory=dict)
    saw: Mapping[Look, str] = field(default_factory=dict)
    rows: dict[str, bytes] = field(default_factory=dict, compare=False, repr=False)

    def of(self, country: str) -> "Catalogue":
        """The same, if it is of this country; else an empty one."""
        return self if self.country == country else EMPTY

    def trusts(self, stamp: Stamp, seen: Stamp) -> bool:
        """Whether a file with this stamp then and now is the same.

        One that was changed when the catalogue was begun may have been changed again within the
        same tick of the clock (https://git-scm.com/docs/racy-git).
        """
        return stamp == seen and max(seen.changed, seen.listed) < self.moment

    def unproved(self, digests: Mapping[str, str], sees: Callable[[Look], str]) -> Iterator[str]:
        """Of records (digests by path), those whose check would look at another thing now."""
        saw = enumerate(self.saw.items())
        changed = {number for number, (look, seen) in saw if sees(look) != seen}
        for path, digest in digests.items():
            card = self.cards.get(path)
            if card is None or card.digest != digest or not changed.isdisjoint(self.looks[path]):
                yield path

    def rows_of(
        self,
        cards: Mapping[str, Card],
        sources: Mapping[str, Kept],
        looks: Mapping[str, Sequence[int]],
    ) -> dict[str, bytes]:
        """The lines of the records of which all this is still what the catalogue has."""
        new = {path for path, one in sources.items() if self.sources.get(path) is not one}
        return {
            path: self.rows[path]
            for path, card in cards.items()
            if path in self.rows
            and self.cards[path] is card
            and self.looks[path] is looks[path]
            and not (new and card.source in new)
        }


EMPTY = Catalogue()
