"""Owns finding heads and numbers of pages within a text that does not tell its pages."""

import re
from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

from archive.intake.mending.kept import Row
from archive.intake.mending.numbers import BARE, LONGEST, NUMBER, PAGE, alone, called, centred
from archive.intake.mending.turnings import HEAD

FEWEST = 2
"""Words of a line that is no sentence, whatever it ends with."""

_ENDED = re.compile(r"[.!?:;][”\u2019\"')\]¹²³⁴⁵⁶⁷⁸⁹⁰\d]*$")
_HALVES = re.compile(r"\s*(?:\S| (?! {5}))+ {6,}(?:\S| (?! {5}))+\s*")
"""A line of a left and a right half."""

_DAY = re.compile(
    r"\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{1,2}(?:st|nd|rd|th)? [A-Z]\w+,? \d{4}\b"
    r"|\b[A-Z]\w+ \d{1,2}, \d{4}\b"
)


def ended(text: str) -> bool:
    """Whether some words end as a sentence or a part of a list does."""
    return bool(_ENDED.search(text))


def inside(rows: tuple[Row, ...], known: Mapping[int, str], paged: bool) -> dict[int, str]:
    """Heads and numbers within a text whose pages are not told, as one copied from a PDF."""
    filled = [index for index, row in enumerate(rows) if row.words and index not in known]
    found: dict[int, str] = {}
    first = rows[filled[0]].text if filled else ""
    again = Counter(rows[index].text for index in filled)
    for place, index in enumerate(filled[1:], 1):
        text = rows[index].text
        inside = _interrupts(rows, filled, place)
        turned = text == first and goes_on(rows, filled, place)
        head = (turned or inside) and again[text] > 1 and _is_head(rows, index)
        named = bool(PAGE.fullmatch(text)) and called(text) and alone(rows, index)
        below = filled[place - 1] in found or centred(rows, index)
        number = bool(BARE.match(text)) and (inside or below)
        if head and not paged:
            found[index] = HEAD
        elif named or number:
            found[index] = NUMBER
    found |= _continued(rows, [i for i in filled if i not in found], again)
    return found | _beside(rows, {**known, **found})


def _continued(
    rows: tuple[Row, ...], filled: list[int], again: Mapping[str, int]
) -> dict[int, str]:
    """Heads of a letter's later pages: `Page 2` beside lines that the letter begins with."""
    found: dict[int, str] = {}
    for index in filled:
        if PAGE.fullmatch(rows[index].text) and called(rows[index].text):
            near = range(max(index - FEWEST, 0), min(index + FEWEST, len(rows) - 1) + 1)
            repeated = [i for i in near if i in filled and again[rows[i].text] > 1]
            found |= dict.fromkeys(repeated, HEAD) | ({index: NUMBER} if repeated else {})
    return found


def _beside(rows: tuple[Row, ...], found: Mapping[int, str]) -> dict[int, str]:
    """The other line of a head or foot that has a number: two halves far apart, one with a day."""
    filled = [index for index, row in enumerate(rows) if row.words]
    near = (
        other
        for pair in pairwise(filled)
        for index, other in (pair, reversed(pair))
        if found.get(index) == NUMBER and other not in found
    )
    return {i: HEAD for i in near if _HALVES.fullmatch(rows[i].line.text) and _has_day(rows[i])}


def _has_day(row: Row) -> bool:
    return len(row.text) <= LONGEST and bool(_DAY.search(row.text))


def _is_head(rows: tuple[Row, ...], index: int) -> bool:
    """Whether a line may be a head: short, no sentence, not begun in small letters."""
    text = rows[index].text
    apart = alone(rows, index) or text.isupper()
    return len(text) <= LONGEST and not ended(text) and not text[0].islower() and apart


def goes_on(rows: tuple[Row, ...], filled: list[int], place: int) -> bool:
    """Whether a sentence ends below a row: what stands behind the last one is a signature."""
    return any(
        ended(rows[index].text) and len(rows[index].words) > FEWEST for index in filled[place + 1 :]
    )


def _interrupts(rows: tuple[Row, ...], filled: list[int], place: int) -> bool:
    """Whether the row stands within a sentence: one goes on before it, and after it."""
    if place + 1 == len(filled):
        return False
    before, after = rows[filled[place - 1]].text, rows[filled[place + 1]].text
    long = len(before) > len(rows[filled[place]].text)
    return long and not ended(before) and after[:1].islower() and before[-1:] not in ","
