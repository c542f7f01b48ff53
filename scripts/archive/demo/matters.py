"""Owns the plan of an invented archive: matters, each with its motions and the letters on them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle

from archive.demo.turns import one_in
from archive.demo.words import Words
from archive.model.dates import PartialDate
from archive.model.letter import LetterKind

LAST_DAY = date(2023, 12, 31)
A_YEAR = 400
"""Records of a year, unless there are so many that they would fill too many years."""
MOST_YEARS = 40
BETWEEN_MEETINGS = 14
"""Days."""

Shape = tuple[int, tuple[LetterKind, ...]]
SHAPES: tuple[Shape, ...] = (
    (1, ("request", "reply")),
    (1, ()),
    (1, ("request", "holding reply", "reply", "follow-up")),
    (2, ("reply",)),
    (1, ("request", "holding reply")),
    (1, ("request", "reply", "follow-up", "correction")),
    (1, ("reply",)),
)
"""So many motions, and the letters that follow them."""

_PAUSES: dict[LetterKind, tuple[int, int]] = {
    "request": (1, 3),
    "holding reply": (10, 25),
    "reply": (25, 160),
    "follow-up": (90, 400),
    "correction": (4, 30),
}
"""Days since the letter before, or since the meeting."""


@dataclass(frozen=True)
class Meeting:
    """A meeting: its id, its day, and its date as far as it is said to be known."""

    id: str
    day: date
    told: PartialDate


@dataclass(frozen=True)
class Coming:
    """A letter that is to come."""

    kind: LetterKind
    day: date


@dataclass(frozen=True)
class Matter:
    """Motions of one meeting with their numbers there, and the letters on them, oldest first."""

    number: int
    meeting: Meeting
    motions: tuple[int, ...]
    letters: tuple[Coming, ...]

    @property
    def answered(self) -> bool:
        """Whether there is a full reply."""
        return any(letter.kind == "reply" for letter in self.letters)


def span(records: int) -> tuple[date, date]:
    """The first and the last day on which so many records begin."""
    years = min(MOST_YEARS, records // A_YEAR + 1)
    return date(LAST_DAY.year - years + 1, 1, 1), LAST_DAY


def matters(records: int, words: Words) -> Iterator[Matter]:
    """Matters with so many motions and letters in all, oldest first."""
    first, last = span(records)
    days = (last - first).days
    meeting: Meeting | None = None
    told = taken = 0
    for number, (motions, kinds) in enumerate(cycle(SHAPES)):
        if told == records:
            return
        begun = told * days // records // BETWEEN_MEETINGS
        day = first + timedelta(days=begun * BETWEEN_MEETINGS)
        if meeting is None or meeting.day != day:
            meeting, taken = _meeting(begun, day), 0
        some = min(motions, records - told)
        letters = tuple(_coming(kinds[: records - told - some], day, words))
        yield Matter(number, meeting, tuple(range(taken + 1, taken + some + 1)), letters)
        taken += some
        told += some + len(letters)


def _meeting(number: int, day: date) -> Meeting:
    """A meeting; of one in seventeen only the month is known, of one in nineteen it is in doubt."""
    told = known(
        day, "month" if one_in(17, number, 5) else "doubt" if one_in(19, number, 7) else "day"
    )
    kind = "extraordinary" if one_in(11, number, 3) else "plenary"
    return Meeting(f"{told.iso}-{kind}", day, told)


def known(day: date, how: str) -> PartialDate:
    """A day as far as it is known: the `day`, the `month`, the `year`, or the day in `doubt`."""
    if how == "year":
        return PartialDate(day.year)
    if how == "month":
        return PartialDate(day.year, day.month)
    return PartialDate(day.year, day.month, day.day, doubtful=how == "doubt")


def _coming(kinds: tuple[LetterKind, ...], day: date, words: Words) -> Iterator[Coming]:
    for kind in kinds:
        day += timedelta(days=words.chance.randint(*_PAUSES[kind]))
        yield Coming(kind, day)
