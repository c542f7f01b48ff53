"""Owns holding the real records against what is known of them, fact by fact."""

from archive.archive import Archive
from archive.ledger.book import Book
from archive.ledger.clock import Wait, since_asked, since_meeting
from archive.ledger.deeds import promises_of
from archive.ledger.gaps import gaps
from tests.conftest import TOP

LETTER = "2021-09-22-mgla150621-5878"
ANTISEMITISM = "2021-06-10-1-antisemitism"
EXPERIENCES = "2021-06-10-2-adverse-childhood-experiences"


def test_the_letter_is_the_one_that_was_received(real: Archive) -> None:
    letter = real.letters[LETTER].noun
    assert letter.title == "London Assembly (Plenary) Meeting 10 June 2021 – Motions"
    assert (letter.date.iso, letter.reference) == ("2021-09-22", "MGLA150621-5878")
    assert (letter.sender, letter.recipient) == ("sadiq-khan", "andrew-boff")
    assert letter.in_reply_to is not None and letter.in_reply_to.letter is None
    assert str(letter.in_reply_to.date) == "2021-06-11"
    assert letter.source.compared is None


def test_days_are_counted_from_the_meeting_and_from_the_letter(real: Archive) -> None:
    letter = real.letters[LETTER]
    meeting = [since_meeting(real, motion, letter) for motion in real.motions.values()]
    assert meeting == [Wait(104, 73), Wait(104, 73)]
    assert since_asked(real, letter) == Wait(103, 72)


def test_offices_are_those_of_the_day_of_the_letter(real: Archive) -> None:
    day = real.letters[LETTER].noun.date
    assert [t.office for t in real.offices_on("sadiq-khan", day)] == ["mayor-of-london"]
    assert [t.office for t in real.offices_on("andrew-boff", day)] == [
        "chair-of-the-london-assembly"
    ]


def test_the_motions_are_as_the_public_sources_say(real: Archive) -> None:
    first, second = real.motions[ANTISEMITISM].noun, real.motions[EXPERIENCES].noun
    assert (first.moved_by, first.seconded_by) == ("susan-hall", "tony-devenish")
    assert first.seconded_by_note == "as named on the agenda"
    assert first.amended_by == ("unmesh-desai",)
    assert not first.asks_complete and len(first.asks) == 1
    assert (second.moved_by, second.seconded_by) == ("emma-best", "caroline-russell")
    assert second.amended_by == ("krupesh-hirani",)
    assert second.asks_complete and len(second.asks) == 2
    assert {m.vote for m in (first, second)} == {"unanimous"}
    assert {real.day_of(m).iso for m in real.motions.values()} == {"2021-06-10"}


def test_the_motion_as_tabled_is_another_document_with_six_asks(real: Archive) -> None:
    [[tabled]] = real.versions.values()
    version = tabled.noun
    assert (version.motion, version.stage) == (ANTISEMITISM, "as tabled")
    assert (version.seconded_by, version.number_of_asks) == ("tony-devenish", 6)
    assert (version.moved_by, version.outcome, version.source) == (None, None, None)
    assert not tabled.body.words


def test_each_ask_is_answered_in_part_and_says_what_is_left_open(real: Archive) -> None:
    entries = [entry for of_one in Book(real).entries.values() for entry in of_one]
    assert [(one.motion.id, one.ask.ask, one.response) for one in entries] == [
        *((ANTISEMITISM, 1, "partly"), (EXPERIENCES, 1, "partly"), (EXPERIENCES, 2, "partly"))
    ]
    personally = entries[2].answers[0].asked
    assert any("met with the WAVE Trust" in quote.words for quote in personally.quotes)
    assert "does not say whether the Mayor has met or will meet it" in str(personally.note)


def test_the_commitments_are_what_the_letter_says_will_be_done(real: Archive) -> None:
    promises = promises_of(real, real.letters[LETTER])
    assert all(" will " in f" {promise.commitment.quote} " for promise in promises)
    assert [promise.commitment.motion for promise in promises] == [
        *(ANTISEMITISM, ANTISEMITISM, ANTISEMITISM, EXPERIENCES)
    ]
    assert all(promise.commitment.ask is None for promise in promises)


def test_nothing_is_said_of_what_became_of_any_of_it(real: Archive) -> None:
    book = Book(real)
    assert not any(entry.delivery for of_one in book.entries.values() for entry in of_one)
    assert not any(promise.delivery for of_one in book.promises.values() for promise in of_one)


def test_the_ledger_has_no_gap_that_nobody_stated(real: Archive) -> None:
    found = gaps(Book(real))
    assert (found.unmentioned, found.unjudged, found.none_found, found.none_held) == ((),) * 4


def test_neither_text_of_a_motion_is_held(real: Archive) -> None:
    assert all(not held.body.words for held in real.motions.values())


def test_no_personal_data_of_the_officer_is_anywhere(real: Archive) -> None:
    for folder in ("letters", "motions"):
        for path in (TOP / folder).rglob("*"):
            if path.is_file():
                assert "@" not in path.read_text(encoding="utf-8"), path
    assert "[redacted: an officer's e-mail address]" in real.letters[LETTER].body.flat
