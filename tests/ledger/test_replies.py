"""What is known of the reply to a motion is one of four things, two of them dated or silent."""

import pytest

from archive.archive import Archive
from archive.ledger.book import Book
from archive.ledger.gaps import gaps
from archive.ledger.replies import reply_to
from archive.ledger.states import NO_REPLY, UNJUDGED

SHELTERS = "2020-07-09-1-bus-shelters"
TOWN = "2022-09-15-1-the-town-at-night"


@pytest.mark.parametrize(
    ("motion", "standing"),
    [
        ("2019-12-05-1-the-long-bridge", "replied"),
        ("2023-03-16-1-benches", "holding reply only"),
        (SHELTERS, "none found"),
        ("2018-03-08-3-pavement-licences", "none held"),
    ],
)
def test_a_motion_stands_where_its_letters_leave_it(
    corpus: Archive, motion: str, standing: str
) -> None:
    assert reply_to(corpus, corpus.motions[motion]).standing == standing


def test_holding_replies_are_timed_apart(corpus: Archive) -> None:
    reply = reply_to(corpus, corpus.motions["2022-06-16-1-sirens-four-years-on"])
    assert reply.full is not None and reply.full.id == "2022-11-03-pm-2022-0402-a"
    assert reply.holding is not None and reply.holding.id == "2022-07-14-pm-2022-0402"
    assert reply.waited is not None and reply.waited.days == 140
    assert reply.held_after is not None and reply.held_after.days == 28


def test_the_first_full_reply_counts_whoever_wrote_it(corpus: Archive) -> None:
    reply = reply_to(corpus, corpus.motions["2019-12-05-1-the-long-bridge"])
    assert reply.full is corpus.letters["2020-02-11-constabulary"]


def test_a_motion_of_a_month_has_a_reply_and_no_count_of_days(corpus: Archive) -> None:
    reply = reply_to(corpus, corpus.motions["2018-11-1-reading-rooms"])
    assert (reply.standing, reply.waited) == ("replied", None)


def test_not_mentioned_is_a_statement_about_one_letter(corpus: Archive) -> None:
    found = gaps(Book(corpus)).unmentioned
    assert [(motion.id, ask, letter.id) for motion, ask, letter in found] == [
        (TOWN, 4, "2022-11-03-pm-2022-0402-a"),
        (TOWN, 7, "2022-11-03-pm-2022-0402-a"),
        ("2019-12-05-1-the-long-bridge", 3, "2020-01-07-pm-2019-2210"),
        ("2019-12-05-1-the-long-bridge", 4, "2020-01-07-pm-2019-2210"),
        ("2018-03-08-2-flood-warnings", 2, "2018-05-22-pm-2018-0417"),
    ]


def test_an_ask_that_no_editor_set_against_a_reply_is_a_gap_of_ours(corpus: Archive) -> None:
    found = [(motion.id, ask) for motion, ask in gaps(Book(corpus)).unjudged]
    assert found == [(TOWN, 10), (TOWN, 11), (TOWN, 12)]


def test_no_reply_found_has_a_day_and_no_reply_held_says_nothing(corpus: Archive) -> None:
    found = gaps(Book(corpus))
    assert [motion.id for motion in found.none_found] == [SHELTERS]
    assert "2018-11-street-lamps" in [motion.id for motion in found.none_held]
    assert not {m.id for m in found.none_found} & {m.id for m in found.none_held}


def test_an_ask_has_a_state_even_without_a_response(corpus: Archive) -> None:
    book = Book(corpus)
    states = [book.state(book.entries[name][-1]) for name in (SHELTERS, TOWN)]
    assert states == [NO_REPLY, UNJUDGED]


def test_the_book_has_every_ask_and_commitment_once(corpus: Archive) -> None:
    book = Book(corpus)
    asks = sum(len(motion.noun.asks) for motion in corpus.motions.values())
    promises = sum(len(letter.noun.commitments) for letter in corpus.letters.values())
    assert sum(map(len, book.entries.values())) == asks
    assert sum(map(len, book.promises.values())) == len(book.undertakings) == promises
    for one in book.undertakings:
        promise = book.promise(one)
        assert (one.letter, one.number) == (promise.letter, promise.number)
        assert (one.motion or None, one.traced) == (promise.commitment.motion, bool(promise.traces))
    assert list(book.replies) == list(corpus.motions)


def test_the_clock_also_counts_from_the_letter_that_a_reply_answers(corpus: Archive) -> None:
    told = Book(corpus).replies["2018-03-08-2-flood-warnings"]
    assert told.waited and told.waited.days == 75
    assert told.asked_before and told.asked_before.days == 74
