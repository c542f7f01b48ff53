"""Owns cutting a received file with several motions into one for each, with nothing between."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from archive.intake.mending.kept import kept_text
from archive.intake.mending.mended import Mended
from archive.intake.mending.runnings import left_out
from archive.intake.received import Page, Received


@dataclass(frozen=True)
class Part:
    """A part of a received file: its own lines, and which of them are no words of the document.

    `left_out` counts the lines of the part's kept text from 1; it knows what only the whole file
    shows, as a running head that each part has once. `above` are the words before the first part.
    """

    received: Received
    left_out: Mapping[int, str] = field(default_factory=dict)
    above: str = ""


def parts_at(received: Received, mended: Mended, starts: Sequence[int]) -> tuple[Part, ...]:
    """The parts that begin with these paragraphs, each up to the next one."""
    kept = kept_text(received)
    numbers = [row.number for row in kept.rows]
    rows = [bisect_right(numbers, mended.paragraphs[start].row) - 1 for start in starts]
    gone = left_out(kept.rows)
    above = "\n".join(p.text for p in mended.paragraphs[: starts[0]])
    ends = [*rows[1:], len(kept.rows)]
    return tuple(
        _part(received, gone, start, end, above) for start, end in zip(rows, ends, strict=True)
    )


def _part(received: Received, gone: Mapping[int, str], start: int, end: int, above: str) -> Part:
    """The rows from `start` to `end`; each page of the kept text ends with a row of its own."""
    pages: list[Page] = []
    whys: list[str | None] = []
    at = 0
    for page in received.pages:
        inside = range(max(start - at, 0), min(end - at, len(page)))
        lines = tuple(page[index] for index in inside)
        if any(line.text.strip() for line in lines):
            pages.append(lines)
            whys += [*(gone.get(at + index) for index in inside), None]
        at += len(page) + 1
    part = replace(received, pages=tuple(pages))
    numbers = (row.number for row in kept_text(part).rows)
    named = {number: why for number, why in zip(numbers, whys, strict=True) if why}
    return Part(_without_gaps_below(part), named, above)


def _without_gaps_below(part: Received) -> Received:
    """A part without empty lines at its end."""
    *pages, last = part.pages
    lines = list(last)
    while not lines[-1].text.strip():
        lines.pop()
    return replace(part, pages=(*pages, tuple(lines)))
