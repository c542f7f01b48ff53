"""Owns the way from what was received to a text that is mended, declared and in paragraphs."""

import re
from collections.abc import Mapping

from archive.intake.mending.cuts import join_cuts
from archive.intake.mending.declaring import omission, repairs, settled, without
from archive.intake.mending.kept import Kept, Row, kept_text
from archive.intake.mending.mended import Doubt, Mended
from archive.intake.mending.numbers import maybe_number
from archive.intake.mending.paragraphs import paragraphs_of
from archive.intake.mending.pieces import Draft, Piece, draft
from archive.intake.mending.runnings import left_out
from archive.intake.mending.signs import mend_signs
from archive.intake.mending.spaces import mend_spaces
from archive.intake.mending.tracked import close_tracked
from archive.intake.received import Received

_NO_MORE: Mapping[int, str] = {}


def mend(received: Received, also_left_out: Mapping[int, str] = _NO_MORE) -> Mended:
    """The text of what was received, mended as far as it is certain how.

    `also_left_out` names further lines of the kept text (counted from 1) that are no part of the
    document, and says what they are. The body that the paragraphs make has the words of
    `source` less `omissions` and with `repairs`, as the check of the archive proves it.
    """
    kept = kept_text(received)
    omitted = _omitted(kept, also_left_out)
    text = Draft(
        kept.rows, [[] if i in omitted else r for i, r in enumerate(draft(kept.rows).pieces)]
    )
    for index in range(len(kept.rows)):
        if text.pieces[index] and maybe_number(kept.rows, index):
            text.doubt(index, kept.rows[index].text, "perhaps the number of a page")
    close_tracked(text)
    mend_signs(text)
    unseen = _without_unseen(kept, text)
    join_cuts(text)
    mend_spaces(text)
    gone = [(_row_piece(kept.rows[index]), why) for index, why in sorted(omitted.items())]
    left = without(kept, sorted([*gone, *unseen], key=lambda entry: entry[0].words[0].start))
    _settle(left.text, text)
    pieces = [piece for row in text.pieces for piece in row]
    return Mended(
        kept.text,
        paragraphs_of(text, received.wrapped),
        left.omissions,
        repairs(left.text, pieces),
        (*sorted(set(text.doubts)), *_mixed(kept)),
    )


def _omitted(kept: Kept, also: Mapping[int, str]) -> dict[int, str]:
    """The rows that are left out: those that can be declared."""
    asked = {i: also[row.number] for i, row in enumerate(kept.rows) if row.number in also}
    return {
        index: why
        for index, why in {**left_out(kept.rows), **asked}.items()
        if kept.rows[index].words and omission(kept, _row_piece(kept.rows[index]), why)
    }


def _row_piece(row: Row) -> Piece:
    return Piece(row.words, row.text)


def _without_unseen(kept: Kept, text: Draft) -> list[tuple[Piece, str]]:
    """Takes out words of which nothing was left, since all of their characters are invisible."""
    gone: list[tuple[Piece, str]] = []
    for index, row in enumerate(text.pieces):
        for place, piece in enumerate(row):
            if not piece.text.strip():
                if omission(kept, piece, piece.whys[-1]):
                    gone.append((piece, piece.whys[-1]))
                else:
                    row[place] = Piece(piece.words, piece.found)
        text.pieces[index] = [piece for piece in row if piece.text.strip()]
    return gone


def _settle(left: str, text: Draft) -> None:
    """Takes back what cannot be declared, and says so."""
    for index, row in enumerate(text.pieces):
        text.pieces[index], back = settled(left, row)
        for piece in back:
            text.doubt(index, piece.found, f"might be {piece.text}, which cannot be declared")


def _mixed(kept: Kept) -> tuple[Doubt, ...]:
    """That a text has both kinds of apostrophes, or of quotation marks."""
    straight, curly = re.search(r"\w'\w", kept.text), re.search("\\w\u2019\\w", kept.text)
    if not (straight and curly):
        straight, curly = re.search('"', kept.text), re.search("[“”]", kept.text)
    if not (straight and curly):
        return ()
    place = min(straight.start(), curly.start())
    line = kept.text.count("\n", 0, max(straight.start(), curly.start())) + 1
    words = " ".join(kept.text[max(place - 10, 0) : place + 10].split())
    return (Doubt(line, words, "curly and straight quotation marks are mixed, and left so"),)
