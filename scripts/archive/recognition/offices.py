"""Owns telling which of our offices some words name, and who held it on a day."""

import re
from collections.abc import Mapping

from archive.model.dates import PartialDate
from archive.model.vocabulary import Person


def office_of(text: str, offices: Mapping[str, str]) -> str | None:
    """The id of the office that some words name, `Chairman` counting as `Chair`."""
    words = _office_words(text)
    for office, called in sorted(offices.items(), key=lambda one: -len(one[1])):
        if words and _office_words(called) == words:
            return office
    return None


def holder(office: str, day: PartialDate, people: Mapping[str, Person]) -> tuple[str, ...]:
    """Who held an office on a day, as far as the archive knows."""
    return tuple(
        one
        for one, person in people.items()
        for tenure in person.offices
        if tenure.office == office
        and (tenure.since is None or tenure.since.first_day <= day.last_day)
        and (tenure.until is None or tenure.until.last_day >= day.first_day)
    )


def _office_words(text: str) -> tuple[str, ...]:
    words = re.findall(r"[a-z]+", text.casefold().replace("chairman", "chair").replace("&", "and"))
    return tuple(word for word in words if word not in ("the", "of"))
