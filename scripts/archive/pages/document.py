"""Owns the words of a document as a page shows them: numbered, with anchors, nothing added."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup, escape

from archive.body import Block, Body, split_marker
from archive.model.vocabulary import Abbreviation
from archive.pages.addresses import slug
from archive.quotes import find_spans

PieceKind = Literal[
    "letterhead", "salutation", "heading", "paragraph", "list", "quotation", "closing"
]

_SALUTATION = re.compile(r"(?:dear|sir|madam|my lord)\b", re.IGNORECASE)
_CLOSING = re.compile(
    r"(?:yours|(?:with )?(?:kind|best|warm)\w* (?:regards|wishes)|sincerely)\b", re.IGNORECASE
)
TOP_HEADING = 2
"""The level of a document's highest headings: the page's own title is 1."""

_LONGEST_FORMULA = 80
"""Characters; a longer block that begins "Dear" is a paragraph, no salutation."""


@dataclass(frozen=True)
class Line:
    """A line of a piece: the sign that opens a list item (empty if none) and the words, as HTML."""

    marker: str
    words: Markup


@dataclass(frozen=True)
class Piece:
    """A block as the page shows it; `number` is that of a paragraph, `level` that of a heading."""

    kind: PieceKind
    anchor: str
    lines: tuple[Line, ...]
    text: str
    number: int | None = None
    level: int = 0


def document(body: Body, abbreviations: Mapping[str, Abbreviation]) -> tuple[Piece, ...]:
    """The pieces of a body, in order. Blocks between salutation and closing are numbered from 1.

    A body without a salutation (a motion) is numbered from its first block.
    """
    begin, end = _frame(body.blocks)
    explain = _explainer(abbreviations)
    anchors = _anchors(body)
    deeper = False
    pieces = []
    for index, (block, (anchor, number)) in enumerate(zip(body.blocks, anchors, strict=True)):
        level = TOP_HEADING + (block.level > TOP_HEADING and deeper)
        deeper = deeper or block.level == TOP_HEADING
        kind = _kind(block, index, begin, end)
        lines = tuple(_line(block, line, explain) for line in block.lines)
        pieces.append(Piece(kind, anchor, lines, block.text, number, level if block.level else 0))
    return tuple(pieces)


def _kind(block: Block, index: int, begin: int, end: int) -> PieceKind:
    if block.kind == "heading":
        return "heading"
    if index < begin:
        return "salutation" if index == begin - 1 else "letterhead"
    return "closing" if index >= end else block.kind


def anchor_of(body: Body, quote: str) -> tuple[str, int | None]:
    """The anchor of the block in which quoted words begin, and its paragraph number."""
    span = find_spans(body.flat, quote)[0]
    return _anchors(body)[body.block_at(span.start)]


def heading_anchor(body: Body, heading: str) -> str:
    """The anchor of the heading with this text."""
    text = " ".join(heading.split())
    found = zip(body.blocks, _anchors(body), strict=True)
    return next(a for block, (a, _) in found if block.kind == "heading" and block.text == text)


def _frame(blocks: tuple[Block, ...]) -> tuple[int, int]:
    """The index of the first block after the salutation, and of the first block of the closing."""
    begin = next((i + 1 for i, b in enumerate(blocks) if _formula(_SALUTATION, b)), 0)
    closing = (i for i in range(len(blocks) - 1, begin - 1, -1) if _formula(_CLOSING, blocks[i]))
    return begin, next(closing, len(blocks))


def _formula(form: "re.Pattern[str]", block: Block) -> bool:
    short = block.kind == "paragraph" and len(block.text) <= _LONGEST_FORMULA
    return short and bool(form.match(block.text))


def _anchors(body: Body) -> list[tuple[str, int | None]]:
    """The anchor of each block and its paragraph number, if it has one."""
    begin, end = _frame(body.blocks)
    taken: set[str] = set()
    number = 0
    result: list[tuple[str, int | None]] = []
    for index, block in enumerate(body.blocks):
        if block.kind == "heading":
            result.append((_unused(slug(block.text), taken), None))
        elif begin <= index < end:
            number += 1
            result.append((f"p{number}", number))
        else:
            result.append((f"b{index + 1}", None))
    return result


def _unused(wanted: str, taken: set[str]) -> str:
    """The anchor, or its first numbered form that is free; never one that a paragraph has."""
    name = f"section-{wanted}" if re.fullmatch(r"[pb]\d+", wanted) else wanted
    count = 2
    while name in taken:
        name, count = f"{wanted}-{count}", count + 1
    taken.add(name)
    return name


def _line(block: Block, line: str, explain: "_Explainer") -> Line:
    marker, words = split_marker(line) if block.kind == "list" else ("", line)
    return Line(marker, explain(" ".join(words.split())))


class _Explainer:
    """Writes words as HTML, with each abbreviation explained where it first occurs."""

    def __init__(self, forms: Mapping[str, str]) -> None:
        self.forms, self.seen = forms, set[str]()
        known = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
        redacted = r"\[redacted: [^\]]*\]"
        self.pattern = re.compile(rf"{redacted}|(?<!\w)(?:{known})(?!\w)" if known else redacted)

    def __call__(self, words: str) -> Markup:
        return Markup("").join(self._parts(words))

    def _parts(self, words: str) -> Iterator[Markup]:
        end = 0
        for match in self.pattern.finditer(words):
            yield escape(words[end : match.start()])
            yield self._explained(match[0])
            end = match.end()
        yield escape(words[end:])

    def _explained(self, found: str) -> Markup:
        if found not in self.forms:
            return Markup('<span class="redaction">{}</span>').format(found)
        if found in self.seen:
            return escape(found)
        self.seen.add(found)
        return Markup('<abbr title="{}">{}</abbr>').format(self.forms[found], found)


def _explainer(abbreviations: Mapping[str, Abbreviation]) -> _Explainer:
    return _Explainer({form: noun.stands_for for form, noun in forms_of(abbreviations)})


def forms_of(abbreviations: Mapping[str, Abbreviation]) -> Iterable[tuple[str, Abbreviation]]:
    """Every written form of every abbreviation, with what it is a form of."""
    for short, noun in abbreviations.items():
        for form in (short, *noun.also_written):
            yield form, noun


def used_in(body: Body, abbreviations: Mapping[str, Abbreviation]) -> dict[str, str]:
    """The abbreviations that occur in a body, each with the words it stands for."""
    return {
        form: noun.stands_for
        for form, noun in forms_of(abbreviations)
        if find_spans(body.flat, form)
    }
