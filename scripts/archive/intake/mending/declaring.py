"""Owns declaring what was left out and mended, so that the check can prove it.

Whatever cannot be declared is taken back: the words stay as the source has them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from archive.checks.declared import blanked, repair_places
from archive.checks.faults import places
from archive.checks.repairs import keeps_the_letters
from archive.intake.mending.kept import Kept
from archive.intake.mending.pieces import Piece, whole
from archive.model.provenance import Omission, Repair
from archive.quotes import Span

LONGEST = 400
"""Characters of words that are mended together."""

_NO_TEXT = ("~", "null")
"""Words that a record cannot hold as a text of its own."""


@dataclass(frozen=True)
class LeftOut:
    """What was left out, and the source with spaces in its place."""

    omissions: tuple[Omission, ...]
    text: str


def omission(kept: Kept, piece: Piece, why: str) -> Omission | None:
    """The entry that leaves these words out; None where none would mean them alone."""
    found = piece.found
    nth = _whole_words(kept.text, found).get(_span(piece))
    if found in _NO_TEXT or nth is None:
        return None
    return Omission(text=found, why=why, occurrence=nth)


def without(kept: Kept, pieces: Iterable[tuple[Piece, str]]) -> LeftOut:
    """The entries for words that are left out, which must be declarable."""
    omissions, spans = [], []
    for piece, why in pieces:
        if entry := omission(kept, piece, why):
            omissions.append(entry)
            spans.append(_span(piece))
    return LeftOut(tuple(omissions), blanked(kept.text, spans))


def sound(text: str, piece: Piece) -> bool:
    """Whether a piece is as the source has it, or can be declared as mended in what is left."""
    if not piece.whys or piece.text.split() == [word.text for word in piece.words]:
        return True
    found = piece.found
    if len(found) > LONGEST or not piece.text or {found, piece.text} & set(_NO_TEXT):
        return False
    return _span(piece) in _mendable(text, found) and keeps_the_letters(found, piece.text)


def settled(text: str, row: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """A row whose pieces can be declared, and those that had to be taken back."""
    kept: list[Piece] = []
    back: list[Piece] = []
    for piece in row:
        if sound(text, piece):
            kept.append(piece)
        else:
            kept += whole(piece)
            back.append(piece)
    return kept, back


def repairs(text: str, pieces: Iterable[Piece]) -> tuple[Repair, ...]:
    """The entries for what was mended, in order; one for all places that are mended alike."""
    changed = [p for p in pieces if p.whys and p.text.split() != [w.text for w in p.words]]
    groups: dict[tuple[str, str, str], list[Span]] = {}
    for piece in changed:
        key = (piece.found, " ".join(piece.text.split()), " and ".join(piece.whys))
        groups.setdefault(key, []).append(_span(piece))
    entries: list[Repair] = []
    for (found, mended, why), spans in groups.items():
        every = _mendable(text, found)
        if len(spans) == len(every):
            entries.append(Repair(found=found, mended=mended, why=why))
            continue
        for span in spans:
            entries.append(Repair(found=found, mended=mended, why=why, occurrence=every[span]))
    return tuple(entries)


@lru_cache(maxsize=4096)
def _whole_words(text: str, found: str) -> Mapping[Span, int]:
    """Where a text has these words, and which occurrence it is; heads are asked for often."""
    return {span: nth for nth, span in enumerate(places(text, found, whole_words=True), 1)}


@lru_cache(maxsize=4096)
def _mendable(text: str, found: str) -> Mapping[Span, int]:
    return {span: nth for nth, span in enumerate(repair_places(text, found), 1)}


def _span(piece: Piece) -> Span:
    return Span(piece.words[0].start, piece.words[-1].end)
