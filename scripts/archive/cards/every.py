"""Owns which cards there are, and where: beside the page of each record, and one for the rest."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from functools import cache, partial
from importlib.metadata import version
from inspect import getsource

from archive.addresses import card_address, letter_address, motion_address
from archive.archive import Archive
from archive.cards import drawing, typefaces
from archive.cards.drawing import drawn
from archive.cards.wording import Card, letter_card, motion_card, site_card
from archive.kept import Kept
from archive.outputs import Output
from archive.sharing import in_parts

WORTH_SHARING = 100
"""Cards for which other processes begin to pay."""


def card_outputs(archive: Archive, kept: Kept) -> Iterator[Output]:
    """Every card; one whose words a build before has drawn in the same way is not drawn again."""
    cards = [(address, card, _key(card)) for address, card in _cards(archive)]
    pictures = {key: picture for _, _, key in cards if (picture := kept.get(key))}
    missing = {key: card for _, card, key in cards if key not in pictures}
    for part in in_parts(partial(_drawn, list(missing.items())), len(missing), WORTH_SHARING):
        for key, picture in part:
            pictures[key] = picture
            kept.put(key, picture)
    for address, _, key in cards:
        yield Output(card_address(address), pictures[key])


def _drawn(cards: Sequence[tuple[str, Card]], part: slice) -> list[tuple[str, bytes]]:
    """The pictures of a slice of the cards, each under its key."""
    return [(key, drawn(card)) for key, card in cards[part]]


def _cards(archive: Archive) -> Iterator[tuple[str, Card]]:
    yield "", site_card(archive)
    for letter in archive.letters.values():
        yield letter_address(letter.id), letter_card(archive, letter)
    for motion in archive.motions.values():
        yield motion_address(motion.id), motion_card(archive, motion)


def _key(card: Card) -> str:
    words = json.dumps(card.plain, sort_keys=True)
    return f"card {_way()} {hashlib.sha256(words.encode()).hexdigest()}"


@cache
def _way() -> str:
    """How cards are drawn now: a digest of the modules, the library and the typefaces."""
    packages = ("pillow", typefaces.SERIF[0], typefaces.SANS[0])
    parts = [getsource(module).encode() for module in (drawing, typefaces)]
    parts += [f"{name} {version(name)}".encode() for name in packages]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()
