"""Owns dates as an archive knows them: whole, only a month or a year, and sometimes doubtful."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from archive.model.noun import unfit

ALLOWED = '2021-09-22, 2021-09 or 2021; with "?" behind it where it is doubtful'

_PATTERN = r"\d{4}(-\d\d(-\d\d)?)?\??"
_FORM = re.compile(r"(?P<year>\d{4})(-(?P<month>\d\d)(-(?P<day>\d\d))?)?(?P<doubt>\?)?", re.ASCII)


MOST_DATES = 16_384
"""Dates kept, the days of forty years: each stands in many records."""

_MONTHS = tuple(calendar.month_name)
"""Read once: each look at `calendar.month_name` writes a date anew."""


@dataclass(frozen=True)
class PartialDate:
    """A day, a month or a year, perhaps doubtful.

    Written as in EDTF (Extended Date/Time Format, ISO 8601-2:2019, levels 0 and 1):
    https://www.loc.gov/standards/datetime/
    """

    year: int
    month: int | None = None
    day: int | None = None
    doubtful: bool = False

    @staticmethod
    def parse(text: str) -> "PartialDate":
        """The date that `text` writes; raises pydantic's error for one that does not exist."""
        return _parsed(text)

    @property
    def first_day(self) -> date:
        """The earliest day that this date can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day that this date can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def whole(self) -> bool:
        """Whether the day is known and not in doubt, so that days can be counted from it."""
        return self.day is not None and not self.doubtful

    @property
    def iso(self) -> str:
        """`2021-09-22`, `2021-09` or `2021`, for machines; a doubt is not in it."""
        parts = (f"{self.year:04}", self.month, self.day)
        return "-".join(p if isinstance(p, str) else f"{p:02}" for p in parts if p is not None)

    @property
    def spoken(self) -> str:
        """`22 September 2021`, `September 2021` or `2021`; `(doubtful)` follows where it is."""
        month = _MONTHS[self.month] if self.month else None
        words = " ".join(str(part) for part in (self.day, month, f"{self.year:04}") if part)
        return f"{words} (doubtful)" if self.doubtful else words

    def __str__(self) -> str:
        return self.iso + ("?" if self.doubtful else "")

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: type[Any], _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            cls.parse, core_schema.str_schema(), serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _core: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """A written date; an editor takes a year alone for a number."""
        written = {"type": "string", "pattern": rf"^{_PATTERN}$"}
        return {"anyOf": [written, {"type": "integer", "minimum": 1000, "maximum": 9999}]}


@lru_cache(MOST_DATES)
def _parsed(text: str) -> PartialDate:
    match = _FORM.fullmatch(text)
    if match is None:
        raise unfit("", "a date", ALLOWED)
    year, month, day = (int(g) if (g := match[n]) else None for n in ("year", "month", "day"))
    try:
        date(year or 0, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        raise unfit("", "a day that exists", ALLOWED) from None
    return PartialDate(year or 0, month, day, match["doubt"] is not None)


def days_between(earlier: PartialDate, later: PartialDate) -> int | None:
    """Calendar days from one day to another; None unless both days are known for certain."""
    if not (earlier.whole and later.whole):
        return None
    return (later.first_day - earlier.first_day).days


def surely_after(one: PartialDate, other: PartialDate) -> bool:
    """Whether the first date is later than the second however the two are completed."""
    return one.first_day > other.last_day
