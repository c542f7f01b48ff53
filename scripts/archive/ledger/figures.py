"""Owns figures over the ledger: counts, and medians only of enough cases to mean something."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from archive.archive import Archive
from archive.ledger.replies import Reply

FEWEST = 5
"""Cases of which a median is taken; of fewer, each is listed and none is typical."""


@dataclass(frozen=True)
class Times:
    """Days that replies took: how many cases, the shortest and longest, and the middle one."""

    n: int
    shortest: int | None
    longest: int | None
    middle: float | None


def times(days: Iterable[int]) -> Times:
    """The figures of some numbers of days; no middle of fewer than FEWEST."""
    known = sorted(days)
    if not known:
        return Times(0, None, None, None)
    middle = float(median(known)) if len(known) >= FEWEST else None
    return Times(len(known), known[0], known[-1], middle)


def reply_times(replies: Iterable[Reply]) -> Times:
    """Calendar days from the meeting to the first full reply, where both are known to the day."""
    return times(reply.waited.days for reply in replies if reply.waited)


def holding_times(replies: Iterable[Reply]) -> Times:
    """Calendar days from the meeting to the first holding reply."""
    return times(reply.held_after.days for reply in replies if reply.held_after)


def by_year(archive: Archive) -> Mapping[int, tuple[int, int]]:
    """Motions and letters of each year from the first to the last, years without any included."""
    motions = Counter(archive.day_of(held).year for held in archive.motions.values())
    letters = Counter(held.date.year for held in archive.letters.values())
    years: Sequence[int] = sorted({*motions, *letters})
    span = range(years[0], years[-1] + 1) if years else ()
    return {year: (motions[year], letters[year]) for year in span}
