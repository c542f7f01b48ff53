"""Owns what a later record may take up: the latest of the earlier motions and letters."""

from collections import deque
from dataclasses import dataclass, field
from datetime import date

REMEMBERED = 60


@dataclass
class Past:
    """Ids of motions and letters with their days; only the latest are remembered."""

    motions: deque[tuple[str, date]] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    letters: deque[tuple[str, date]] = field(default_factory=lambda: deque(maxlen=REMEMBERED))


def before(remembered: deque[tuple[str, date]], day: date, count: int) -> list[str]:
    """The ids of at most so many of the latest records that are of an earlier year or month."""
    month = day.replace(day=1)
    earlier = [id for id, its_day in remembered if its_day < month]
    return earlier[-count:]
