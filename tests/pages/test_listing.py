"""Long lists: the newest first, everything once in the years, parts that stay as they are."""

from dataclasses import replace

import pytest

from archive.model.dates import PartialDate
from archive.pages.listing import Listing, Part

Days = list[PartialDate]


def days(year: int, number: int) -> Days:
    """Days of a year, newest first."""
    every = [PartialDate(year, 1 + at // 28, 1 + at % 28) for at in range(number)]
    return every[::-1]


def listing(things: Days, a_page: int = 10) -> Listing[PartialDate]:
    return Listing("x/", things, lambda day: day, a_page=a_page)


def parts_of(things: Days, a_page: int = 10) -> dict[str, Part[PartialDate]]:
    return {part.address: part for part in listing(things, a_page).pages()}


def test_a_short_list_of_one_year_is_one_page() -> None:
    [only] = listing(days(2021, 10)).pages()
    assert (only.address, only.partial, only.years) == ("x/", False, ())


def test_a_list_of_several_years_has_a_page_for_each() -> None:
    front, *years = listing([*days(2021, 2), *days(2020, 3)]).pages()
    assert (front.partial, front.counts) == (False, {2021: 2, 2020: 3})
    assert [(part.address, part.total) for part in years] == [("x/2021/", 2), ("x/2020/", 3)]
    assert front.leaves == ("x/2021/", "x/2020/")


def test_a_long_year_shows_its_newest_and_leads_to_its_parts() -> None:
    things = days(2021, 25)
    parts = parts_of(things)
    assert list(parts) == ["x/", "x/2021/", "x/2021/3/", "x/2021/2/", "x/2021/1/"]
    year = parts["x/2021/"]
    assert list(year.listed) == list(parts["x/"].listed) == things[:10]
    assert [one.address for one in year.stretches] == ["x/2021/1/", "x/2021/2/", "x/2021/3/"]
    assert [one.count for one in year.stretches] == [10, 10, 5]
    second = parts["x/2021/2/"]
    assert (second.earlier, second.later) == ("x/2021/1/", "x/2021/3/")
    assert second.days == year.stretches[1]
    assert (second.days.since, second.days.until) == (second.listed[-1], second.listed[0])
    assert second.titled("Replies") == "Replies 2021, part 2"


def test_the_days_of_a_part_are_told_without_dates_that_are_a_year_alone() -> None:
    year = parts_of([*days(2021, 14), PartialDate(2021)])["x/2021/"]
    assert [one.since.iso for one in year.stretches] == ["2021-01-01", "2021-01-10"]
    [only] = parts_of([PartialDate(2020)] * 11)["x/2020/"].stretches[1:]
    assert (only.since, only.until) == (PartialDate(2020), PartialDate(2020))


def test_everything_stands_once_in_the_leaves_in_order() -> None:
    things = [*days(2021, 25), *days(2020, 3), *days(2019, 11)]
    parts = parts_of(things)
    leaves = parts["x/"].leaves
    assert [thing for leaf in leaves for thing in parts[leaf].listed] == things
    assert parts["x/2021/"].leaves == leaves
    assert not parts["x/2021/1/"].leaves


def test_a_part_that_is_full_stays_as_it_is() -> None:
    """What is added later changes the last part at most, and the page after it is told of."""
    before = parts_of(days(2021, 25))
    after = parts_of([*days(2022, 4), *days(2021, 31)])
    assert after["x/2021/1/"] == before["x/2021/1/"]
    assert after["x/2021/2/"] == before["x/2021/2/"]
    assert after["x/2021/3/"].listed[-5:] == before["x/2021/3/"].listed
    assert after["x/2021/3/"].later == "x/2021/4/"


def test_another_year_leaves_a_part_as_it_is() -> None:
    before, after = parts_of(days(2021, 25)), parts_of([*days(2022, 30), *days(2021, 25)])
    assert after["x/2021/3/"] == before["x/2021/3/"]
    now, then = after["x/2021/"], before["x/2021/"]
    assert replace(now, years=then.years, leaves=then.leaves) == then


@pytest.mark.parametrize(("rows", "sizes"), [(3, [3, 3, 1]), (10, [1] * 7), (11, [1] * 7)])
def test_rows_fill_a_page_and_what_has_too_many_stands_alone(rows: int, sizes: list[int]) -> None:
    heavy = Listing("x/", days(2021, 7), lambda day: day, lambda _: rows, a_page=10)
    year, *parts = heavy.of_years()
    assert [len(part.listed) for part in reversed(parts)] == sizes
    assert len(year.listed) == max(1, 10 // rows)


def test_what_a_page_is_about() -> None:
    things = [*days(2021, 25), *days(2020, 3)]
    whole = listing(things)
    about = {part.address: len(whole.about(part)) for part in whole.pages()}
    assert (about["x/"], about["x/2021/"], about["x/2021/3/"], about["x/2020/"]) == (28, 25, 5, 3)
