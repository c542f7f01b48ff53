"""Days are counted as the calendar and as an office counts them, and only where they are known."""

from dataclasses import replace
from datetime import date

import pytest

from archive.archive import Archive
from archive.ledger.clock import Wait, since_asked, since_meeting, wait, working_days
from archive.model.dates import PartialDate

parse = PartialDate.parse


@pytest.mark.parametrize(
    ("since", "until", "calendar", "days"),
    [
        (date(2021, 6, 10), date(2021, 6, 10), "GB-ENG", 0),
        (date(2021, 6, 10), date(2021, 6, 11), "GB-ENG", 1),
        (date(2021, 6, 11), date(2021, 6, 13), "GB-ENG", 0),
        (date(2021, 6, 11), date(2021, 6, 14), "GB-ENG", 1),
        (date(2021, 6, 12), date(2021, 6, 19), "GB-ENG", 5),
        (date(2023, 4, 6), date(2023, 4, 11), "GB-ENG", 1),
        (date(2023, 4, 6), date(2023, 4, 11), "GB-SCT", 2),
        (date(2021, 12, 24), date(2022, 1, 4), "GB-ENG", 4),
        (date(2022, 6, 1), date(2022, 6, 6), "GB-ENG", 1),
        (date(2022, 6, 1), date(2022, 6, 6), "US", 3),
        (date(2021, 6, 10), date(2021, 9, 22), "GB-ENG", 73),
    ],
    ids=[
        *("the same day", "the next day", "a weekend", "over a weekend", "from one Saturday"),
        *("Good Friday and Easter Monday", "no Easter Monday in Scotland"),
        "Christmas on a Saturday, so that its days off come later",
        *("four days of a jubilee", "no such days elsewhere", "the seed letter"),
    ],
)
def test_working_days_leave_out_weekends_and_holidays(
    since: date, until: date, calendar: str, days: int
) -> None:
    assert working_days(since, until, calendar) == days


@pytest.mark.parametrize(
    ("since", "until"),
    [
        ("2021-06", "2021-09-22"),
        ("2021-06-10", "2021-09"),
        ("2021-06-10?", "2021-09-22"),
        ("2021-06-10", "2021"),
        ("2021-06-11", "2021-06-10"),
    ],
)
def test_nothing_is_counted_from_dates_that_are_not_known_or_not_in_order(
    corpus: Archive, since: str, until: str
) -> None:
    assert wait(corpus, parse(since), parse(until)) is None


def test_both_countings_stand_together(corpus: Archive) -> None:
    assert wait(corpus, parse("2023-04-06"), parse("2023-04-11")) == Wait(5, 1)


def test_working_days_are_unknown_where_no_holidays_are_named(corpus: Archive) -> None:
    settings = corpus.site.settings.model_copy(update={"holidays": None})
    extra = corpus.site.extra.model_copy(update={"archive": settings})
    elsewhere = replace(corpus, site=corpus.site.model_copy(update={"extra": extra}))
    assert wait(elsewhere, parse("2023-04-06"), parse("2023-04-11")) == Wait(5, None)


def test_the_wait_for_a_letter_is_from_the_meeting_and_from_the_letter_before_it(
    corpus: Archive,
) -> None:
    benches = corpus.motions["2023-03-16-1-benches"]
    holding = corpus.letters["2023-04-17-pm-2023-0118"]
    assert since_meeting(corpus, benches, holding) == Wait(32, 20)
    assert since_asked(corpus, holding) == Wait(31, 19)


@pytest.mark.parametrize(
    ("letter", "days"),
    [
        ("2018-05-22-pm-2018-0417", 74),
        ("2022-11-03-pm-2022-0402-a", 48),
        ("2020-02-11-constabulary", None),
        ("2018-12-14-reading-rooms", None),
        ("2022-03-02-pm-2022-0155", None),
    ],
    ids=["of a letter held", "of one not held", "of none", "of a doubtful one", "of only a year"],
)
def test_the_wait_after_a_letter_is_known_if_both_days_are(
    corpus: Archive, letter: str, days: int | None
) -> None:
    waited = since_asked(corpus, corpus.letters[letter])
    assert (waited.days if waited else None) == days
