"""Owns reading the pages of a PDF with PDFium, or refusing it."""

import pypdfium2 as pdfium

from archive.intake.layout import page_lines
from archive.intake.pdfletters import page_runs
from archive.intake.received import Content, Page

MOST_PAGES = 1_000
"""Pages of one file. The longest real letter has under a hundred with its enclosures."""

ENCRYPTED = (
    "is encrypted",
    "open it with its password, print or save it as a PDF without one, then add that",
)
DAMAGED = ("is damaged and cannot be read", "get it once more from where it came")
NO_TEXT = "has no text, only pictures of pages"
"""A scan: the remedy depends on what is installed here."""


def read_pdf(content: bytes) -> Content:
    """The lines of a PDF's pages."""
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower() or "security" in str(error).lower()
        return Content(refusal=ENCRYPTED if locked else DAMAGED)
    if len(document) > MOST_PAGES:
        what = f"has {len(document):,} pages, more than {MOST_PAGES:,}"
        return Content(refusal=(what, "take the letter's own pages out of it, then add those"))
    return _content([_lines(document, index) for index in range(len(document))])


def _content(read: list[Page | None]) -> Content:
    pages = tuple(page or () for page in read)
    if not any(pages):
        broken = not read or all(page is None for page in read)
        return Content(refusal=DAMAGED if broken else (NO_TEXT, "it needs OCR"))
    empty = [str(number) for number, page in enumerate(pages, 1) if not page]
    which = f"page {empty[0]} has" if len(empty) == 1 else f"pages {', '.join(empty)} have"
    notes = (f"{which[0].upper()}{which[1:]} no text: pictures, or nothing.",) if empty else ()
    return Content(pages, notes)


def _lines(document: pdfium.PdfDocument, index: int) -> Page | None:
    """The lines of a page; None where PDFium cannot read it."""
    try:
        page = document[index]
        text = page.get_textpage()
    except pdfium.PdfiumError:
        return None
    lines = page_lines(list(page_runs(text)))
    page.close()  # and its text
    return lines
