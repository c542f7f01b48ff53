"""Owns the text within a paragraph of a Word file, piece by piece."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from archive.intake.numbering import W
from archive.intake.raised import raised
from archive.intake.styles import Styles, is_on

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = (f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}instrText", f"{W}delText", _FALLBACK)
_SIGNS = {
    f"{W}tab": " ",
    f"{W}ptab": " ",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "",
}
_SYMBOLS = {"F0B7": "•", "F0A7": "▪", "F0D8": "➢", "F0FC": "✓", "F0E0": "→"}
"""Signs of Symbol and Wingdings that letters use (their tables in Unicode's public mappings)."""


@dataclass(frozen=True)
class Piece:
    """Some text; or the end of a line, or of a page."""

    text: str
    bold: bool = False
    ends: bool = False
    page: bool = False


def pieces(paragraph: Element, styles: Styles) -> Iterator[Piece]:
    """The text of a paragraph, without what was deleted or moved away."""
    if is_on(paragraph.find(f"{W}pPr/{W}pageBreakBefore")):
        yield Piece("", page=True)
    yield from _within(paragraph, styles.bold(paragraph), False)


def _within(element: Element, bold: bool, high: bool) -> Iterator[Piece]:
    """Pieces of an element; `high` where its figures are raised above the line."""
    for child in element:
        if child.tag in _GONE or child.tag == f"{W}p":
            continue
        if child.tag == f"{W}r":
            own = child.find(f"{W}rPr/{W}b")
            yield from _within(child, bold if own is None else is_on(own), _is_high(child))
        elif (piece := _piece(child, bold, high)) is not None:
            yield piece
        else:
            yield from _within(child, bold, high)


def _is_high(run: Element) -> bool:
    align, rise = run.find(f"{W}rPr/{W}vertAlign"), run.find(f"{W}rPr/{W}position")
    raising = rise.get(f"{W}val", "0") if rise is not None else "0"
    above = raising.isdecimal() and int(raising) > 0
    return above or (align is not None and align.get(f"{W}val") == "superscript")


def _piece(child: Element, bold: bool, high: bool) -> Piece | None:
    """The piece that an element is by itself; None where it only holds others."""
    if child.tag == f"{W}t":
        text = child.text or ""
        return Piece(raised(text) if high else text, bold)
    if child.tag in (f"{W}br", f"{W}cr"):
        return Piece("", ends=True, page=child.get(f"{W}type") == "page")
    if child.tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
        return Piece(child.get(f"{W}id", ""), bold)
    if child.tag == f"{W}sym":
        code = child.get(f"{W}char", "")
        return Piece(_SYMBOLS.get(code.upper(), _character(code)), bold)
    return Piece(_SIGNS[child.tag], bold) if child.tag in _SIGNS else None


def _character(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return "\ufffd"
