"""Owns joining lines into paragraphs, and leaving those of addresses, lists and signatures."""

from dataclasses import dataclass, field

from archive.body import split_marker
from archive.intake.mending.measure import Measure, measure_of
from archive.intake.mending.mended import Paragraph
from archive.intake.mending.pieces import Draft
from archive.intake.mending.runnings import ended

INDENT = 8.0
"""Points by which the first line of a paragraph, or an item's further ones, are moved in."""


@dataclass
class _Open:
    """A paragraph that may go on."""

    row: int
    marked: bool
    lines: list[list[str]] = field(default_factory=list)
    indexes: list[int] = field(default_factory=list)
    wraps: bool = False


def paragraphs_of(draft: Draft, wrapped: bool) -> tuple[Paragraph, ...]:
    """The paragraphs of a text; in a `wrapped` one lines end where there was no more room."""
    measure = measure_of(draft.rows, wrapped)
    filled = [index for index, row in enumerate(draft.pieces) if row]
    done: list[_Open] = []
    for index in filled:
        words = [piece.text for piece in draft.pieces[index]]
        step = _step(draft, measure, done[-1], index, words) if done else "paragraph"
        if step == "paragraph":
            marked = bool(split_marker(" ".join(words))[0])
            done.append(_Open(index, marked, [words], [index]))
            continue
        if step == "line":
            done[-1].lines.append(words)
        else:
            done[-1].lines[-1] += words
            done[-1].wraps = True
        done[-1].indexes.append(index)
    return tuple(_closed(draft, one) for one in done)


def _closed(draft: Draft, one: _Open) -> Paragraph:
    rows = [draft.rows[index] for index in one.indexes]
    return Paragraph(
        lines=tuple(" ".join(words) for words in one.lines),
        row=rows[0].number,
        kind="list" if one.marked else "paragraph",
        bold=all(row.line.bold for row in rows),
        heading=rows[0].line.heading,
        column=rows[0].line.column,
    )


def _step(draft: Draft, measure: Measure, one: _Open, index: int, words: list[str]) -> str:
    """What a line does: it goes on with the last one, or begins a line or a paragraph."""
    above, here = draft.rows[one.indexes[-1]], draft.rows[index]
    text = " ".join(one.lines[-1])
    marker = bool(split_marker(" ".join(words))[0])
    goes_on = not ended(text) and words[0][:1].islower() and not marker
    if _differ(draft, one, index):
        return "paragraph"
    fills = measure.fills(above, here)
    if one.indexes[-1] + 1 < index:  # a gap, the end of a page, or something left out
        return _after_gap(draft, one, index, goes_on, fills)
    if marker and (one.marked or ended(text) or not fills):
        return "line" if one.marked else "paragraph"
    if one.marked:
        inside = fills or goes_on or _moved_in(draft, one, index)
        return "join" if inside else "paragraph"
    if fills:
        indented = ended(text) and _moved_in(draft, one, index)
        return "paragraph" if indented else "join"
    return "paragraph" if one.wraps and ended(text) else "line"


def _differ(draft: Draft, one: _Open, index: int) -> bool:
    """Whether a line is set in another way than the last one: a heading, a note, a column."""
    above, here = draft.rows[one.indexes[-1]].line, draft.rows[index].line
    if (above.heading, above.part, above.column) != (here.heading, here.part, here.column):
        return True
    if above.size and here.size and abs(above.size - here.size) > 0.1 * here.size:
        return True
    return above.bold != here.bold


def _after_gap(draft: Draft, one: _Open, index: int, goes_on: bool, fills: bool) -> str:
    """Whether a sentence goes on after a gap: over the end of a page, or where lines are apart."""
    between = draft.rows[one.indexes[-1] + 1 : index]
    above, here = draft.rows[one.indexes[-1]], draft.rows[index]
    turned = above.page != here.page or any(row.words for row in between)
    text = " ".join(one.lines[-1])
    if goes_on and (fills or turned):
        return "join"
    unfinished = turned and fills and not ended(text) and not here.line.bold
    return "join" if unfinished and not split_marker(here.text)[0] else "paragraph"


def _moved_in(draft: Draft, one: _Open, index: int) -> bool:
    """Whether a line begins further to the right than the paragraph's first."""
    first, here = draft.rows[one.indexes[0]].line, draft.rows[index].line
    if first.left is None or here.left is None:
        blank = len(here.text) - len(here.text.lstrip())
        return blank > len(first.text) - len(first.text.lstrip())
    return here.left > first.left + INDENT
