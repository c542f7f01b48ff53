"""Owns the proof that a body has its source's words, less omissions and with repairs."""

import re
from collections.abc import Iterator
from itertools import groupby

from rapidfuzz.distance import Levenshtein

from archive.body import Body
from archive.checks.declared import less_omissions, with_repairs
from archive.model.provenance import Transcribed
from archive.nodes import Node
from archive.problems import Problem, quoted
from archive.quotes import flatten

MOST_WORDS_COMPARED = 5_000
"""Words after the first difference beyond which differences are not told apart (quadratic time)."""

MOST_TOLD = 10
"""Differences told of one text: one with more has the wrong source."""

_NOTHING_ADDED = "only words of the source"
DECLARED = "the source's words in their order; what is left out is an entry under omissions"


def word_problems(
    path: str, fields: Node, noun: Transcribed, body: Body, source_text: str
) -> Iterator[Problem]:
    """Omissions and repairs that the source does not have, and every run of words that differs.

    The body must have the words of the source, less the omissions and with the repairs, in order.
    """
    left, problems = less_omissions(path, fields, noun.omissions, source_text)
    if not problems:
        left, problems = with_repairs(path, fields, noun.repairs, source_text, left)
    yield from problems
    if not problems:
        yield from _differences(path, body, left)


def _differences(path: str, body: Body, source_text: str) -> Iterator[Problem]:
    if flatten(source_text) == body.flat:
        return
    held = list(body.words)
    if (wanted := _rejoined(source_text, body).split()) == held:
        return
    lines = _word_lines(body) or [(body.first_line, 1)]
    runs = list(_runs(wanted, held))
    if rest := runs[MOST_TOLD:]:
        line, column = lines[min(rest[0][2], len(lines) - 1)]
        found = f"{len(rest)} more differences from the source"
        yield Problem(path, line, column, found, "the words of the source", DECLARED)
    for a, b, c, d in runs[:MOST_TOLD]:
        line, column = lines[min(c, len(lines) - 1)]
        missing, added = " ".join(wanted[a:b]), " ".join(held[c:d])
        found = quoted(added, 80) if added else f"no {quoted(missing, 80)}"
        want = f"{quoted(missing, 80)}, as the source has it" if missing else _NOTHING_ADDED
        yield Problem(path, line, column, found, want, DECLARED)


def _rejoined(source_text: str, body: Body) -> str:
    """The source with words that it cuts at the end of a line made whole, as the body has them.

    Such a cut is a line end like any other: a repair may declare it, and need not.
    """
    held = set(re.findall(r"[\w-]+", body.raw))

    def joined(cut: "re.Match[str]") -> str:
        whole = (cut[1] + cut[2], f"{cut[1]}-{cut[2]}")
        return next((word for word in whole if word in held), cut[0])

    return re.sub(r"(?<![\w-])([\w-]+)-[ \t\r]*\n\s*([\w-]+)", joined, source_text)


def _runs(wanted: list[str], held: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """The runs of words in which two texts differ; as one run where comparing would take long."""
    start = next((i for i, (a, b) in enumerate(zip(wanted, held, strict=False)) if a != b), None)
    start = min(len(wanted), len(held)) if start is None else start
    rest_wanted, rest_held = wanted[start:], held[start:]
    if max(len(rest_wanted), len(rest_held)) > MOST_WORDS_COMPARED:
        yield start, len(wanted), start, len(held)
        return
    steps = Levenshtein.opcodes(rest_wanted, rest_held)
    for differs, group in groupby(steps, key=lambda step: step.tag != "equal"):
        if differs:
            run = list(group)
            yield (
                start + run[0].src_start,
                start + run[-1].src_end,
                start + run[0].dest_start,
                start + run[-1].dest_end,
            )


def _word_lines(body: Body) -> list[tuple[int, int]]:
    """The line and column of each word of the body."""
    raw = body.raw.split("\n")
    found: list[tuple[int, int]] = []
    for block in body.blocks:
        for offset, line in enumerate(block.lines):
            number = block.line + offset
            start = max(raw[number - body.first_line].find(line), 0)
            found += [(number, start + m.start() + 1) for m in re.finditer(r"\S+", line)]
    return found
