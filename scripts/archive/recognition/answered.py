"""Owns recognising which motions of ours a letter speaks of: by number and meeting, or by title."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from archive.model.dates import PartialDate
from archive.recognition.dating import dates, dates_before

_MOTION = re.compile(
    r"(?:agreed )?(?:motion|item)\s+(?P<number>\d{1,3})\b\s*[:.–—-]?\s*(?P<title>.*)", re.IGNORECASE
)
_LEADING = re.compile(
    r"^(?:(?:re|motion|subject)\s*[:–—-]\s*|\d{1,2}[.)]\s+|[A-H][.)]\s+)", re.IGNORECASE
)
ALIKE = 88.0
"""Per cent of likeness (rapidfuzz's token set ratio) from which two titles are one."""


@dataclass(frozen=True)
class Dealt:
    """A motion of ours as a letter can point at it: its day, its number there, its title."""

    id: str
    day: PartialDate
    number: int | None
    title: str


@dataclass(frozen=True)
class Pointed:
    """A heading that points at a motion, and the motion; none where we do not hold it."""

    heading: str
    motion: str | None
    sure: bool


def pointed(
    headings: Sequence[str], text: str, letter: PartialDate | None, motions: Sequence[Dealt]
) -> tuple[Pointed, ...]:
    """What each heading points at; headings that are about no motion are left out.

    A number counts only together with a meeting whose day the letter names.
    """
    days = meeting_days(text, letter)
    near = [motion for motion in motions if motion.day.iso in days]
    found = (_pointed(heading, near, motions) for heading in headings)
    return tuple(one for one in found if one)


def meeting_days(text: str, letter: PartialDate | None) -> frozenset[str]:
    """All days that a text names, as it may mean the day of a meeting by any of them."""
    with_year = {one.date.iso for one in dates(text)}
    without = {one.date.iso for one in dates_before(text, letter)} if letter else set()
    return frozenset(with_year | without)


def _pointed(heading: str, near: Sequence[Dealt], motions: Sequence[Dealt]) -> Pointed | None:
    match = _MOTION.match(heading)
    title = match["title"].strip() if match else _LEADING.sub("", heading).strip()
    number = int(match["number"]) if match else None
    numbered = [m for m in near if number is not None and m.number == number]
    if len(numbered) == 1 and (not title or _like(title, numbered[0].title) >= ALIKE / 2):
        return Pointed(heading, numbered[0].id, True)
    titled = best(title, near) or best(title, motions)
    if titled:
        return Pointed(heading, titled.id, titled in near)
    return Pointed(heading, None, False) if match else None


def best(title: str, motions: Sequence[Dealt]) -> Dealt | None:
    """The one motion whose title is like some words; none where several are."""
    scored = sorted(((_like(title, motion.title), motion.id) for motion in motions), reverse=True)
    if not scored or scored[0][0] < ALIKE:
        return None
    if len(scored) > 1 and scored[1][0] >= scored[0][0]:
        return None
    by_id: Mapping[str, Dealt] = {motion.id: motion for motion in motions}
    return by_id[scored[0][1]]


def _like(one: str, other: str) -> float:
    plain = (" ".join(re.findall(r"\w+", text.casefold())) for text in (one, other))
    first, second = plain
    return fuzz.token_sort_ratio(first, second) if first and second else 0.0
