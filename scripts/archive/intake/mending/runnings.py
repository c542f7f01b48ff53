"""Owns finding what is no part of a text: running heads and feet, and what describes a page."""

import re
from collections import Counter
from collections.abc import Mapping

from archive.intake.mending.kept import Row
from archive.intake.mending.markings import catchwords, markings
from archive.intake.mending.numbers import EDGE, LONGEST, NUMBER, called, page_numbers
from archive.intake.mending.turnings import (
    FOOT,
    HEAD,
    addresses_at_foot,
    turnings,
)
from archive.intake.mending.unpaged import goes_on, inside
from archive.intake.received import Part

LETTERHEAD = 14
"""Lines at the top of the first page from which running heads may come."""

BLOCK = 6
"""Lines that the head of a letter's later pages has not: to whom, about what, when, which page."""

_LABEL = 4
"""Words of a head that may end with a full stop."""

_SIGNATURE = re.compile(
    r"\W*(?:an? |the )?(?:(?:hand-?written|electronic|scanned|illegible|stylised|cursive) )*"
    r"signature\b(?: (?:in|of|appearing|reading|that|which|image|above|below)\b.*)?\W*$",
    re.IGNORECASE,
)
_COUNTER = re.compile(
    r"\W*\b(?:page |p\.? ?)?\d{1,3} ?(?:of|/) ?\d{1,3}\W*$|\W*\bpage \d{1,3}\W*$"
    r"|^\W*page \d{1,3}(?: ?(?:of|/) ?\d{1,3})?\b\W*(?=\w)"
)
_BY_PART: Mapping[Part, str] = {"foot": FOOT, "earlier": "an earlier e-mail, quoted"}
SIGNATURE = "a description of the signature"


def left_out(rows: tuple[Row, ...]) -> Mapping[int, str]:
    """The rows that are no part of the text, by their place among all, and what they are."""
    pages = _pages(rows)
    found = {i: _BY_PART[row.line.part] for i, row in enumerate(rows) if _is_apart(row)}
    found |= _on_edges(rows, pages) if len(pages) > 1 else {}
    found |= _with_page(rows, pages, found)
    found |= markings(rows, pages) | catchwords(rows)
    rest = [left for page in pages if (left := [i for i in page if i not in found])]
    found |= turnings(rows, rest) | addresses_at_foot(rows, rest)
    found |= inside(rows, found, paged=len(pages) > 1)
    signatures = (i for i, row in enumerate(rows) if row.words and _SIGNATURE.match(row.text))
    return dict.fromkeys(signatures, SIGNATURE) | found


def _is_apart(row: Row) -> bool:
    """Whether the file itself says that a row is no part of the text."""
    return bool(row.words) and row.line.part in _BY_PART


def _pages(rows: tuple[Row, ...]) -> list[list[int]]:
    """The places of the rows with words, page by page."""
    pages: dict[int, list[int]] = {}
    for index, row in enumerate(rows):
        if row.words:
            pages.setdefault(row.page, []).append(index)
    return list(pages.values())


def _on_edges(rows: tuple[Row, ...], pages: list[list[int]]) -> dict[int, str]:
    """Heads, feet and numbers of a text that has pages; what a page has alone is no head."""
    found: dict[int, str] = {}
    letterhead = {rows[index].text.casefold() for index in pages[0][:LETTERHEAD]}
    for why in (HEAD, FOOT):
        edges = [_edge(page, why) for page in pages]
        keys = Counter(key for edge in edges for key in {_key(rows[index]) for index in edge})
        for number, (page, edge) in enumerate(zip(pages, edges, strict=True)):
            for index in _first_of_each(rows, edge, why):
                text = rows[index].text
                top = why == FOOT or index == page[0] or goes_on(rows, page, page.index(index))
                if why == HEAD and any(_is_sentence(rows[i]) for i in page[: page.index(index)]):
                    continue
                again = number > 0 and why == HEAD and text.casefold() in letterhead
                often = keys[_key(rows[index])] >= max(2, (len(pages) + 1) // 2)
                repeated = again or (often and (number > 0 or why == FOOT))
                if len(text) <= LONGEST and top and repeated and not _is_sentence(rows[index]):
                    found[index] = why
    numbers = page_numbers(rows, pages)
    empty = (page for page in pages if all(i in found or i in numbers for i in page))
    only = {i for page in empty for i in page if found.get(i) == HEAD}
    return {i: why for i, why in found.items() if i not in only} | numbers


def _with_page(
    rows: tuple[Row, ...], pages: list[list[int]], found: Mapping[int, str]
) -> dict[int, str]:
    """The block at the top of a later page that says which page it is, whatever else it says."""
    heads: dict[int, str] = {}
    for page in pages[1:]:
        block = [page[0]]
        while (below := block[-1] + 1) in page[:BLOCK]:
            block.append(below)
        said = {i: NUMBER for i in block if called(rows[i].text)}
        whole = said and len(block) < BLOCK and not any(_is_sentence(rows[i]) for i in block)
        heads |= dict.fromkeys(block, HEAD) | said if whole else {}
    return {i: why for i, why in heads.items() if i not in found}


def _is_sentence(row: Row) -> bool:
    """Whether a row says something: motions begin alike, and no head ends with a full stop."""
    return row.text.endswith(".") and len(row.words) > _LABEL


def _first_of_each(rows: tuple[Row, ...], edge: set[int], why: str) -> list[int]:
    """The outermost line of those that are alike: a name at the top may sign below, too."""
    outer = sorted(edge, reverse=why == HEAD)
    return sorted({_key(rows[index]): index for index in outer}.values())


def _edge(page: list[int], why: str) -> set[int]:
    """The lines at the top or the bottom of a page; a short page has no more than halves."""
    count = min(EDGE, (len(page) + (why == HEAD)) // 2)
    return set(page[:count] if why == HEAD else page[len(page) - count :])


def _key(row: Row) -> str:
    """The words of a row; without the number of its page, if it begins or ends with that.

    A single word may count something else, as `Motion 2` does.
    """
    text, number = _COUNTER.sub("", row.text.casefold()), str(row.page + 1)
    words = text.split()
    if len(words) > len(("Page", number)) and number in (words[0], words[-1]):
        return " ".join(word for word in words if word != number)
    return text
