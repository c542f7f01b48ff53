"""Owns finding what stands once only around the text of a page: by its place and its form."""

import re
from collections.abc import Sequence
from itertools import pairwise

from archive.intake.mending.kept import Row
from archive.intake.mending.numbers import BARE, LONGEST, NUMBER, called

AT_TOP, AT_FOOT = 4, 3
"""Lines at the top and the foot of a page among which it is sought."""

HEAD = "a running head"
FOOT = "a running foot"
ADDRESS = "the address of an office at the foot of the page"
SHORTEST = 30
"""Characters of a line of text that goes on over the end of a page, unless a word is cut there."""

_ENDED = re.compile(r"[.!?:;][”’\"')\]¹²³⁴⁵⁶⁷⁸⁹⁰\d]*$")
_CUT = re.compile(r"[^\W\d_]-$")
_CONTACT = re.compile(
    r"\b(?:tel(?:ephone)?|fax|switchboard|textphone|minicom)\b|www\.|https?://|\w\.(?:gov|org|com|net)\b|@"
    r"|\[redacted: (?:a telephone|an e-mail|a postcode|a postal)|\bregistered (?:office|in"
    r"|charity|no)"
    r"|(?:\s[•|·]\s.*){2}|\b(?:p\.?o\.?|gpo) box\b|\bprivate bag\b"
    r"|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b",
    re.IGNORECASE,
)
_WITH_NUMBER = re.compile(r"[^\W\d][^.;:]{4,70}[^\W\d]\W*?[\s|](\d{1,3})$")
"""Words, and apart from them a number: `Carried 8/1` ends with another one."""

_COUNTS = re.compile(
    r"\b(?:votes?|for|against|noes|ayes|nays?|yeas|yes|abst\w*|carried|lost|passed|division|ward"
    r"|district|section|paragraph|clause|article|chapter|line|route|group|question|annex|appendix"
    r"|schedule|motion|item|table|figure|enc\w*|note|no|copy|copies|level|floor|room"
    r"|phase|stage|part|volume|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*"
    r"|dec\w*)\W*\d{1,3}$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[a-z][.!?:;,][”’\"')]*$")
_COPIED = re.compile(r"(?:c\.?c|encl?|c/o)\b", re.IGNORECASE)
_SAYS = re.compile(
    r"\b(?:please|you|your|we|i|is|are|was|were|will|would|can|could|should|have|has|be|been)\b",
    re.IGNORECASE,
)
_BELONGS = re.compile(
    r"\s*(?:c\.?c\b|copy|copies|copied|enc|p\.?s\b|to\b|dear\b|our ref|ref"
    r"|(?:\d{1,2}|[¹²³⁴⁵⁶⁷⁸⁹⁰]+)(?!\d|,))",
    re.IGNORECASE,
)


def turnings(rows: Sequence[Row], pages: Sequence[Sequence[int]]) -> dict[int, str]:
    """Lines between the halves of a sentence that goes on from one page to the next."""
    found: dict[int, str] = {}
    for page, following in pairwise(pages):
        found |= _between(rows, page, following)
    return found


def _between(rows: Sequence[Row], page: Sequence[int], following: Sequence[int]) -> dict[int, str]:
    """The fewest lines whose removal lets a sentence go on."""
    ways = sorted(
        ((feet, heads) for feet in range(AT_FOOT + 1) for heads in range(AT_TOP + 1)),
        key=lambda way: (_after_gap(page, way[0]), sum(way), way),
    )
    for feet, heads in ways:
        if feet + 1 > len(page) or heads + 1 > len(following):
            continue
        above, below = rows[page[-1 - feet]].text, rows[following[heads]].text
        if not _goes_on(above, below):
            continue
        taken = dict.fromkeys(page[len(page) - feet :], FOOT) | dict.fromkeys(
            following[:heads], HEAD
        )
        if all(_is_furniture(rows[index].text) for index in taken):
            return {i: NUMBER if _counts(rows[i].text) else why for i, why in taken.items()}
    return {}


def _counts(text: str) -> bool:
    return called(text) or text.strip(" -–—").isdigit()


def _after_gap(page: Sequence[int], feet: int) -> bool:
    """Whether a gap is above the line that is the last of a page without so many feet."""
    return feet + 1 < len(page) and page[-1 - feet] - page[-2 - feet] > 1


def _goes_on(above: str, below: str) -> bool:
    unfinished = not _ENDED.search(above) and not above.endswith(",") and not _CONTACT.search(above)
    long = len(above) >= SHORTEST or bool(_CUT.search(above))
    return (
        below[:1].islower()
        and not _COPIED.match(below)
        and long
        and (unfinished or above.endswith(","))
    )


def _is_furniture(text: str) -> bool:
    open_end = not _CUT.search(text) and not _SENTENCE.search(text)
    says = len(text) > SHORTEST and _SAYS.search(text)
    return len(text) <= LONGEST and not text[:1].islower() and open_end and not says


def addresses_at_foot(rows: Sequence[Row], pages: Sequence[Sequence[int]]) -> dict[int, str]:
    """The last block of a page, if it says how to reach an office and names nobody.

    A text without pages may end with the writer's own address, which is left.
    """
    found: dict[int, str] = {}
    for page in pages:
        block = _last_block(page)
        texts = [rows[index].text for index in block]
        if len(block) == 1 and _numbered(texts[0], rows[block[0]].page + 1):
            found[block[0]] = FOOT
        on_paper = rows[block[0]].line.size is not None
        if len(block) == 1 < len(page) and on_paper and BARE.match(texts[0]):
            found[block[0]] = NUMBER
        placed = len(pages) > 1 or on_paper
        whole = placed and len(block) < len(page) and len(block) <= AT_FOOT
        contact = sum(bool(_CONTACT.search(text)) for text in texts)
        if whole and contact and not any(_BELONGS.match(t) or _SAYS.search(t) for t in texts):
            found |= dict.fromkeys(block, ADDRESS)
    return found


def _numbered(text: str, page: int) -> bool:
    """Whether a line ends with the number of its page, behind words that name nothing by it."""
    match = _WITH_NUMBER.match(text)
    return match is not None and int(match[1]) == page and not _COUNTS.search(text)


def _last_block(page: Sequence[int]) -> list[int]:
    """The rows at the end of a page that stand directly below each other."""
    block = [page[-1]]
    for index in reversed(page[:-1]):
        if index + 1 != block[0]:
            break
        block.insert(0, index)
    return block
