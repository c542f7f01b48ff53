"""Each ask has everything that letters say of it, oldest first, and the newest word counts."""

import pytest

from archive.archive import Archive
from archive.ledger.asks import Entry, entries_of

BRIDGE = "2019-12-05-1-the-long-bridge"
SIRENS = "2022-06-16-1-sirens-four-years-on"
TOWN = "2022-09-15-1-the-town-at-night"


def entry(archive: Archive, motion: str, ask: int) -> Entry:
    return entries_of(archive, archive.motions[motion])[ask - 1]


def test_the_answers_of_several_letters_stand_in_the_order_of_their_dates(corpus: Archive) -> None:
    answers = entry(corpus, BRIDGE, 2).answers
    assert [one.letter.noun.date.iso for one in answers] == [
        *("2020-01-07", "2020-03-19", "2020-09-02", "2020-09-15")
    ]
    assert [one.asked.response for one in answers] == [
        *("deferred", "partly", "addressed", "addressed")
    ]


@pytest.mark.parametrize(
    ("motion", "ask", "response"),
    [
        (BRIDGE, 1, "addressed"),
        (BRIDGE, 4, "outside remit"),
        (SIRENS, 1, "addressed"),
        ("2018-03-08-2-flood-warnings", 1, "partly"),
        ("2018-03-08-2-flood-warnings", 2, "not mentioned"),
        (TOWN, 6, "partly"),
        (TOWN, 12, None),
        ("2023-03-16-1-benches", 1, "deferred"),
        ("2023-03-16-1-benches", 2, None),
    ],
    ids=[
        *("a holding reply is passed over", "another writer came later", "deferred, then done"),
        *("declined, then partly", "said of one letter", "deferred, then partly"),
        *("set against no letter", "a holding reply alone", "beside it in that reply"),
    ],
)
def test_the_newest_full_answer_counts(
    corpus: Archive, motion: str, ask: int, response: str | None
) -> None:
    assert entry(corpus, motion, ask).response == response


def test_a_holding_reply_that_came_last_does_not_count(corpus: Archive) -> None:
    found = entry(corpus, BRIDGE, 1)
    turned = Entry(found.motion, found.ask, found.answers[::-1], (), ())
    assert turned.answers[-1].letter.noun.kind == "holding reply"
    assert turned.response == "addressed"


def test_the_letter_of_the_newest_answer_is_known(corpus: Archive) -> None:
    newest = entry(corpus, SIRENS, 1).newest
    assert newest is not None and newest.letter.id == "2023-03-30-pm-2023-0097"
    assert entry(corpus, TOWN, 10).newest is None


def test_every_ask_stands_in_its_order_even_if_nothing_is_said_of_it(corpus: Archive) -> None:
    entries = entries_of(corpus, corpus.motions[TOWN])
    assert [one.ask.ask for one in entries] == list(range(1, 13))
    assert [one.ask.ask for one in entries if not one.answers] == [10, 11, 12]
    assert entries_of(corpus, corpus.motions["2018-03-08-3-pavement-licences"]) == ()


def test_commitments_stand_with_the_ask_they_are_about(corpus: Archive) -> None:
    promises = [entry(corpus, TOWN, number).promises for number in (1, 5, 6)]
    assert [[one.commitment.quote.words for one in group] for group in promises] == [
        [],
        ["I will see to it."],
        ["I will name a day then"],
    ]
