"""Owns telling on which day a body met, from the paper of a motion."""

import re
from collections.abc import Iterator

from archive.recognition.dating import Dated, dates

_HEAD = 15
"""Words of a line that may say when a body met."""

_CLAUSE = re.compile(
    r"\W*(?:now\b,?|whereas|be it|resolved|that|\d{1,2}[.)]\s+that)\b", re.IGNORECASE
)
_NOTED = re.compile(
    r"\W*(?:this|the) (?:full |city |borough |county )?(?:council|assembly|house|parliament|board)"
    r"(?: also| further| therefore)* (?:note|believe|resolve|call|welcome|recogni[sz]e|regret|ask"
    r"|support|condemn|acknowledge)s\b",
    re.IGNORECASE,
)


_OF_PAPER = re.compile(
    r"\b(?:dated(?: the)?|correct as (?:of|at)|updated(?: on)?)\s*$", re.IGNORECASE
)
"""What stands before the day of a report of which a motion speaks."""

_OF_MEETING = re.compile(r"\b[Mm]eeting\b[^.;]{0,25}? (?:on|of)(?: \w+day,?)?\s*$")
_HELD = re.compile(r"\bmeeting\b.{0,120}\bheld\b", re.IGNORECASE)
_FIRST = 3
"""Lines at the head of a paper, among which one may say when the meeting was held."""

_IN_WORDS = re.compile(r"[^\W\d_]{3}")
_PRINTED = re.compile(r"(?:published|printed|updated|uploaded|received)\b", re.IGNORECASE)


def day_of_meeting(text: str) -> Dated | None:
    """The first day of the short lines, else of others; the days that a motion notes are none."""
    first = next((one for one in _told_days(text) if one.date.day), None)
    return next((one for one in dates(text) if first and _means(one, first)), first)


def _means(other: Dated, first: Dated) -> bool:
    """Whether another date has a month by name and the numbers of the first the other way round."""
    one, two = other.date, first.date
    turned = (one.year, one.month, one.day) == (two.year, two.day, two.month)
    return (
        turned and _IN_WORDS.search(other.words) is not None and not _IN_WORDS.search(first.words)
    )


def _is_of_print(line: str) -> bool:
    return bool(_PRINTED.match(line))


def _told_days(text: str) -> Iterator[Dated]:
    """The days of short lines, then of others, then of clauses that name the meeting itself.

    The day on which a paper was made public comes last of those of short lines.
    """
    every = [line for line in text.split("\n") if not _NOTED.match(line)]
    lines = [line for line in every if not _CLAUSE.match(line)]
    clauses = [line for line in every if _CLAUSE.match(line)]
    short = sorted((x for x in lines if len(x.split()) <= _HEAD), key=_is_of_print)
    head = [line for line in lines[:_FIRST] if _HELD.search(line)]
    for line in (*head, *short, *lines):
        yield from (one for one in dates(line) if not _OF_PAPER.search(line[: one.start]))
    for line in clauses:
        yield from (one for one in dates(line) if _OF_MEETING.search(line[: one.start]))
