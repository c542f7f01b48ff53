"""Owns showing the thread of a motion: all around it once, oldest first, evidence with it."""

from archive.archive import Archive
from archive.ledger.book import Book
from archive.ledger.deeds import promises_on
from archive.ledger.thread import Step, thread

FLOODS = "2018-03-08-2-flood-warnings"
SIRENS = "2022-06-16-1-sirens-four-years-on"


def steps(corpus: Archive, name: str) -> list[Step]:
    motion = corpus.motions[name]
    return thread(corpus, motion, Book(corpus).entries[name], promises_on(corpus, motion))


def told(found: list[Step]) -> list[str]:
    records = ((step.letter or step.motion) for step in found)
    return [record.id for record in records if record]


def test_a_thread_has_each_record_once_oldest_first(corpus: Archive) -> None:
    for name in corpus.motions:
        found = steps(corpus, name)
        assert len(told(found)) == len(set(told(found)))
        assert found == sorted(found, key=lambda step: step.order)
        assert name in told(found)


def test_a_thread_leads_both_ways(corpus: Archive) -> None:
    assert FLOODS in told(steps(corpus, SIRENS))
    assert SIRENS in told(steps(corpus, FLOODS))


def test_evidence_from_a_record_stands_at_its_step(corpus: Archive) -> None:
    by_record = {
        (step.letter or step.motion).id: step.traces  # type: ignore[union-attr]
        for step in steps(corpus, FLOODS)
        if step.letter or step.motion
    }
    assert any(by_record.values())
    for name, traces in by_record.items():
        assert {trace.evidence.letter or trace.evidence.motion for trace in traces} <= {name}


def test_a_letter_that_is_not_held_names_the_one_that_answers_it(corpus: Archive) -> None:
    unheld = [step for step in steps(corpus, FLOODS) if step.sender]
    assert unheld
    assert all(step.to and step.to.noun.in_reply_to for step in unheld)
