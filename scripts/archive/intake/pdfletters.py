"""Owns the letters of a page of a PDF, and the runs that they grow into."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import pypdfium2 as pdfium
from pypdfium2 import raw

from archive.intake.cells import Run
from archive.intake.tracking import Edges, without_false_spaces

CELL_GAP = 1.6
"""A gap wider than so many sizes of the letters parts what stands beside each other."""

WIDE_SPACE = 0.5
"""A gap wider than so many sizes may part columns, where one begins behind it."""

_BOLD_WEIGHT = 600
_BOLD_NAMES = ("bold", "black", "heavy", "demi")
_UNSEEN = "\x00\u200b\ufffe\uffff"


@dataclass
class _Growing:
    """A run that grows letter by letter."""

    y: float
    size: float
    bold: bool
    left: float
    right: float
    order: int
    letters: list[str] = field(default_factory=list)
    edges: list[Edges] = field(default_factory=list)

    def add(self, sign: str, edges: Edges) -> None:
        """Puts a letter behind the others, or a space, which has the edges of the last letter."""
        self.letters.append(sign)
        self.edges.append(edges)

    def done(self) -> Iterator[Run]:
        """The run as it is now, cut at wide spaces unless its letters are set apart."""
        letters = without_false_spaces(self.letters, self.edges, self.size)
        if len(letters) < len(self.letters):
            yield self._run(letters, self.edges, 0)
            return
        cuts = [i for i, sign in enumerate(letters[:-1], 1) if sign == " " and self._wide(i)]
        for begin, end in pairwise([0, *cuts, len(letters)]):
            yield self._run(letters[begin:end], self.edges[begin:end], begin)

    def _wide(self, index: int) -> bool:
        """Whether the gap before a letter is wider than one between words usually is."""
        return self.edges[index][0] - self.edges[index - 1][1] > WIDE_SPACE * self.size

    def _run(self, letters: list[str], edges: list[Edges], begin: int) -> Run:
        """Some of the letters as a run, behind so many others."""
        units = "".join(letters).encode("utf-16-le", "surrogatepass")
        text = units.decode("utf-16-le", "replace")
        left, right = min(edge[0] for edge in edges), max(edge[1] for edge in edges)
        order, spaced = self.order + begin, begin > 0
        return Run(text, left, right, self.y, self.size, self.bold, order, spaced)


class _Letters:
    """The letters of a page by their numbers."""

    def __init__(self, text: pdfium.PdfTextPage) -> None:
        self.text = text
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.box, self.matrix = raw.FS_RECTF(), raw.FS_MATRIX()

    def sign(self, index: int) -> str:
        """A letter; PDFium has a mark of its own for the hyphen of a word that a line cuts."""
        sign = chr(raw.FPDFText_GetUnicode(self.text, index))
        if not sign.isalnum() and raw.FPDFText_IsHyphen(self.text, index) == 1:
            return "-"
        return sign

    def place(self, index: int) -> tuple[float, float, float, float]:
        """The left and right edge of a letter, its baseline and its size, in points."""
        raw.FPDFText_GetCharOrigin(self.text, index, self.x, self.y)
        raw.FPDFText_GetLooseCharBox(self.text, index, self.box)
        raw.FPDFText_GetMatrix(self.text, index, self.matrix)
        scale = math.hypot(self.matrix.c, self.matrix.d)
        size = raw.FPDFText_GetFontSize(self.text, index) * scale
        return self.box.left, self.box.right, self.y.value, max(size, 1.0)

    def bold(self, index: int) -> bool:
        """Whether a letter is bold, by its weight or the name of its font."""
        if raw.FPDFText_GetFontWeight(self.text, index) >= _BOLD_WEIGHT:
            return True
        name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
        raw.FPDFText_GetFontInfo(self.text, index, name, 128, flags)
        return any(word in name.value.decode("utf-8", "ignore").lower() for word in _BOLD_NAMES)


def page_runs(text: pdfium.PdfTextPage) -> Iterator[Run]:
    """Letters of a page that follow each other on a line without a wide gap between them."""
    letters, run, last = _Letters(text), None, 0
    for index in range(raw.FPDFText_CountChars(text)):
        sign = letters.sign(index)
        if sign in "\r\n":
            yield from _closed(run, letters, last)
            run = None
        elif sign.isspace() or sign in _UNSEEN:
            if run and sign.isspace() and run.letters[-1] != " ":
                run.add(" ", run.edges[-1])
        else:
            left, right, y, size = letters.place(index)
            if run is None or _apart(run, sign, left, right, y, size):
                yield from _closed(run, letters, last)
                run = _Growing(y, size, letters.bold(index), left, right, index)
            run.add(sign, (left, right))
            run.left, run.right, last = min(run.left, left), max(run.right, right), index
    yield from _closed(run, letters, last)


def _closed(run: _Growing | None, letters: _Letters, last: int) -> Iterator[Run]:
    """A run; bold if its last letter is, too: of some lines only the first words are."""
    if run:
        run.bold = run.bold and letters.bold(last)
        yield from run.done()


def _apart(run: _Growing, sign: str, left: float, right: float, y: float, size: float) -> bool:
    """Whether a letter begins a new run: on another line, after a gap, or further back."""
    if abs(y - run.y) > 0.12 * run.size or abs(size - run.size) > 0.25 * run.size:
        return True
    if sign >= "\u0590" and left < run.left:
        return run.left - right > CELL_GAP * size  # from right to left
    return left - run.right > CELL_GAP * size or left < run.right - 2 * size
