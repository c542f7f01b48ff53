"""Owns which cards there are, and where: beside the page of each record, and one for the rest."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from importlib.metadata import version
from inspect import getsource
from itertools import islice

from archive.addresses import card_address, letter_address, motion_address
from archive.archive import Archive
from archive.cards import drawing, typefaces
from archive.cards.drawing import drawn
from archive.cards.wording import Card, letter_card, motion_card, site_card
from archive.kept import Kept
from archive.making import Sheet
from archive.outputs import Output
from archive.sharing import in_parts

WORTH_SHARING = 100
"""Cards for which other processes begin to pay."""
TOGETHER = 1_000
"""Cards whose pictures are in memory at once."""


def card_sheets(archive: Archive, kept: Kept) -> Iterator[Sheet]:
    """Every card, which is made only if it has other words than the last time.

    What a build before has drawn in the same way is not drawn again.
    """
    cards = _cards(archive)
    while some := {address: (_key(card), card) for address, card in islice(cards, TOGETHER)}:
        missing = [*{key: card for key, card in some.values() if not kept.has(key)}.items()]
        pictures: dict[str, bytes] = {}
        for part in in_parts(partial(_drawn, missing), len(missing), WORTH_SHARING):
            pictures |= part
        for key, picture in pictures.items():
            kept.put(key, picture)
        for address, (key, card) in some.items():
            make = partial(_picture, pictures, kept, key, card)
            yield Sheet(address, key, partial(_output, card_address(address), make))


def _output(path: str, make: Callable[[], bytes]) -> Iterator[Output]:
    yield Output(path, make())


def _picture(pictures: Mapping[str, bytes], kept: Kept, key: str, card: Card) -> bytes:
    """The picture of a card, wherever it is; what was kept may be broken."""
    return pictures.get(key) or kept.get(key) or drawn(card)


def _drawn(cards: Sequence[tuple[str, Card]], part: slice) -> dict[str, bytes]:
    """The pictures of a slice of the cards, each under its key."""
    return {key: drawn(card) for key, card in cards[part]}


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
