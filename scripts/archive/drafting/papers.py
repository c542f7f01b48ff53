"""Owns handing what was mended to recognition, paragraph by paragraph."""

import re
import unicodedata
from collections.abc import Sequence

from archive.intake.mending.mended import Mended
from archive.intake.mending.mended import Paragraph as MendedParagraph
from archive.recognition.paper import Paper, Paragraph

_RULE = re.compile(r"[\W_]*|\.\.(?:Title|Body|Recommendation|Sponsors?)", re.IGNORECASE)
_MARKER = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]|\d{1,2}(?:\.\d{1,2})?")
_BAR = re.compile(r"(?:^|\s+)\|(?:\s+|$)|(?<=\w)\s+(?=(?:FROM|THROUGH|SUBJECT|SUBJ)\s?:\s\S)")
"""What parts the cells of a table that was copied as text; the labels of a memorandum, too."""

LONGEST_NAME = 60
"""Characters of the part of an id behind its date."""


def paper_of(mended: Mended) -> Paper:
    """The paragraphs as recognition sees them; index by index those of `mended`."""
    return Paper(tuple(map(_paragraph, mended.paragraphs)))


def _paragraph(paragraph: MendedParagraph) -> Paragraph:
    bold = paragraph.bold or bool(paragraph.heading)
    beside = len(_with_markers(paragraph.cells)) > len(paragraph.lines)
    return Paragraph(_told(paragraph), bold, beside, paragraph.column)


def _told(paragraph: MendedParagraph) -> tuple[str, ...]:
    """The lines of a paragraph, parted at wide gaps and bars, without those that only draw a line.

    So are the marks that American councils' registers print: `..Title`.
    """
    cells = (cell for line in paragraph.cells or paragraph.lines for cell in _BAR.split(line))
    lines = _with_markers([cell for cell in cells if cell])
    return tuple(line for line in lines if not _RULE.fullmatch(line)) or paragraph.lines


def _with_markers(cells: Sequence[str]) -> Sequence[str]:
    """Cells, each that is only the sign of an item with the one beside it."""
    found: list[str] = []
    for cell in cells:
        if found and _MARKER.fullmatch(found[-1]):
            found[-1] = f"{found[-1]} {cell}"
        else:
            found.append(cell)
    return found


def naming(text: str) -> str:
    """Words as a part of an id: small letters, digits and single hyphens; may be empty."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall("[a-z0-9]+", plain.replace("'", ""))
    name = ""
    for word in words:
        longer = f"{name}-{word}" if name else word
        if len(longer) > LONGEST_NAME:
            break
        name = longer
    return name or "-".join(words)[:LONGEST_NAME].strip("-")
