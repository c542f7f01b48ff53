"""Owns what a style prints of all items alike: a pattern with holes, into which values are put.

A style of CSL asks of an item which fields it has and of what kind they are; their values it only
puts in their places. So an item is taken apart: signs stand in for its values, of the same kind
and with the same ends. What the library prints of these is printed once for all such items.
Source: https://docs.citationstyles.org/en/stable/specification.html#choose
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from archive.citations.csl import Item

MONTH = "\ue1ff"
"""The name of a thirteenth month, which a style must be given."""
INITIALS = re.compile("[\ua740-\ua75f]")
"""Capitals of no living language: the first sign of given names, so what is left of them where a
style has initials."""
_YEAR, _THIRTEENTH, _DAY = 7391, 13, 8264
_DIGITS, _LETTERED = "51730962", "X51730962X"
_HOLE = re.compile(
    f"([\ua740-\ua75f][\ue100-\ue1fe]?|1[\ue100-\ue1fe]1|[\ue100-\ue1ff]"
    f"|{_LETTERED}|{_DIGITS}|{_YEAR}|{_DAY})"
)
_ENDS = " .,;:!?"
"""Signs of which citeproc-py leaves one out where two of the same meet."""
_OURS = re.compile("[\ue000-\uf8ff\ua740-\ua75f]|<span")
"""What no value may have: the signs above, and the one tag that citeproc-py would read."""
_AS_IT_IS = ("type", "genre", "language")
_NUMBERS = ("number", "version")
_NUMERIC = re.compile(r"[A-Z]*\d+[A-Z]*", re.IGNORECASE)
"""What citeproc-py takes for a number."""
_PLAIN_NUMBER = re.compile("[1-9A-Z]")
"""How a number begins of which a style changes nothing: noughts and small letters it may."""
_SEVERAL = re.compile(r"\d+[^\d.]+\d+")
"""What citeproc-py takes for more than one number."""
_AWKWARD: Mapping[str | int, str | int] = {
    _YEAR: 1987,
    _THIRTEENTH: 9,
    _DAY: 3,
    _DIGITS: "42",
    _LETTERED: "7b",
}


class TooOdd(Exception):
    """A value for which no sign can stand in."""


@dataclass(frozen=True)
class Apart:
    """An item taken apart: signs in place of its values, and under each sign what belongs there.

    Under a capital of INITIALS are the given names, under MONTH is the number of the month.
    """

    item: Item
    values: Mapping[str, str]


def taken_apart(item: Item) -> Apart:
    """The signs and values of an item; raises `TooOdd` where a value cannot be stood in for."""
    taking = _Taking()
    signs = {key: taking.sign(key, value) for key, value in item.items() if key != "id"}
    return Apart({"id": "item", **signs}, taking.values)


def pieces(printed: str) -> list[str]:
    """What was printed of signs, as words and signs by turns."""
    return _HOLE.split(printed)


def awkward(signs: Any) -> Any:
    """The same with values that are hard to print: a pattern is good if they come out whole."""
    if isinstance(signs, dict):
        return {key: awkward(one) for key, one in signs.items()}
    if isinstance(signs, list):
        return [awkward(one) for one in signs]
    return _HOLE.sub(_awkward, signs) if isinstance(signs, str) else _AWKWARD.get(signs, signs)


def inner(text: str) -> str:
    """A text without its ends; raises `TooOdd` where a sign cannot have the same ends."""
    stripped = text.strip(_ENDS)
    if not stripped or _OURS.search(text):
        raise TooOdd
    if any(len(end) > 1 for end in text.split(stripped, 1)):
        raise TooOdd
    return stripped


class _Taking:
    """Takes one item apart."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self._numbers = count()

    def sign(self, key: str, value: Any) -> Any:
        """The same field of signs."""
        if key in _AS_IT_IS:
            return value
        if isinstance(value, list):
            return [{part: self._name(part, text) for part, text in one.items()} for one in value]
        if isinstance(value, dict):
            return self._date(value)
        return self._text(value, self._like(key, value))

    def _text(self, text: str, sign: str) -> str:
        self.values[sign] = inner(text)
        return text.replace(self.values[sign], sign, 1)

    def _like(self, key: str, text: str) -> str:
        """A sign of the same kind: a number, several numbers, or words."""
        sign = chr(0xE100 + next(self._numbers))
        if _NUMERIC.fullmatch(text):
            if key not in _NUMBERS or not _PLAIN_NUMBER.match(text):
                raise TooOdd
            return _DIGITS if text.isdigit() else _LETTERED
        return f"1{sign}1" if key in _NUMBERS and _SEVERAL.search(text) else sign

    def _name(self, part: str, text: str) -> str:
        number = next(self._numbers)
        if part != "given":
            return self._text(text, chr(0xE100 + number))
        capital = chr(0xA740 + 2 * number)
        self.values[capital] = text
        return self._text(text, capital + chr(0xE100 + number))

    def _date(self, date: Item) -> Item:
        if "literal" in date:
            return {**date, "literal": self._text(date["literal"], self._like("issued", "words"))}
        [[year, *others]] = date["date-parts"]
        if len(str(year)) != len(str(_YEAR)):
            raise TooOdd
        for sign, part in zip((str(_YEAR), MONTH, str(_DAY)), (year, *others), strict=False):
            self.values[sign] = str(part)
        return {**date, "date-parts": [[_YEAR, _THIRTEENTH, _DAY][: 1 + len(others)]]}


def _awkward(hole: re.Match[str]) -> str:
    sign = hole[0]
    if INITIALS.match(sign):
        return "Åb-c Dé"
    if sign in (_DIGITS, _LETTERED):
        return str(_AWKWARD[sign])
    return "3-4 & b, C" if sign.startswith("1") else "öB c-d & e, f. gX’s 1x"
