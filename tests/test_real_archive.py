"""Owns holding the real records against what is known of them, fact by fact."""

from archive.archive import Archive
from archive.pages.letters import waited
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
    counted = {since: days for days, since in waited(real, real.letters[LETTER])}
    assert counted == {"after the meeting": 104, "after the letter it replies to": 103}


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


def test_neither_text_of_a_motion_is_held(real: Archive) -> None:
    assert all(not held.body.words for held in real.motions.values())


def test_no_personal_data_of_the_officer_is_anywhere(real: Archive) -> None:
    for folder in ("letters", "motions"):
        for path in (TOP / folder).rglob("*"):
            if path.is_file():
                assert "@" not in path.read_text(encoding="utf-8"), path
    assert "[redacted: an officer's e-mail address]" in real.letters[LETTER].body.flat
