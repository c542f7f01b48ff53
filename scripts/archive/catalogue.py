"""Owns the catalogue of an archive: what the last check that found nothing wrong tells the next.

It is a file below build/ with a line of JSON for each record, beside that of their fields. Of
another program, broken or brought here from elsewhere (with a contribution, so that nobody looks at
what it says), it tells nothing, and everything is read and checked anew.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from pydantic_core import from_json, to_json

from archive.files import Stamp
from archive.gist import Gist
from archive.looks import Look
from archive.recalled import Card
from archive.stored import NAME as STORED
from archive.stored import Lost, Store, Stored, put, store_of
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


def read_catalogue(root: Path) -> Catalogue:
    """The catalogue of the archive in a folder, as this program has left it."""
    with suppress(OSError, ValueError, TypeError, KeyError, IndexError, AttributeError):
        file, store = root / NAME, store_of(root / STORED)
        head, *rows = file.read_bytes().split(b"\n")
        told = from_json(head)
        at = [told["program"], told["place"], told["fields"]]
        if store and at == [program(), _place(file), list(store[1:])]:
            return _catalogue(told, rows, store)
    return EMPTY


def put_catalogue(root: Path, catalogue: Catalogue) -> None:
    """Leave a catalogue for the next check; where that cannot be, it will read everything."""
    file = root / NAME
    if any(path.is_symlink() for path in (file.parent, file, root / STORED)):
        return  # it would be written elsewhere
    with suppress(OSError):
        file.parent.mkdir(exist_ok=True)
        draft = file.with_suffix(".new")
        draft.unlink(missing_ok=True)
        every = [card.fields for card in catalogue.cards.values()]
        known = {one.store for one in every}
        try:
            store = put(root, every)
        except Lost:
            file.unlink()
            return
        if store not in known:
            catalogue.rows.clear()  # they tell where something stands in another file
        draft.touch()
        head = {"place": _place(draft), "fields": store[1:], **_head(catalogue)}
        draft.write_bytes(b"\n".join((to_json(head), *_rows(catalogue))))
        draft.replace(file)


def _place(file: Path) -> list[int]:
    """Where the disk has a file: nobody who writes it elsewhere can know that."""
    status = file.lstat()
    return [status.st_dev, status.st_ino]


def _head(catalogue: Catalogue) -> dict[str, Any]:
    """What stands in the first line: all that is not of a single record."""
    names, keys = zip(*catalogue.saw, strict=True) if catalogue.saw else ((), ())
    return {
        "program": program(),
        "moment": catalogue.moment,
        "country": catalogue.country,
        "names": names,
        "keys": keys,
        "seen": [*catalogue.saw.values()],
    }


def _rows(catalogue: Catalogue) -> Iterator[bytes]:
    """A line for each record."""
    for path, card in catalogue.cards.items():
        if path not in catalogue.rows:
            catalogue.rows[path] = _row(card, catalogue.sources, catalogue.looks[path])
        yield catalogue.rows[path]


def _row(card: Card, sources: Mapping[str, Kept], looks: Sequence[int]) -> bytes:
    path, stamp, digest, fields, *texts, gist = card
    stored = (fields.digest, fields.begin, fields.length)
    source = sources.get(card.source)
    return to_json((path, *stamp, digest, *stored, *texts, source and source.stamp, looks, *gist))


def _catalogue(told: Mapping[str, Any], rows: Sequence[bytes], store: Store) -> Catalogue:
    cards: dict[str, Card] = {}
    sources: dict[str, Kept] = {}
    looks: dict[str, Sequence[int]] = {}
    for row in from_json(b"[%b]" % b",".join(rows)):
        path, *stamp, digest, facts, begin, length, text, words, kept, source, seen = row[:14]
        gist = Gist(*map(_frozen, row[14:]))
        fields = Stored(facts, b"", store, begin, length)
        card = Card(path, Stamp(*stamp), digest, fields, text, words, kept, gist)
        cards[path], looks[path] = card, seen
        if source:
            sources[card.source] = Kept(Stamp(*source), kept)
    saw = zip(map(Look, told["names"], told["keys"]), told["seen"], strict=True)
    lines = dict(zip(cards, rows, strict=True))
    return Catalogue(told["moment"], told["country"], cards, sources, looks, dict(saw), lines)


def _frozen(fact: Any) -> Any:
    return tuple(fact) if isinstance(fact, list) else fact
