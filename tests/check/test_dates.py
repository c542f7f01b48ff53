"""Dates that are whole, partial or doubtful."""

from datetime import date

import pytest
from pydantic_core import PydanticCustomError

from archive.model.dates import PartialDate, days_between, surely_after

parse = PartialDate.parse


@pytest.mark.parametrize(
    ("text", "spoken", "iso", "first", "last"),
    [
        ("2021-09-02", "2 September 2021", "2021-09-02", (2021, 9, 2), (2021, 9, 2)),
        ("2021-09-02?", "2 September 2021 (doubtful)", "2021-09-02", (2021, 9, 2), (2021, 9, 2)),
        ("2020-02", "February 2020", "2020-02", (2020, 2, 1), (2020, 2, 29)),
        ("2021", "2021", "2021", (2021, 1, 1), (2021, 12, 31)),
        ("0999?", "0999 (doubtful)", "0999", (999, 1, 1), (999, 12, 31)),
    ],
)
def test_a_date_is_spoken_and_spans_days(
    text: str, spoken: str, iso: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    day = parse(text)
    assert (str(day), day.spoken, day.iso) == (text, spoken, iso)
    assert (day.first_day, day.last_day) == (date(*first), date(*last))


@pytest.mark.parametrize(
    "text",
    [
        *("", "0000", "21-09-02", "2021-9-2", "2021/09/02", "2021-09-02??"),
        *("2021-00", "2021-13", "2021-01-00", "2021-02-30", " 2021", "2021\n", "٢٠٢١"),
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(PydanticCustomError):
        parse(text)


def test_days_are_counted_between_whole_dates_only() -> None:
    assert days_between(parse("2021-06-10"), parse("2021-09-22")) == 104
    assert days_between(parse("2021-06-10"), parse("2021-09")) is None
    assert days_between(parse("2021-06-10?"), parse("2021-09-22")) is None


@pytest.mark.parametrize(
    ("one", "other", "after"),
    [
        ("2021-09-22", "2021-09-21", True),
        ("2021-09-22", "2021-09-22", False),
        ("2021-09-22", "2021-09", False),
        ("2021-10", "2021-09", True),
        ("2021", "2021-06", False),
        ("2022", "2021-12-31", True),
    ],
)
def test_a_date_is_after_another_only_if_it_is_so_however_both_are_completed(
    one: str, other: str, after: bool
) -> None:
    assert surely_after(parse(one), parse(other)) is after
