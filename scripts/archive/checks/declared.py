"""Owns making in a source what a record declares of it: leaving words out, mending others."""

from archive.checks.faults import places
from archive.checks.repairs import ALLOWED, keeps_the_letters
from archive.model.provenance import Omission, Repair
from archive.nodes import Node
from archive.problems import Problem, quoted
from archive.quotes import Span

Words = tuple[str, str, str]
"""What is told of a fault: found, wanted, allowed."""

_AS_THEY_ARE = "words as the source has them"


def less_omissions(
    path: str, fields: Node, omissions: tuple[Omission, ...], source_text: str
) -> tuple[str, list[Problem]]:
    """The source with its omissions blanked out, and those that stand nowhere in it."""
    spans: list[Span] = []
    problems: list[Problem] = []
    for index, omission in enumerate(omissions):
        here = fields.at(("omissions", index))
        found = places(source_text, omission.text, whole_words=True)
        if len(found) >= omission.occurrence:
            spans.append(found[omission.occurrence - 1])
            continue
        what = f"{quoted(omission.text)}, which the source has {_times(len(found))}"
        wanted = f"words of the source (occurrence {omission.occurrence})"
        problems.append(Problem(path, here.line, here.column, what, wanted, _AS_THEY_ARE))
    return blanked(source_text, spans), problems


def with_repairs(
    path: str, fields: Node, repairs: tuple[Repair, ...], source_text: str, left: str
) -> tuple[str, list[Problem]]:
    """What is left of the source with the repairs made in it, and those that cannot be."""
    problems: list[Problem] = []
    pieces: dict[Span, str] = {}
    for index, repair in enumerate(repairs):
        spans = repair_places(left, repair.found)
        meant = spans if repair.occurrence is None else spans[repair.occurrence - 1 :][:1]
        told = _no_repair(repair) or _nowhere(repair, meant, len(spans), source_text)
        if told := told or _again(repair, meant, pieces):
            here = fields.at(("repairs", index))
            problems.append(Problem(path, here.line, here.column, *told))
        else:
            pieces |= dict.fromkeys(meant, repair.mended)
    for span in sorted(pieces, key=lambda span: span.start, reverse=True):
        left = left[: span.start] + pieces[span] + left[span.end :]
    return left, problems


def repair_places(text: str, found: str) -> tuple[Span, ...]:
    """Where the words that a repair found stand in a source less its omissions.

    They are whole words, except where they are signs alone, as `â€™` is: these may be anywhere.
    """
    signs = not any(char.isascii() and char.isalnum() for char in found)
    return places(text, found, whole_words=not signs)


def blanked(text: str, spans: list[Span]) -> str:
    """The text with spaces in place of the spans, so that words around them do not join."""
    for span in spans:
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text


def _no_repair(repair: Repair) -> Words | None:
    """What makes a repair none at all, wherever its words stand."""
    what, other = quoted(repair.found), quoted(repair.mended)
    if repair.found.split() == repair.mended.split():
        allowed = "no such entry, since white space between words needs none"
        return f"{what} mended as itself", "a repair that changes words", allowed
    if not keeps_the_letters(repair.found, repair.mended):
        return f"{other} in place of {what}", "the same letters and figures", ALLOWED
    return None


def _nowhere(repair: Repair, meant: tuple[Span, ...], count: int, source_text: str) -> Words | None:
    """That the source does not have the words, or not so often, or only where it is left out."""
    if meant:
        return None
    which = f"occurrence {repair.occurrence}" if repair.occurrence else "at least once"
    what = f"{quoted(repair.found)}, which the source has {_times(count)}"
    if repair_places(source_text, repair.found)[count:]:
        what += " outside of the omissions"
    return what, f"words of the source ({which})", _AS_THEY_ARE


def _again(repair: Repair, meant: tuple[Span, ...], pieces: dict[Span, str]) -> Words | None:
    """That some of the words have been mended by a repair before."""
    if any(a.start < b.end and b.start < a.end for a in meant for b in pieces):
        what = f"{quoted(repair.found)}, which is mended already"
        return what, "words that no other repair mends", "one repair for each place"
    return None


def _times(count: int) -> str:
    return {0: "nowhere", 1: "once"}.get(count, f"{count} times")
