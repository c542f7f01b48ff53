"""Owns the typefaces of the cards, and which letters they can draw.

They come with the program, so that every computer draws the same. They have the Latin, Greek and
Cyrillic letters; a text with any other sign is told by `drawable`, for a card says nothing rather
than a row of empty boxes.
"""

import unicodedata
from functools import cache
from importlib.resources import files
from io import BytesIO

from PIL.ImageFont import FreeTypeFont, Layout, truetype

SERIF = ("font_source_serif_pro", "SourceSerifPro-Semibold.ttf")
SANS = ("font_source_sans_pro", "SourceSansPro-Regular.ttf")
STRONG = ("font_source_sans_pro", "SourceSansPro-Semibold.ttf")

_NO_LETTER = "\uffff"
"""A noncharacter, which every font draws as the sign for what it lacks."""


@cache
def typeface(face: tuple[str, str], size: int) -> FreeTypeFont:
    """A typeface in a size of pixels; the simple layout, which needs nothing of the system."""
    package, name = face
    file = BytesIO(files(package).joinpath("files", name).read_bytes())
    return truetype(file, size, layout_engine=Layout.BASIC)


def drawable(text: str, face: tuple[str, str]) -> bool:
    """Whether a typeface has every sign of a text."""
    return all(_has(face, sign) for sign in set(composed(text)) - {" "})


def composed(text: str) -> str:
    """A text with accents and letters as one sign, as the simple layout needs them."""
    return " ".join(unicodedata.normalize("NFC", text).split())


@cache
def _has(face: tuple[str, str], sign: str) -> bool:
    font = typeface(face, 24)
    return bytes(font.getmask(sign)) != bytes(font.getmask(_NO_LETTER))
