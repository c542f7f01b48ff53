"""Owns the file of the catalogue: below build/, with a line of JSON for each record.

Of another program, broken or brought here from elsewhere (with a contribution, so that nobody looks
at what it says), it tells nothing, and everything is read and checked anew.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from pydantic_core import from_json, to_json

from archive.catalogue import EMPTY, Catalogue, Kept
from archive.files import Stamp
from archive.gist import Gist
from archive.looks import Look
from archive.recalled import Card
from archive.stored import NAME as STORED
from archive.stored import Lost, Store, Stored, put, store_of
from archive.unchanged import program

NAME = Path("build", ".read")

_BROKEN = (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError)
"""What reading a catalogue raises that is not one of ours."""


def read_catalogue(root: Path) -> Catalogue:
    """The catalogue of the archive in a folder, as this program has left it."""
    with suppress(*_BROKEN):
        head, *rows = (root / NAME).read_bytes().split(b"\n")
        told = from_json(head)
        if store := _store(root, told):
            return _catalogue(told, rows, store)
    return EMPTY


def is_left(root: Path) -> bool:
    """Whether this program has left a catalogue of the archive in a folder; it may be broken."""
    with suppress(*_BROKEN), (root / NAME).open("rb") as file:
        return _store(root, from_json(file.readline())) is not None
    return False


def _store(root: Path, told: Mapping[str, Any]) -> Store | None:
    """The file of fields of a catalogue that is told so; None where it is not of this program."""
    store = store_of(root / STORED)
    at = [told["program"], told["place"], told["fields"]]
    return store if store and at == [program(), _place(root / NAME), list(store[1:])] else None


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
    path, stamp, digest, fields, *texts, anchors, gist = card
    stored = (fields.digest, fields.begin, fields.length)
    source = sources.get(card.source)
    known = (*texts, anchors, source and source.stamp, looks, *gist)
    return to_json((path, stamp, digest, *stored, *known))


def _catalogue(told: Mapping[str, Any], rows: Sequence[bytes], store: Store) -> Catalogue:
    cards: dict[str, Card] = {}
    sources: dict[str, Kept] = {}
    looks: dict[str, Sequence[int]] = {}
    for row in from_json(b"[%b]" % b",".join(rows)):
        path, stamp, digest, facts, begin, length, text, words, kept, own, source, seen = row[:12]
        gist = Gist(*map(_frozen, row[12:]))
        fields = Stored(facts, b"", store, begin, length)
        anchors = tuple(map(sys.intern, own))
        card = Card(path, Stamp(*stamp), digest, fields, text, words, kept, anchors, gist)
        cards[path], looks[path] = card, seen
        if source:
            sources[card.source] = Kept(Stamp(*source), kept)
    saw = zip(map(Look, told["names"], told["keys"]), told["seen"], strict=True)
    lines = dict(zip(cards, rows, strict=True))
    return Catalogue(told["moment"], told["country"], cards, sources, looks, dict(saw), lines)


def _frozen(fact: Any) -> Any:
    return tuple(map(_frozen, fact)) if isinstance(fact, list) else fact
