"""Owns mending the signs of a word: ligatures, invisible characters, mojibake, footnote marks."""

import re
import unicodedata

from ftfy.badness import BADNESS_RE

from archive.checks.encodings import completed, decoded
from archive.intake.mending.pieces import Draft, Piece

_LIGATURE = re.compile("[\ufb00-\ufb06]")
_JOINED = "\u0590"
"""From here on scripts (and emoji) may need characters that are invisible by themselves."""

_PRIVATE = re.compile("[\ue000-\uf8ff]")
_BULLET = re.compile("([\ue000-\uf8ff])(?!.*[\ue000-\uf8ff])")
WRONG = "read in a wrong encoding"
_LOST = "\ufffd"
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN = str.maketrans(_RAISED, "0123456789")
_DOUBLED = re.compile(rf"(\[\d{{1,3}}\])\1|(?<=[^\d\s])([{_RAISED}]+)(\d{{1,3}})(?!\d)")
"""A mark that stands twice, or once raised and once not. `¹¹` may be the eleventh, and is left."""


def mend_signs(draft: Draft) -> None:
    """Mends the signs of each word; those that cannot be known are noted."""
    spoilt = any(decoded(piece.text) != piece.text for row in draft.pieces for piece in row)
    for index, row in enumerate(draft.pieces):
        whole = [_completed(piece) for piece in row] if spoilt else row
        draft.pieces[index] = [_mended(piece, first=i == 0) for i, piece in enumerate(whole)]
        for piece in draft.pieces[index]:
            if why := _doubtful(piece.text):
                draft.doubt(index, piece.text, why)


def _completed(piece: Piece) -> Piece:
    text = completed(piece.text)
    return piece.mended(text, WRONG) if text != piece.text else piece


def _mended(piece: Piece, first: bool) -> Piece:
    if piece.text.isascii() and piece.text.isalnum():
        return piece  # nearly all of them
    for change, why in _CHANGES:
        text = change(piece.text)
        if text != piece.text:
            piece = piece.mended(text, why)
    if first and _BULLET.match(piece.text):
        text = " ".join(("•", piece.text[1:])).rstrip()
        piece = piece.mended(text, "a bullet of a symbol font")
    return piece


def _plain_ligatures(text: str) -> str:
    return _LIGATURE.sub(lambda sign: unicodedata.normalize("NFKC", sign[0]), text)


def _without_soft_hyphens(text: str) -> str:
    """A word without soft hyphens; one at its end is where a line cuts it, and is left."""
    return text[:-1].replace("\u00ad", "") + text[-1:]


def _without_invisible(text: str) -> str:
    if any(char >= _JOINED and unicodedata.category(char)[0] in "LMS" for char in text):
        return text
    return "".join(c for c in text if c == "\u00ad" or unicodedata.category(c) not in ("Cf", "Cc"))


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _without_doubled_marks(text: str) -> str:
    return _DOUBLED.sub(_once, text)


def _once(marks: "re.Match[str]") -> str:
    if marks[1]:
        return marks[1]
    return marks[2] if marks[2].translate(_PLAIN) == marks[3] else marks[0]


_CHANGES = (
    (_plain_ligatures, "a ligature"),
    (decoded, WRONG),
    (_without_soft_hyphens, "a soft hyphen"),
    (_without_invisible, "an invisible character"),
    (_composed, "an accent apart from its letter"),
    (_without_doubled_marks, "a doubled footnote mark"),
)


def _doubtful(text: str) -> str | None:
    if _LOST in text:
        return "a letter was lost before it came here"
    if _PRIVATE.search(text):
        return "a sign of a font of its own, which only the original shows"
    if not text.isascii() and BADNESS_RE.search(text):
        return "it looks like text read in a wrong encoding"
    return None
