"""Owns the anchors of a body: what each block is called in a link, and which paragraphs count."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from archive.addresses import slug
from archive.body import Block, Body
from archive.model.quotation import Quotation
from archive.quotes import Span, each_span

_SALUTATION = re.compile(r"(?:dear|sir|madam|my lord)\b", re.IGNORECASE)
_CLOSING = re.compile(
    r"(?:yours|(?:with )?(?:kind|best|warm)\w* (?:regards|wishes)|sincerely)\b", re.IGNORECASE
)
_LONGEST_FORMULA = 80
"""Characters; a longer block that begins "Dear" is a paragraph, no salutation."""

_OF_THE_PAGE = re.compile(
    r"[pb]\d+|ask-\d+|commitment-\d+|answers|asks|cite(-[a-z]+)*|commitments|content"
    r"|contents-title|provenance|sources|thread|words|filter-\d+"
)
"""Anchors that pages have for themselves; a heading of the same name is called otherwise."""

_PARAGRAPH = re.compile(r"p(\d+)")


KEPT = 2_048
"""Results kept, and with each its body: not more than there are bodies in memory anyway."""


@dataclass(frozen=True)
class Anchor:
    """The name of a block in links, and its number if it is a numbered paragraph."""

    name: str
    number: int | None = None


@dataclass(frozen=True)
class Frame:
    """Which blocks of a letter stand around its text: up to the salutation, and from the closing.

    `begin` is the index of the first block after the salutation (0 without one), `end` that of
    the first block of the closing (the number of blocks without one).
    """

    begin: int
    end: int


def frame(blocks: tuple[Block, ...]) -> Frame:
    """Where the text proper begins and ends, between salutation and closing."""
    begin = next((i + 1 for i, b in enumerate(blocks) if _formula(_SALUTATION, b)), 0)
    closing = (i for i in range(len(blocks) - 1, begin - 1, -1) if _formula(_CLOSING, blocks[i]))
    return Frame(begin, next(closing, len(blocks)))


@lru_cache(maxsize=KEPT)
def anchors(body: Body) -> tuple[Anchor, ...]:
    """The anchor of each block: its paragraph number, or the words of a heading, or its place.

    Blocks between salutation and closing are numbered from 1, headings apart. A body without a
    salutation (a motion) is numbered from its first block.
    """
    around = frame(body.blocks)
    taken: set[str] = set()
    number = 0
    result: list[Anchor] = []
    for index, block in enumerate(body.blocks):
        if block.kind == "heading":
            result.append(Anchor(_unused(slug(block.text), taken)))
        elif around.begin <= index < around.end:
            number += 1
            result.append(Anchor(f"p{number}", number))
        else:
            result.append(Anchor(f"b{index + 1}"))
    return tuple(result)


@lru_cache(maxsize=KEPT)
def span_of(body: Body, quote: Quotation) -> Span:
    """Where quoted words stand in the flat text of the body, which must have them."""
    span = _span(body, quote)
    assert span is not None
    return span


def anchor_of(body: Body, quote: Quotation) -> Anchor:
    """The anchor of the block in which quoted words begin; they must stand in the body."""
    return _at(body, span_of(body, quote))


def anchors_of(body: Body, quotes: Iterable[Quotation]) -> tuple[Anchor, ...]:
    """The anchors of several quotations, in their order; none where the body lacks one of them."""
    spans = [_span(body, quote) for quote in quotes]
    return () if None in spans else tuple(_at(body, span) for span in spans if span)


def _at(body: Body, span: Span) -> Anchor:
    return anchors(body)[body.block_at(span.start)]


def _span(body: Body, quote: Quotation) -> Span | None:
    places = each_span(body.flat, quote.words)
    return next(islice(places, (quote.occurrence or 1) - 1, None), None)


def named(name: str) -> Anchor:
    """The anchor of this name: no heading's is one that a paragraph could have."""
    number = _PARAGRAPH.fullmatch(name)
    return Anchor(name, int(number[1]) if number else None)


def heading_anchor(body: Body, heading: str) -> str:
    """The anchor of the heading with this text, which must be one of the body's."""
    text = " ".join(heading.split())
    blocks: Iterable[tuple[Block, Anchor]] = zip(body.blocks, anchors(body), strict=True)
    return next(a.name for b, a in blocks if b.kind == "heading" and b.text == text)


def section_span(body: Body, heading: str) -> Span:
    """Where the section of a heading stands in the flat text: up to the next of its level.

    The heading must be one of the body's; of several with the same words the first counts.
    """
    text = " ".join(heading.split())
    blocks = body.blocks
    first = next(i for i, b in enumerate(blocks) if b.kind == "heading" and b.text == text)
    ends = (i for i in range(first + 1, len(blocks)) if 0 < blocks[i].level <= blocks[first].level)
    return Span(body.begins[first], body.begins[next(ends, len(blocks))])


def _formula(form: "re.Pattern[str]", block: Block) -> bool:
    short = block.kind == "paragraph" and len(block.text) <= _LONGEST_FORMULA
    return short and bool(form.match(block.text))


def _unused(wanted: str, taken: set[str]) -> str:
    """The anchor, or its first numbered form that is free."""
    name = plain = f"section-{wanted}" if _OF_THE_PAGE.fullmatch(wanted) else wanted
    count = 2
    while name in taken:
        name, count = f"{plain}-{count}", count + 1
    taken.add(name)
    return name
