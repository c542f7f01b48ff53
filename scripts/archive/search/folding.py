"""Owns what a word is and how it is folded, so that all spellings of a word are one string.

The same patterns, under the same names, are in `scripts/site/theme/js/search/folding.js`.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

import regex

APOSTROPHES = "'\u2018\u2019\u02bc"
_INVISIBLE = r"\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
"""Soft hyphen, zero-width characters and directions: they can stand in a word, unseen."""

_UNSPACED = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
    r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U0001b000-\U0001b16f"
    r"\U00020000-\U0003ffff"
)
"""Thai, Lao, Burmese, Khmer, kana and Han: no blanks between words, so each letter is a word.

Any part of a run is then found as a phrase. Ranges, because scripts differ between Unicodes.
"""

_LETTER = rf"[[\p{{L}}\p{{N}}]--[{_UNSPACED}{APOSTROPHES}]]"
_INNER = rf"[[\p{{L}}\p{{M}}\p{{N}}]--[{_UNSPACED}{APOSTROPHES}]]"
_BREAK = rf"(?:[{_INVISIBLE}]*[{APOSTROPHES}][{_INVISIBLE}]*|[{_INVISIBLE}]+)"
WORD = regex.compile(
    rf"{_LETTER}{_INNER}*(?:{_BREAK}{_INNER}+)*|[[{_UNSPACED}]&&[\p{{L}}\p{{N}}]]\p{{M}}*",
    regex.V1,
)
"""One word: letters, numbers and their marks, with single apostrophes between them."""

_PARTS = regex.compile(f"({WORD.pattern})", regex.V1)
_CONNECTORS = r"-\u2010\u2011\u2013./,_@:&+"
_CONNECTED = regex.compile(rf"[{_INVISIBLE}]*[{_CONNECTORS}][{_INVISIBLE}]*", regex.V1)
CAPITAL = regex.compile(r"\p{Lu}\p{M}*", regex.V1)
"""One capital letter."""

_UNSAID = regex.compile(rf"[{APOSTROPHES}][{_INVISIBLE}]*[sS]$|[{_INVISIBLE}]+", regex.V1)
_NOT_KEPT = regex.compile(r"[^\p{L}\p{N}\p{Mc}]|\u02bc", regex.V1)
_CAPITALS = regex.compile(r"(?=(?:.*\p{Lu}){2})([\p{Lu}\p{N}\p{M}]+)s?", regex.V1)
_PLAIN = re.compile("[A-Z]?[a-z]+")
"""Nearly all words, with nothing to fold but a first capital."""

_SMALL = regex.compile(r"\p{Ll}", regex.V1)
_UNMARKED = str.maketrans(
    {"ø": "o", "æ": "ae", "ł": "l", "đ": "d", "ß": "ss", "œ": "oe", "þ": "th", "ð": "d"}
)
"""Letters that Unicode takes for whole ones, as people write them who do not have their keys."""


class Shape(NamedTuple):
    """A word as it was typed, understood.

    `surface` is its folded form, empty where nothing is left of it; `acronym` is the folded
    singular of a word of two or more capitals (ACEs: ace), or None; `small` tells of any other
    small letter.
    """

    surface: str
    acronym: str | None
    small: bool


def fold(word: str) -> str:
    """One word in the form in which all its spellings meet.

    Unicode's NFKC and lower case, without accents and other marks above, below, around or through
    letters, apostrophes and invisible characters; a possessive 's goes altogether. A final sigma
    becomes an ordinary one, because a word's end is not the same after other letters were put
    behind it.
    """
    small = unicodedata.normalize("NFKC", _UNSAID.sub("", word)).lower()
    bare: str = _NOT_KEPT.sub("", unicodedata.normalize("NFD", small.replace("\u03c2", "\u03c3")))
    return unicodedata.normalize("NFC", bare.translate(_UNMARKED))


@lru_cache(maxsize=2**18)
def shape(word: str) -> Shape:
    """What a word is, from its characters in the text."""
    if _PLAIN.fullmatch(word):
        return Shape(word.lower(), None, True)
    return _looked_at(word)


def _looked_at(word: str) -> Shape:
    """What any word is; of one that is plain, this takes three times as long to tell."""
    stripped = _UNSAID.sub("", word)
    capitals = _CAPITALS.fullmatch(stripped)
    acronym = fold(capitals[1]) if capitals else None
    return Shape(fold(word), acronym, not capitals and _SMALL.search(stripped) is not None)


def parts(text: str) -> list[str]:
    """A text in parts: what stands before the first word, the word, what stands behind it ..."""
    found: list[str] = _PARTS.split(text)
    return found


def connected(between: str) -> bool:
    """Whether what stands between two words makes them a compound."""
    return between != " " and _CONNECTED.fullmatch(between) is not None
