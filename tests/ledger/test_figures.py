"""Figures say how many cases they rest on, and of few cases they name no middle."""

from dataclasses import replace

import pytest

from archive.archive import Archive
from archive.ledger.book import Book
from archive.ledger.figures import FEWEST, Times, by_year, holding_times, reply_times, times


@pytest.mark.parametrize(
    ("days", "figures"),
    [
        ([], Times(0, None, None, None)),
        ([40], Times(1, 40, 40, None)),
        ([9, 3, 5, 7], Times(4, 3, 9, None)),
        ([9, 3, 5, 7, 1000], Times(5, 3, 1000, 7.0)),
        ([1, 2, 3, 4, 5, 6], Times(6, 1, 6, 3.5)),
        ([0, 0, 0, 0, 0], Times(5, 0, 0, 0.0)),
    ],
)
def test_there_is_a_middle_only_of_enough_cases(days: list[int], figures: Times) -> None:
    assert times(days) == figures
    assert (figures.middle is None) == (len(days) < FEWEST)


def test_only_replies_whose_days_are_known_are_counted(corpus: Archive) -> None:
    replies = Book(corpus).replies.values()
    assert sum(reply.full is not None for reply in replies) == 8
    assert reply_times(replies) == Times(6, 47, 140, 71.5)


def test_holding_replies_are_counted_apart(corpus: Archive) -> None:
    assert holding_times(Book(corpus).replies.values()) == Times(3, 28, 33, None)


def test_years_without_anything_are_there_too(corpus: Archive) -> None:
    years = by_year(corpus)
    assert list(years) == [2018, 2019, 2020, 2021, 2022, 2023]
    assert years[2019] == (3, 0)
    one = {name: corpus.motions[name] for name in ("2018-03-08-1-night-buses",)}
    last = {name: corpus.letters[name] for name in ("2021-shelters",)}
    assert by_year(replace(corpus, motions=one, letters=last)) == {
        2018: (1, 0),
        2019: (0, 0),
        2020: (0, 0),
        2021: (0, 1),
    }


def test_an_empty_archive_has_no_years(corpus: Archive) -> None:
    assert by_year(replace(corpus, motions={}, letters={})) == {}
