"""Owns the words of a document as a page shows them: numbered, with anchors, nothing added."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from archive.anchors import Frame, anchors, frame
from archive.body import Block, Body, split_marker
from archive.model.vocabulary import Abbreviation
from archive.pages.explained import Explainer

PieceKind = Literal[
    "letterhead", "salutation", "heading", "paragraph", "list", "quotation", "closing"
]

TOP_HEADING = 2
"""The level of a document's highest headings: the page's own title is 1."""


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
    """The pieces of a body, in order, with its abbreviations explained."""
    around, explain = frame(body.blocks), Explainer(abbreviations)
    deeper = False
    pieces = []
    for index, (block, anchor) in enumerate(zip(body.blocks, anchors(body), strict=True)):
        level = TOP_HEADING + (block.level > TOP_HEADING and deeper)
        deeper = deeper or block.level == TOP_HEADING
        pieces.append(
            Piece(
                kind=_kind(block, index, around),
                anchor=anchor.name,
                lines=tuple(_line(block, line, explain) for line in block.lines),
                text=block.text,
                number=anchor.number,
                level=level if block.level else 0,
            )
        )
    return tuple(pieces)


def _kind(block: Block, index: int, around: Frame) -> PieceKind:
    if block.kind == "heading":
        return "heading"
    if index < around.begin:
        return "salutation" if index == around.begin - 1 else "letterhead"
    return "closing" if index >= around.end else block.kind


def _line(block: Block, line: str, explain: Explainer) -> Line:
    marker, words = split_marker(line) if block.kind == "list" else ("", line)
    return Line(marker, explain(" ".join(words.split())))
