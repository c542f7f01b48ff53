"""Owns the pieces of a text while it is mended: words of the source, and what becomes of them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from archive.intake.mending.kept import Row, Word
from archive.intake.mending.mended import Doubt


@dataclass(frozen=True)
class Piece:
    """Words of the source that become `text`; `whys` says what was done to them, if anything."""

    words: tuple[Word, ...]
    text: str
    whys: tuple[str, ...] = ()

    @property
    def found(self) -> str:
        """The words as the source has them."""
        return " ".join(word.text for word in self.words)

    def mended(self, text: str, why: str) -> "Piece":
        """The piece with another text."""
        return replace(self, text=text, whys=(*self.whys, why))

    def joined(self, other: "Piece", text: str, why: str) -> "Piece":
        """Two pieces as one."""
        whys = tuple(dict.fromkeys((*self.whys, *other.whys, why)))
        return Piece(self.words + other.words, text, whys)


def whole(piece: Piece) -> tuple[Piece, ...]:
    """The words of a piece as the source has them, each for itself."""
    return tuple(Piece((word,), word.text) for word in piece.words)


@dataclass
class Draft:
    """A text that is being mended: rows in order, the pieces of each, and the doubts so far."""

    rows: tuple[Row, ...]
    pieces: list[list[Piece]]
    doubts: list[Doubt] = field(default_factory=list)

    def doubt(self, row: int, words: str, why: str) -> None:
        """Notes that the words of a row are left as they are."""
        self.doubts.append(Doubt(self.rows[row].number, words[:120], why))

    def counts(self) -> Counter[str]:
        """How often each word stands in the text, in small letters and without signs around it."""
        return Counter(bare(piece.text).lower() for row in self.pieces for piece in row)


def draft(rows: Iterable[Row]) -> Draft:
    """The text of some rows, as it is."""
    kept = tuple(rows)
    return Draft(kept, [[Piece((word,), word.text) for word in row.words] for row in kept])


_AROUND = "\"'\u2018\u2019“”«»()[]{}.,;:!?…¹²³⁴⁵⁶⁷⁸⁹⁰*†‡"


def bare(text: str) -> str:
    """A word without the signs around it."""
    return text.strip(_AROUND)
