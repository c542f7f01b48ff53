"""Owns the honest clock: days from one date to another, as the calendar and as an office counts.

Working days are those after the first date up to and with the second that are no Saturday, no
Sunday and no public holiday of the place that mkdocs.yml names (`holidays`).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from holidays import country_holidays
from numpy import busday_count, busdaycalendar

from archive.archive import Archive
from archive.held import HeldLetter, HeldMotion
from archive.model.dates import PartialDate, days_between

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Wait:
    """How long something took; `working` is None where the archive names no holidays."""

    days: int
    working: int | None


def wait(archive: Archive, since: PartialDate, until: PartialDate) -> Wait | None:
    """The time between two dates; None unless both are known to the day and in this order."""
    days = days_between(since, until)
    if days is None or days < 0:
        return None
    calendar = archive.site.settings.holidays
    working = working_days(since.first_day, until.first_day, calendar) if calendar else None
    return Wait(days, working)


def since_meeting(archive: Archive, motion: HeldMotion, letter: HeldLetter) -> Wait | None:
    """The time from the meeting that dealt with a motion to a letter that answers it."""
    return wait(archive, archive.day_of(motion), letter.date)


def since_asked(archive: Archive, letter: HeldLetter) -> Wait | None:
    """The time from the letter that a letter replies to; None where that is not known."""
    if letter.replies_to:
        return wait(archive, archive.letters[letter.replies_to].date, letter.date)
    if letter.unheld:
        _, asked = letter.unheld
        return wait(archive, asked, letter.date)
    return None


def working_days(since: date, until: date, calendar: str) -> int:
    """Days after `since` up to and with `until` on which offices work in a country or its part."""
    days_off = _days_off(calendar, since.year, until.year)
    return int(busday_count(since + DAY, until + DAY, busdaycal=days_off))


@lru_cache(maxsize=512)
def _days_off(calendar: str, first: int, last: int) -> busdaycalendar:
    """Weekends, and the holidays of these years."""
    held = ((year, day) for year in range(first, last + 1) for day in _holidays(calendar, year))
    return busdaycalendar(holidays=[day for year, day in held if day.year == year])


@lru_cache(maxsize=512)
def _holidays(calendar: str, year: int) -> frozenset[date]:
    country, _, part = calendar.partition("-")
    return frozenset(country_holidays(country, subdiv=part or None, years=year))
