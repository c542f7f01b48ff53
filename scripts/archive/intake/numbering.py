"""Owns the numbers and bullets that Word puts before the items of its lists, as text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN: tuple[tuple[int, str], ...] = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"))
_ROMAN += ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"))
_ROMAN += ((4, "iv"), (1, "i"))
_LARGEST = 3_999


@dataclass(frozen=True)
class Level:
    """How a level of a list is marked: the kind of its numbers, their text, the first of them."""

    form: str
    text: str
    start: int


@dataclass
class Numbering:
    """The lists of a document while it is read from its beginning."""

    lists: Mapping[str, Mapping[int, Level]]
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def marker(self, number: str, depth: int) -> str:
        """What stands before the next item of a list at this depth; empty where nothing does."""
        levels = self.lists.get(number, {})
        if depth not in levels:
            return ""
        counts = self.counts.setdefault(number, {})
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        return _written(levels, counts, depth)


def numbering_of(root: Element | None) -> Numbering:
    """The lists that `word/numbering.xml` describes."""
    if root is None:
        return Numbering({})
    kinds = {
        one.get(f"{W}abstractNumId", ""): {
            _number(level.get(f"{W}ilvl")): _level(level) for level in one.findall(f"{W}lvl")
        }
        for one in root.findall(f"{W}abstractNum")
    }
    lists = {}
    for one in root.findall(f"{W}num"):
        kind = one.find(f"{W}abstractNumId")
        name = kind.get(f"{W}val", "") if kind is not None else ""
        lists[one.get(f"{W}numId", "")] = kinds.get(name, {})
    return Numbering(lists)


def _level(level: Element) -> Level:
    def value(name: str, otherwise: str) -> str:
        found = level.find(f"{W}{name}")
        return found.get(f"{W}val", otherwise) if found is not None else otherwise

    return Level(value("numFmt", "decimal"), value("lvlText", ""), _number(value("start", "1")))


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < len(str(_LARGEST)) else 0


def _written(levels: Mapping[int, Level], counts: dict[int, int], depth: int) -> str:
    level = levels[depth]
    if level.form == "none":
        return ""
    if level.form == "bullet":
        return level.text if level.text.strip() and level.text != "o" else "•"
    text = level.text
    for above in range(depth + 1):
        if above in levels:
            count = counts.get(above, levels[above].start)
            text = text.replace(f"%{above + 1}", _figure(levels[above].form, count))
    return text


def _figure(form: str, count: int) -> str:
    """A number in the form that a list has for it."""
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman"):
        roman = _roman(count)
        return roman.upper() if form == "upperRoman" else roman
    return f"{count:02d}" if form == "decimalZero" else str(count)


def _roman(count: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (count // value)
        count %= value
    return text
