"""Dated addresses: only where the state that is shown is known."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from archive.archive import Archive
from archive.citations.every import Citations
from archive.history.past import Change, Commit, History
from tests.citations.cases import COMMIT, citations_of

LATER = Commit("9" * 40, datetime(2026, 11, 23, 8, 0, tzinfo=UTC))


def test_without_a_commit_or_with_changes_beside_it_there_is_no_dated_address(
    corpus: Archive,
) -> None:
    topic = next(iter(corpus.topics))
    dated = citations_of(corpus).topic(topic)
    assert dated.url.endswith(f"/topics/{topic}/?as-of=2026-11-22T21:55:00Z&commit=3f2a9c81d4e7")
    changed = History(head=COMMIT, why_not="", uncommitted=frozenset({"letters/x.md"}))
    for citations in (Citations(corpus), Citations(corpus, changed)):
        cited = citations.topic(topic)
        assert cited.url.endswith(f"/topics/{topic}/")
        assert (cited.date, cited.number) == (None, None)


def test_a_letter_stands_as_it_does_since_it_or_a_motion_that_it_answers_changed(
    corpus: Archive,
) -> None:
    letter = next(held for held in corpus.letters.values() if held.noun.answers)
    motion = corpus.motions[letter.noun.answers[0].motion]
    paths = [held.path for held in corpus.letters.values()]
    paths += [held.path for held in corpus.motions.values()]
    changes: dict[str, tuple[Change, ...]]
    changes = {path: (Change("added", path, COMMIT),) for path in paths}
    before = Citations(corpus, History(head=LATER, why_not="", changes=changes))
    assert before.since(letter) == before.since(motion) == "2026-11-22T21:55:00Z"
    changes[motion.path] = (Change("changed", motion.path, LATER), *changes[motion.path])
    after = Citations(corpus, History(head=LATER, why_not="", changes=changes))
    assert after.since(letter) == after.since(motion) == "2026-11-23T08:00:00Z"


def test_what_is_not_known_is_not_dated(corpus: Archive) -> None:
    letter = next(held for held in corpus.letters.values() if held.noun.answers)
    changes = {letter.path: (Change("added", letter.path, COMMIT),)}
    citations = Citations(corpus, History(head=COMMIT, why_not="", changes=changes))
    assert citations.since(letter) is None


def test_moments_are_written_in_utc(corpus: Archive) -> None:
    summer = COMMIT.moment.astimezone(tz=None) + timedelta(0)
    history = History(head=replace(COMMIT, moment=summer), why_not="")
    topic = next(iter(corpus.topics))
    assert "as-of=2026-11-22T21:55:00Z" in Citations(corpus, history).topic(topic).url
