"""Owns how a card looks: 1200 by 630 pixels, the size that Open Graph's readers ask for.

Serif is the source's, sans is ours, as on the pages; the colours are those of css/tokens.css.
"""

import zlib
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageColor, ImageDraw
from PIL.ImageFont import FreeTypeFont

from archive.cards.typefaces import SANS, SERIF, STRONG, composed, drawable, typeface
from archive.cards.wording import Card

SIZE = (1200, 630)
PAPER = "#fdfcfa"
INKS = INK, QUIET, ACCENT = "#1a1a18", "#4b4a46", "#1d4e6b"
LEFT, RIGHT, TOP, FOOT = 88, 1128, 52, 562
TITLES = ((68, 3), (54, 4))
"""Sizes of a title and the lines that it may have in them, the first in which it is whole."""
SHADES = 5
"""Steps from paper to ink at the edge of a letter. With paper, the palette has sixteen colours,
which fit into half a byte."""


def drawn(card: Card) -> bytes:
    """A card as a PNG file, without anything in it but the picture."""
    sheet = _Sheet()
    sheet.bar((0, 0, 24, SIZE[1]), ACCENT)
    top = TOP
    if kicker := _shown(card.kicker):
        sheet.line(top, kicker, typeface(STRONG, 30), ACCENT)
        top += 60
    top = _title(sheet, card, top) + 24
    for line in filter(None, map(_shown, card.lines)):
        if top + 54 <= FOOT:
            sheet.line(top, line, typeface(SANS, 34), INK)
            top += 48
    sheet.bar((LEFT, FOOT, RIGHT, FOOT + 2), QUIET, 1)
    sheet.line(FOOT + 14, _shown(card.foot), typeface(SANS, 28), QUIET)
    return sheet.png()


def _shade(ink: str, level: int) -> int:
    """A place in the palette; the level 0 is paper, `SHADES` the whole ink."""
    return INKS.index(ink) * SHADES + level if level else 0


_LEVELS = {ink: [_shade(ink, round(at * SHADES / 255)) for at in range(256)] for ink in INKS}
"""From how much of a letter covers a dot to the dot's place in the palette."""
_ANY = [0] + [255] * 255
"""From the same to whether any does."""


@lru_cache(maxsize=256)
def _strip(words: str, font: FreeTypeFont, ink: str) -> tuple[Image.Image, Image.Image]:
    """A line, or as many of its words as there is room for, and where it is not paper.

    Kept for a while: the same people write the same days, and every foot is the same.
    """
    shown = _cut(words, font)
    _, _, right, bottom = font.getbbox(shown)
    strip = Image.new("L", (int(right) + 2, int(bottom) + 2), 0)
    ImageDraw.Draw(strip).text((0, 0), shown, 255, font)
    return strip.point(_LEVELS[ink]), strip.point(_ANY)


class _Sheet:
    """A picture of few colours, drawn as numbers of its palette: a tenth of the work."""

    def __init__(self) -> None:
        self._image = Image.new("L", SIZE, 0)

    def bar(self, box: tuple[int, int, int, int], ink: str, level: int = SHADES) -> None:
        """A rectangle; the box ends before its second corner."""
        self._image.paste(_shade(ink, level), box)

    def line(self, top: int, words: str, font: FreeTypeFont, ink: str) -> None:
        """A line of words, or as many of them as there is room for."""
        if not words:
            return
        shades, mask = _strip(words, font, ink)
        self._image.paste(shades, (LEFT, top), mask)

    def png(self) -> bytes:
        """The file of the picture."""
        places = [(INK, 0), *((ink, level) for ink in INKS for level in range(1, SHADES + 1))]
        self._image.putpalette([part for place in places for part in _mixed(*place)])
        file = BytesIO()
        self._image.save(file, "PNG", compress_type=zlib.Z_RLE)
        return file.getvalue()


def _title(sheet: _Sheet, card: Card, top: int) -> int:
    """Draw the title; where it ends."""
    source = drawable(card.title, SERIF)
    face = SERIF if source and card.kicker else STRONG  # without a kicker it is our own name
    text = composed(card.title if source else card.instead)
    for size, most in TITLES:
        font = typeface(face, size)
        lines = list(_wrapped(text, font))
        if len(lines) <= most:
            break
    for line in [*lines[: most - 1], " ".join(lines[most - 1 :])]:
        sheet.line(top, line, font, INK)
        top += size * 5 // 4 if line else 0
    return top


def _mixed(ink: str, level: int) -> Iterator[int]:
    """The colour at a place of the palette: red, green, blue."""
    for full, none in zip(ImageColor.getrgb(ink), ImageColor.getrgb(PAPER), strict=True):
        yield none + (full - none) * level // SHADES


def _shown(text: str) -> str:
    return composed(text) if drawable(text, SANS) else ""


def _wrapped(text: str, font: FreeTypeFont) -> Iterator[str]:
    """The lines of a text; a word that is longer than a line has one of its own."""
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}".strip()
        if line and not _fits(longer, font):
            yield line
            longer = word
        line = longer
    yield line


def _cut(line: str, font: FreeTypeFont) -> str:
    """A line with as many of its words as there is room for, or signs of its only word."""
    if _fits(line, font):
        return line
    while not _fits(f"{line}…", font):
        shorter = line.rpartition(" ")[0] or line[:-1]
        line = shorter.rstrip(" ,;:–-")
    return f"{line}…"


def _fits(line: str, font: FreeTypeFont) -> bool:
    """By what is drawn: some signs are wider than the way to the next one."""
    return font.getbbox(line)[2] <= RIGHT - LEFT
