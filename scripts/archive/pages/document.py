"""Owns the words of a document as a page shows them: numbered, with anchors, nothing added."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from markupsafe import Markup

from archive.addresses import relative
from archive.anchors import Frame, anchors, frame
from archive.body import Block, Body, split_marker
from archive.model.vocabulary import Abbreviation
from archive.pages.explained import Explainer
from archive.pages.quoted import Quoted

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


def document(
    body: Body,
    abbreviations: Mapping[str, Abbreviation],
    quoted: Sequence[Quoted] = (),
    here: str = "",
) -> tuple[Piece, ...]:
    """The pieces of a body, in order, with its abbreviations explained.

    Words that are `quoted` elsewhere are marked, with a link to that place from the page `here`.
    """
    around, writer = frame(body.blocks), _Writer(Explainer(abbreviations), quoted, here)
    deeper = False
    pieces = []
    for index, (block, anchor) in enumerate(zip(body.blocks, anchors(body), strict=True)):
        level = TOP_HEADING + (block.level > TOP_HEADING and deeper)
        deeper = deeper or block.level == TOP_HEADING
        pieces.append(
            Piece(
                kind=_kind(block, index, around),
                anchor=anchor.name,
                lines=tuple(writer.line(block, line) for line in block.lines),
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


class _Writer:
    """Writes one line of a body after the other, and knows how far in the flat text it is."""

    def __init__(self, explain: Explainer, quoted: Sequence[Quoted], here: str) -> None:
        self.explain, self.quoted, self.here = explain, quoted, here
        self.offset = 0

    def line(self, block: Block, line: str) -> Line:
        """The next line of the body."""
        marker, rest = split_marker(line) if block.kind == "list" else ("", line)
        words = " ".join(rest.split())
        begin = self.offset + (len(marker) + 1 if marker else 0)
        self.offset = begin + len(words) + 1 if words else self.offset
        return Line(marker, Markup("").join(self._parts(words, begin)))

    def _parts(self, words: str, begin: int) -> Iterator[Markup]:
        """The words between the borders of quotations, each with its mark and its links."""
        if not words:
            return
        end = begin + len(words)
        spans = [quoted.span for quoted in self.quoted]
        inside = {at for span in spans for at in (span.start, span.end) if begin < at < end}
        borders = [begin, *sorted(inside), end]
        for first, last in pairwise(borders):
            part = self.explain(words[first - begin : last - begin])
            marked = any(span.start <= first and last <= span.end for span in spans)
            yield Markup('<span class="quoted">{}</span>').format(part) if marked else part
            yield from (self._link(q) for q in self.quoted if q.span.end == last)

    def _link(self, quoted: Quoted) -> Markup:
        """A link without words of its own: the style sheet writes its label."""
        page, _, fragment = quoted.address.partition("#")
        address = f"#{fragment}" if page == self.here else relative(quoted.address, self.here)
        link = '<a class="quoted-for" href="{}" data-label="{}" aria-label="{}"></a>'
        return Markup(link).format(address, quoted.label, quoted.title)
