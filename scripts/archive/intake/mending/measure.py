"""Owns how wide the lines of a text are, and so whether one ended because there was no room."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from archive.intake.mending.kept import Row
from archive.intake.mending.unpaged import ended

NARROWEST = 200.0
"""Points. Narrower blocks are addresses, not text that is wrapped."""

SHORTEST, LONGEST = 45, 130
"""Characters of lines that are wrapped."""

NEARLY = 0.8
"""Of the measure; a line so long may have ended because the next word had no room."""

UNEVEN = 0.92
"""Of the measure; so far lines of one width differ in characters where letters are not all wide."""

WIDE = 0.5
"""Of the measure; a shorter line at the right edge is a date or a signature, not full."""

PROSE = 0.15
"""Of the lines of a column beside others; where fewer begin small, it is of addresses."""

FEWEST_BROKEN, BROKEN = 4, 0.25
"""Lines, and the part of all that stand directly above others, in which a sentence goes on."""

INDENT = 12
"""Blanks before the first line of a paragraph, or before all lines of a quotation."""

SLACK = 3.0
"""Points by which a word may be set closer than it seems."""


@dataclass(frozen=True)
class Measure:
    """Tells of two rows whether the first was full, and of one whether it is nearly so."""

    fills: Callable[[Row, Row], bool]
    nearly: Callable[[Row], bool]


def measure_of(rows: tuple[Row, ...], wrapped: bool) -> Measure:
    """The measure of a text: by places on the page where they are known, else by characters."""
    if not wrapped:
        return Measure(lambda above, below: False, lambda row: False)
    if any(row.line.right is not None for row in rows):
        return Measure(_placed(rows), _long)
    return Measure(_counted(rows), _long)


def broken_by_hand(rows: tuple[Row, ...]) -> bool:
    """Whether lines of a page or a Word file end where those of another paper did.

    Then a sentence often goes on in the next line, directly below a long one.
    """
    pairs = list(_neighbours(rows))
    goes_on = sum(
        _length(above) >= SHORTEST and below.text[:1].islower() and not ended(above.text)
        for above, below in pairs
    )
    return goes_on >= FEWEST_BROKEN and goes_on >= BROKEN * len(pairs)


def _long(row: Row) -> bool:
    """Whether a row is too long for one of an address."""
    return len(row.text) >= SHORTEST


def _placed(rows: tuple[Row, ...]) -> Callable[[Row, Row], bool]:
    edges: dict[int, float] = {}
    for row in rows:
        edges[row.line.column] = max(edges.get(row.line.column, 0.0), row.line.right or 0.0)
    starts: dict[int, float] = {}
    for row in rows:
        left = row.line.left if row.line.left is not None else 0.0
        starts[row.line.column] = min(starts.get(row.line.column, left), left)

    prose = {column: _is_prose(rows, column) for column in edges}

    def fills(above: Row, below: Row) -> bool:
        left, right, column = above.line.left, above.line.right, above.line.column
        if left is None or right is None or not above.words or not below.words:
            return False
        if edges[column] - starts[column] < NARROWEST or not prose[column]:
            return False
        if right - left < WIDE * (edges[column] - starts[column]):
            return False
        letter = (right - left) / max(len(above.text), 1)
        return right + letter * (1 + len(below.words[0].text)) > edges[column] - SLACK

    return fills


def _is_prose(rows: tuple[Row, ...], column: int) -> bool:
    """Whether text is wrapped in a column; beside others, where lines begin in sentences."""
    begins = [row.text[0] for row in rows if row.words and row.line.column == column]
    return not column or sum(sign.islower() for sign in begins) >= PROSE * len(begins)


def _counted(rows: tuple[Row, ...]) -> Callable[[Row, Row], bool]:
    pairs = list(_neighbours(rows))
    lengths = [_length(above) for above, _ in pairs if _length(above) <= LONGEST]
    widest = max(lengths, default=0)
    goes_on = any(
        _length(above) >= NEARLY * widest and below.text[:1].islower() for above, below in pairs
    )

    def fills(above: Row, below: Row) -> bool:
        length = _length(above)
        if widest < SHORTEST or not goes_on or not below.words or length > LONGEST:
            return False
        room = widest if ended(above.text) else UNEVEN * widest
        return length + 1 + len(below.words[0].text) > room

    return fills


def _length(row: Row) -> int:
    """The characters of a row with its indent; one far from the left is set there on purpose."""
    indent = len(row.line.text) - len(row.line.text.lstrip())
    return len(row.text) + (indent if indent <= INDENT else 0)


def _neighbours(rows: tuple[Row, ...]) -> Iterator[tuple[Row, Row]]:
    """Rows with words, and the next one with words directly below."""
    return ((above, below) for above, below in pairwise(rows) if above.words and below.words)
