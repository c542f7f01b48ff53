"""Owns the catalogue of an archive: what the last check that found nothing wrong tells the next.

It is a file of JSON below build/. Of another program, broken or brought here from elsewhere (with
a contribution, so that nobody looks at what it says), it tells nothing, and everything is read and
checked anew.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from pydantic_core import from_json, to_json

from archive.files import Stamp
from archive.gist import Gist
from archive.looks import Look
from archive.recalled import Card
from archive.unchanged import program

NAME = Path("build", ".read")


class Kept(NamedTuple):
    """A kept source: its stamp, and a digest of its bytes."""

    stamp: Stamp
    digest: str


@dataclass(frozen=True)
class Catalogue:
    """The cards of records by path, the kept sources, and what each record's check looked at.

    It was begun at `moment` (nanoseconds since 1970), with telephone numbers of `country`; `saw` is
    what each look saw.
    """

    moment: int = field(default=0, compare=False)
    country: str = ""
    cards: Mapping[str, Card] = field(default_factory=dict)
    sources: Mapping[str, Kept] = field(default_factory=dict)
    looks: Mapping[str, Collection[Look]] = field(default_factory=dict)
    saw: Mapping[Look, str] = field(default_factory=dict)

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
        changed = {look for look, seen in self.saw.items() if sees(look) != seen}
        for path, digest in digests.items():
            card = self.cards.get(path)
            if card is None or card.digest != digest or not changed.isdisjoint(self.looks[path]):
                yield path


EMPTY = Catalogue()


def read_catalogue(root: Path) -> Catalogue:
    """The catalogue of the archive in a folder, as this program has left it."""
    with suppress(OSError, ValueError, TypeError, KeyError, IndexError, AttributeError):
        file = root / NAME
        told = from_json(file.read_bytes())
        if told["program"] == program() and told["place"] == _place(file):
            return _catalogue(told)
    return EMPTY


def put_catalogue(root: Path, catalogue: Catalogue) -> None:
    """Leave a catalogue for the next check; where that cannot be, it will read everything."""
    file = root / NAME
    if file.is_symlink() or file.parent.is_symlink():
        return  # it would be written elsewhere
    with suppress(OSError):
        file.parent.mkdir(exist_ok=True)
        draft = file.with_suffix(".new")
        draft.unlink(missing_ok=True)
        draft.touch()
        told = {"place": _place(draft), **_told(catalogue)}
        draft.write_bytes(to_json(told))
        draft.replace(file)


def _place(file: Path) -> list[int]:
    """Where the disk has a file: nobody who writes it elsewhere can know that."""
    status = file.lstat()
    return [status.st_dev, status.st_ino]


def _told(catalogue: Catalogue) -> dict[str, Any]:
    numbers = {look: number for number, look in enumerate(catalogue.saw)}
    return {
        "program": program(),
        "moment": catalogue.moment,
        "country": catalogue.country,
        "saw": [[*look, seen] for look, seen in catalogue.saw.items()],
        "records": [
            [card, _numbers(catalogue.looks[path], numbers)]
            for path, card in catalogue.cards.items()
        ],
        "sources": list(catalogue.sources.items()),
    }


def _numbers(looks: Iterable[Look], numbers: Mapping[Look, int]) -> list[int]:
    return sorted(numbers[look] for look in looks)


def _catalogue(told: Mapping[str, Any]) -> Catalogue:
    looks = [Look(name, key) for name, key, _ in told["saw"]]
    cards = [_card(*card) for card, _ in told["records"]]
    return Catalogue(
        told["moment"],
        told["country"],
        {card.path: card for card in cards},
        {path: Kept(Stamp(*stamp), digest) for path, (stamp, digest) in told["sources"]},
        {card[0]: [looks[number] for number in numbers] for card, numbers in told["records"]},
        {look: seen for look, (_, _, seen) in zip(looks, told["saw"], strict=True)},
    )


def _card(path: str, stamp: list[int], *rest: Any) -> Card:
    gist = Gist(*map(_frozen, rest[-1]))
    return Card._make((path, Stamp(*stamp), *rest[:-1], gist))


def _frozen(fact: Any) -> Any:
    return tuple(fact) if isinstance(fact, list) else fact
