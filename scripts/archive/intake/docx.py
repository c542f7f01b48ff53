"""Owns reading Word files: paragraphs, lists, tables, footnotes, heads and feet, as lines."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from archive.intake.notemarks import marks_of
from archive.intake.numbering import Numbering, W, numbering_of
from archive.intake.received import Content, Line, Page, Part
from archive.intake.spacing import spacing_of
from archive.intake.styles import Styles, styles_of
from archive.intake.wordtext import Piece, pieces
from archive.intake.zips import DAMAGED, parts_of

_PARTS = ("word/",)
EMPTY = ("is a Word file without any words", "check that it is the right file; save it as PDF")
MOST_DEEP = 40
"""Tables within tables; no letter has more."""


def read_docx(content: bytes) -> Content:
    """The lines of a Word file: head, text, footnotes and foot, each once."""
    parts = parts_of(content, _PARTS)
    if isinstance(parts, tuple):
        return Content(refusal=parts)
    try:
        roots = {name: ElementTree.fromstring(x) for name, x in parts.items() if _read(name)}
    except (ElementTree.ParseError, ValueError, LookupError):
        return Content(refusal=DAMAGED)
    if "word/document.xml" not in roots:
        return Content(refusal=DAMAGED)
    pages = _pages(roots)
    words = any(line.text for page in pages for line in page)
    return Content(pages) if words else Content(refusal=EMPTY)


def _read(name: str) -> bool:
    known = ("document", "numbering", "styles", "footnotes", "endnotes", "header", "footer")
    return name.endswith(".xml") and name.startswith(tuple(f"word/{one}" for one in known))


def _pages(roots: Mapping[str, Element]) -> tuple[Page, ...]:
    """The pages that breaks in the document make; head and foot stand at its two ends."""
    reader = _Reader(
        styles_of(roots.get("word/styles.xml")), numbering_of(roots.get("word/numbering.xml"))
    )
    marks = marks_of(roots["word/document.xml"])
    text: list[list[Line]] = [[]]
    for line in reader.lines(roots["word/document.xml"], "text"):
        if line is None:
            text.append([])
        else:
            text[-1].append(line)
    text[0][:0] = reader.around(roots, "header", "head")
    text[-1] += [*reader.notes(roots, marks), *reader.around(roots, "footer", "foot")]
    return tuple(tuple(_trimmed(page)) for page in text if any(line.text for line in page))


class _Reader:
    """Reads the paragraphs of a document in order, since lists count on."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.styles = styles
        self.numbering = numbering

    def lines(self, root: Element, part: Part) -> Iterator[Line | None]:
        """The lines of a part, with gaps; None where a page ends."""
        space = 0
        space_of = spacing_of(list(_paragraphs(root, 0)), self.styles)
        for paragraph in _paragraphs(root, 0):
            before, after = space_of(paragraph)
            runs = list(pieces(paragraph, self.styles))
            marker = self._marker(paragraph)
            if not marker and not any(piece.text.strip() for piece in runs):
                space = 1
                yield from (None for piece in runs if piece.page)
                continue
            if before or space:
                yield Line("", part=part)
            yield from self._written(paragraph, runs, marker, part)
            space = after

    def _marker(self, paragraph: Element) -> str:
        number, depth = self.styles.list_of(paragraph)
        marker = self.numbering.marker(number, depth) if number else ""
        return f"{marker} " if marker else ""

    def _written(
        self, paragraph: Element, runs: list[Piece], marker: str, part: Part
    ) -> Iterator[Line | None]:
        heading = self.styles.heading(paragraph)
        line: list[Piece] = []
        for piece in [*runs, Piece("", ends=True)]:
            if not (piece.ends or piece.page):
                line.append(piece)
                continue
            words = marker + " ".join("".join(one.text for one in line).split())
            if words.strip():
                bold = all(one.bold for one in line if one.text.strip())
                yield Line(words.strip(), bold=bold, heading=heading, part=part)
                marker = ""
            if piece.page:
                yield None
            line = []

    def around(self, roots: Mapping[str, Element], kind: str, part: Part) -> list[Line]:
        """The lines of heads or feet, each once, with gaps around them."""
        found: list[Line] = []
        for name in sorted(name for name in roots if name.startswith(f"word/{kind}")):
            lines = [line for line in self.lines(roots[name], part) if line]
            if any(line.text and line not in found for line in lines):
                new = (line for line in lines if line not in found or not line.text)
                found += [Line("", part=part), *new]
        return [*found, Line("", part=part)] if found else []

    def notes(self, roots: Mapping[str, Element], marks: Mapping[str, str]) -> list[Line]:
        """Footnotes and endnotes after the text, each behind its mark."""
        found: list[Line] = []
        for kind in ("footnote", "endnote"):
            root = roots.get(f"word/{kind}s.xml")
            for note in root.findall(f"{W}{kind}") if root is not None else ():
                mark = marks.get(f"{kind} {note.get(f'{W}id')}")
                lines = [line for line in self.lines(note, "note") if line and line.text]
                if mark and lines:
                    first = replace(lines[0], text=f"{mark} {lines[0].text}")
                    found += [Line("", part="note"), first, *lines[1:]]
        return found


def _paragraphs(element: Element, depth: int) -> Iterator[Element]:
    """The paragraphs of a part in order, those of tables cell by cell; deleted ones are gone."""
    for child in element if depth < MOST_DEEP else ():
        if child.tag == f"{W}p":
            yield child
        elif child.tag not in (f"{W}del", f"{W}moveFrom", f"{W}sectPr"):
            yield from _paragraphs(child, depth + 1)


def _trimmed(page: list[Line]) -> Iterator[Line]:
    """The lines of a page without doubled gaps and without gaps at its ends."""
    before = ""
    while page and not page[-1].text:
        page.pop()
    for line in page:
        if line.text or before:
            yield line
        before = line.text
