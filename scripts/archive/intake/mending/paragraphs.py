"""Owns joining lines into paragraphs, and leaving those of addresses, lists and signatures."""

import re

from archive.body import split_marker
from archive.intake.mending.kept import Row
from archive.intake.mending.measure import Measure, broken_by_hand, measure_of
from archive.intake.mending.mended import Paragraph
from archive.intake.mending.opened import Open, cells_of
from archive.intake.mending.pieces import Draft
from archive.intake.mending.unpaged import ended
from archive.recognition.greetings import greets, signs_off, takes_leave
from archive.recognition.names import name_in

INDENT = 8.0
"""Points by which the first line of a paragraph, or an item's further ones, are moved in."""

RUNNING = 60
"""Characters of a line that is no heading, but goes on with what a page's end cut short."""

NAME = 3
"""Words behind the first initial of a name."""


def paragraphs_of(draft: Draft, wrapped: bool) -> tuple[Paragraph, ...]:
    """The paragraphs of a text; in a `wrapped` one lines end where there was no more room."""
    wrapped = wrapped or broken_by_hand(draft.rows)
    measure = measure_of(draft.rows, wrapped)
    filled = [index for index, row in enumerate(draft.pieces) if row]
    done: list[Open] = []
    for index in filled:
        words = [piece.text for piece in draft.pieces[index]]
        step = _step(draft, measure, done[-1], index, words) if done else "paragraph"
        if step == "paragraph":
            done.append(Open(index, _has_marker(" ".join(words))))
        if step == "join":
            done[-1].join(index, words)
        else:
            done[-1].add(index, words, cells_of(draft, index))
    apart = (part for one in done for part in (one.headed() if wrapped else [one]))
    return tuple(_closed(draft, one) for one in apart)


def _closed(draft: Draft, one: Open) -> Paragraph:
    rows = [draft.rows[index] for index in one.indexes]
    return Paragraph(
        lines=tuple(" ".join(words) for words in one.lines),
        row=rows[0].number,
        cells=tuple(cell for cells in one.cells for cell in cells),
        kind="list" if one.marked else "paragraph",
        bold=all(row.line.bold for row in rows),
        heading=rows[0].line.heading,
        column=rows[0].line.column,
    )


def _step(draft: Draft, measure: Measure, one: Open, index: int, words: list[str]) -> str:
    """What a line does: it goes on with the last one, or begins a line or a paragraph."""
    above, here = draft.rows[one.indexes[-1]], draft.rows[index]
    text = " ".join(one.lines[-1])
    marker = _has_marker(" ".join(words))
    if _is_rule(here, above) and one.indexes[-1] + 1 == index:
        return "line"
    goes_on = not ended(text) and words[0][:1].islower() and not marker
    if _differ(draft, one, index) or _stands_alone(above.text, here.text, text):
        return "paragraph"
    fills = measure.fills(above, here)
    if one.indexes[-1] + 1 < index:  # a gap, the end of a page, or something left out
        return _after_gap(draft, one, index, goes_on, fills)
    if marker and (one.marked or ended(text) or not fills):
        return "line" if one.marked else "paragraph"
    return _below(draft, one, index, fills, goes_on, measure.nearly(above))


def _below(draft: Draft, one: Open, index: int, fills: bool, goes_on: bool, nearly: bool) -> str:
    """What a line without a marker does that stands directly below the last one."""
    text = " ".join(one.lines[-1])
    if one.marked:
        inside = fills or goes_on or _moved_in(draft, one, index)
        return "join" if inside else "paragraph"
    if fills or (goes_on and nearly):
        indented = ended(text) and _moved_in(draft, one, index)
        return "paragraph" if indented else "join"
    return "paragraph" if one.wraps and ended(text) else "line"


def _has_marker(line: str) -> bool:
    """Whether a line begins as an item of a list; `W. H. Voss` is somebody."""
    sign, rest = split_marker(line)
    initial = len(sign) == 2 and sign[0].isupper() and sign[1] == "."  # noqa: PLR2004 (`W.`)
    return bool(sign) and not (initial and name_in(line) and len(rest.split()) <= NAME)


def _is_rule(*rows: Row) -> bool:
    """Whether one of some rows only draws a line."""
    return any(len(row.text) > 2 and not re.search(r"\w", row.text) for row in rows)  # noqa: PLR2004


def _stands_alone(above: str, here: str, text: str) -> bool:
    """Whether one of two rows is a salutation, or the lower one takes leave behind a sentence."""
    if any(greets(row) and row[:1].isupper() for row in (above, here)):
        return True
    leaves = signs_off(here) or (takes_leave(here) and here.endswith(","))
    return leaves and ended(text)


def _differ(draft: Draft, one: Open, index: int) -> bool:
    """Whether a line is set in another way than the last one: a heading, a note, a column."""
    above, here = draft.rows[one.indexes[-1]].line, draft.rows[index].line
    if (above.heading, above.part, above.column) != (here.heading, here.part, here.column):
        return True
    if above.size and here.size and abs(above.size - here.size) > 0.1 * here.size:
        return True
    return above.bold != here.bold


def _after_gap(draft: Draft, one: Open, index: int, goes_on: bool, fills: bool) -> str:
    """Whether a sentence goes on after a gap: over the end of a page, or where lines are apart."""
    between = draft.rows[one.indexes[-1] + 1 : index]
    above, here = draft.rows[one.indexes[-1]], draft.rows[index]
    turned = above.page != here.page or any(row.words for row in between)
    text = " ".join(one.lines[-1])
    if goes_on and (fills or turned):
        return "join"
    runs = fills or (one.wraps and len(here.text) >= RUNNING)
    unfinished = turned and runs and not ended(text) and not here.line.bold
    return "join" if unfinished and not split_marker(here.text)[0] else "paragraph"


def _moved_in(draft: Draft, one: Open, index: int) -> bool:
    """Whether a line begins further to the right than the paragraph's first."""
    first, here = draft.rows[one.indexes[0]].line, draft.rows[index].line
    if first.left is None or here.left is None:
        blank = len(here.text) - len(here.text.lstrip())
        return blank > len(first.text) - len(first.text.lstrip())
    return here.left > first.left + INDENT
