"""Owns showing that the home page tells from when to when records are, however they are dated."""

from dataclasses import replace

import pytest

from archive.archive import Archive
from archive.model.dates import PartialDate
from archive.pages.home import span
from tests.altered import altered


def dated(corpus: Archive, *days: str) -> Archive:
    """An archive of letters alone, of these days, newest first."""
    one = next(iter(corpus.letters.values()))
    nouns = [one.noun.model_copy(update={"date": PartialDate.parse(day)}) for day in days]
    letters = [altered(one, noun, name=f"letter-{at}") for at, noun in enumerate(nouns)]
    return replace(corpus, letters={held.id: held for held in letters}, motions={})


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ((), None),
        (("2018",), ("2018", "2018")),
        (("2021-03-04", "2020", "2018-01"), ("2018-01", "2021-03-04")),
        (("2021-01", "2021", "2019", "2018-01-01", "2018-01"), ("2018-01-01", "2021")),
        (("2018", "2018-01", "2018-01-01?"), ("2018", "2018-01-01?")),
    ],
)
def test_of_days_that_begin_alike_the_same_are_told_as_if_all_were_looked_through(
    corpus: Archive, days: tuple[str, ...], told: tuple[str, str] | None
) -> None:
    archive = dated(corpus, *days)
    every = sorted((x.date for x in archive.letters.values()), key=lambda day: day.first_day)
    assert span(archive) == ((every[0], every[-1]) if every else None)
    assert span(archive) == (told and tuple(map(PartialDate.parse, told)))


def test_motions_count_as_well(corpus: Archive) -> None:
    days = [corpus.day_of(motion) for motion in corpus.motions.values()]
    every = sorted((*(x.date for x in corpus.letters.values()), *days), key=lambda d: d.first_day)
    assert span(corpus) == (every[0], every[-1])
