"""What became of things stands oldest first, and the newest evidence says how far they are."""

import pytest

from archive.archive import Archive
from archive.ledger.asks import entries_of
from archive.ledger.deeds import citing, promises_of, promises_on, traces
from archive.model.evidence import Evidence

WALKWAY = "2020-09-02-pm-2020-0871"
NIGHT_BUSES = "2018-03-08-1-night-buses"


def elsewhere(state: str, day: str) -> Evidence:
    source = {"title": "A notice"}
    fields = {"state": state, "summary": "So it was.", "date": day, "source": source}
    return Evidence.model_validate(fields)


def test_a_commitment_changed_and_then_kept_is_delivered(corpus: Archive) -> None:
    [promise] = promises_of(corpus, corpus.letters[WALKWAY])
    assert [trace.evidence.state for trace in promise.traces] == ["changed", "delivered"]
    assert [trace.day.iso for trace in promise.traces] == ["2020-09-15", "2021-10-21"]
    assert promise.delivery == "delivered"


def test_evidence_knows_the_record_it_is_from_or_that_there_is_none(corpus: Archive) -> None:
    [promise] = promises_of(corpus, corpus.letters[WALKWAY])
    correction, notice = promise.traces
    assert correction.record is corpus.letters["2020-09-15-pm-2020-0871-a"]
    assert notice.record is None
    [siren, *_] = entries_of(corpus, corpus.motions["2018-03-08-2-flood-warnings"])
    motion = corpus.motions["2022-06-16-1-sirens-four-years-on"]
    assert [(trace.record, trace.day.iso) for trace in siren.traces] == [(motion, "2022-06-16")]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (("2021-05", "2020"), ["2020", "2021-05"]),
        (("2021-05", "2021-05-01"), ["2021-05-01", "2021-05"]),
        (("2021", "2021-01"), ["2021-01", "2021"]),
        (("2021-01-01?", "2021-01-01"), ["2021-01-01?", "2021-01-01"]),
    ],
)
def test_evidence_stands_in_the_order_of_its_days_however_it_was_written(
    corpus: Archive, written: tuple[str, str], read: list[str]
) -> None:
    found = traces(corpus, [elsewhere("under way", day) for day in written])
    assert [str(trace.day) for trace in found] == read


def test_nothing_is_said_of_what_nobody_looked_into(corpus: Archive) -> None:
    promises = promises_of(corpus, corpus.letters["2022-11-03-pm-2022-0402-a"])
    assert [promise.delivery for promise in promises] == [
        *("delivered", "partly delivered", None, None)
    ]


def test_the_commitments_on_a_motion_are_those_of_all_letters_that_answer_it(
    corpus: Archive,
) -> None:
    bridge = promises_on(corpus, corpus.motions["2019-12-05-1-the-long-bridge"])
    assert [(one.letter.noun.date.iso, one.number) for one in bridge] == [
        *(("2020-03-19", 1), ("2020-03-19", 2), ("2020-09-02", 1))
    ]


def test_a_letter_knows_for_which_deeds_of_others_it_is_evidence(corpus: Archive) -> None:
    letters = corpus.letters
    given = [(x.owner.id, x.number) for x in citing(corpus, letters["2020-03-19-pm-2020-0244"])]
    assert sorted(given) == [("2018-03-08-1-night-buses", 1), ("2018-05-22-pm-2018-0417", 2)]
    [siren] = citing(corpus, corpus.motions["2022-06-16-1-sirens-four-years-on"])
    assert siren.evidence.state == "partly delivered"
    assert not citing(corpus, letters["2021-shelters"])


def test_evidence_under_an_ask_is_apart_from_what_letters_say_of_it(corpus: Archive) -> None:
    restored, counted, _ = entries_of(corpus, corpus.motions[NIGHT_BUSES])
    assert (restored.response, restored.delivery) == ("addressed", "delivered")
    assert (counted.response, counted.delivery) == ("partly", "abandoned")
