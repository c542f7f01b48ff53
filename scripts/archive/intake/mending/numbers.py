"""Owns finding the numbers of pages."""

import re
from collections import Counter

from archive.intake.mending.kept import Row

EDGE = 3
"""Lines at the top and the bottom of a page that may be its running head and foot."""

LONGEST = 100
"""Characters of a running head."""

NUMBER = "a page number"

BARE = re.compile(r"[\W_]*(\d{1,4})(?![;,:?!])[\W_]*$")
PAGE = re.compile(
    r"(?:.{0,80}\W)?(?:page|p\.?|pg\.?) ?(\d{1,4})(?: ?(?:of|/) ?\d{1,4})?\W*$", re.IGNORECASE
)
_COUNTED = re.compile(r"\W*(\d{1,3}) ?(?:of|/) ?(\d{1,3})\W*$")


def page_numbers(rows: tuple[Row, ...], pages: list[list[int]]) -> dict[int, str]:
    """Page numbers on the edges of pages: those that are called so, or that count with them."""
    edges = [(page, index) for page in pages for index in {*page[:EDGE], *page[-EDGE:]}]
    named = {index: NUMBER for _, index in edges if called(rows[index].text)}
    bare = {i: int(m[1]) - rows[i].page for _, i in edges if (m := BARE.match(rows[i].text))}
    offsets = Counter(bare.values())
    counted = {i: NUMBER for i, offset in bare.items() if offsets[offset] > 1}
    second = {i: NUMBER for i, offset in bare.items() if offset == 1 and rows[i].page > 0}
    return named | counted | second


def called(text: str) -> bool:
    """Whether a short line says that it is a page's number."""
    counted = _COUNTED.match(text)
    of_all = counted is not None and int(counted[1]) <= int(counted[2])
    return len(text) <= LONGEST and (of_all or bool(PAGE.match(text)))


def maybe_number(rows: tuple[Row, ...], index: int) -> bool:
    """Whether a row that is left may be the number of a page: it stands alone."""
    return bool(BARE.match(rows[index].text)) and alone(rows, index)


def centred(rows: tuple[Row, ...], index: int) -> bool:
    """Whether a row of plain text stands alone and far from the left."""
    text = rows[index].line.text
    return alone(rows, index) and text[:EDGE].isspace() and len(text) > 2 * len(text.strip())


def alone(rows: tuple[Row, ...], index: int) -> bool:
    """Whether nothing stands directly above or below a row."""
    return not any(row.words for row in (*rows[index - 1 : index], *rows[index + 1 : index + 2]))
