"""Owns showing that nothing of a record's past is published that was redacted later."""

from pathlib import Path

import pytest

from archive.history.past import History
from archive.history.read import read_history
from tests.history.repository import Past, record

NAME = "Ottoline Brack"
STREET = "Juniper Parade"
OPEN = "Thank you for the letter about the roof of the shelter, which we have read with care."


@pytest.fixture
def past(tmp_path: Path) -> Past:
    return Past(tmp_path / "repository")


def read(past: Past) -> History:
    return read_history(past.archive, "GB")


def leaked(history: History, *secrets: str) -> list[str]:
    text = repr(history).casefold()
    return [word for secret in secrets for word in secret.casefold().split() if word in text]


def letter(words: str, *fields: str) -> str:
    return record(f"{OPEN}\n\n{words}", *fields)


def test_what_a_mark_replaced_is_withheld_and_counted(past: Past) -> None:
    past.commit("Add", a=letter(f"It was {NAME} who asked for a new roof first."))
    past.commit(
        "Redact a name", a=letter("It was [redacted: a name] who asked for a new roof first.")
    )
    history = read(past)
    assert not leaked(history, NAME)
    (change, _) = history.of("letters/a.md")
    assert change.withholds
    (line,) = change.lines
    assert [(run.fate, run.words, run.withheld) for run in line.runs] == [
        ("kept", "It was", 0),
        ("taken out", "", 2),
        ("put in", "[redacted: a name]", 0),
        ("kept", "who asked for a new roof first.", 0),
    ]


@pytest.mark.parametrize(
    "steps",
    [
        # put in after the first state, moved, then redacted
        ["The roof.", f"The roof. {NAME} lives there.", f"{NAME} lives there. The roof.",
         "[redacted: who] lives there. The roof."],
        # taken out without a mark first, and declared only later
        [f"The roof is old, says {NAME}.", "The roof is old.",
         "The roof is old [redacted: who says so]."],
        # put back by mistake after a redaction, and redacted again
        [f"It was {NAME}.", "It was [redacted: a name].",
         f"It was {NAME}.", "It was [redacted: a name]."],
        # changed in spelling before it was redacted
        ["It was Ottoline Brak.", f"It was {NAME}.", "It was [redacted: a name]."],
        # the whole paragraph rewritten with it
        [f"{NAME}, of {STREET}, asked us twice.",
         "Somebody asked us [redacted: name and address] often."],
        # cut over two lines
        ["It was Ottoline\nBrack.", "It was\nOttoline Brack, we hear.",
         "It was [redacted: a name]."],
    ],
)  # fmt: skip
def test_no_way_to_a_redaction_leaks_what_was_there(past: Past, steps: list[str]) -> None:
    for number, words in enumerate(steps):
        past.commit(f"Step {number}", a=letter(words))
    history = read(past)
    assert len(history.of("letters/a.md")) == len(steps)
    assert not leaked(history, NAME, STREET, "Brak")


def test_a_redaction_that_is_declared_without_a_mark_in_the_words_counts(past: Past) -> None:
    past.commit("Add", a=letter(f"The roof. Yours, {NAME}"))
    past.commit("Shorten", a=letter("The roof. Yours"))
    assert leaked(read(past), NAME)
    past.commit(
        "Say so", a=letter("The roof. Yours", "redactions:", "  - {what: a name, why: privacy}")
    )
    assert not leaked(read(past), NAME)


def test_a_redaction_that_is_not_committed_yet_counts(past: Past) -> None:
    past.commit("Add", a=letter("It was said."))
    past.commit("Tell who", a=letter(f"It was said by {NAME}."))
    past.write("letters/a.md", letter("It was said by [redacted: a name]."))
    assert not leaked(read(past), NAME)


def test_a_redaction_under_another_name_of_the_record_counts(past: Past) -> None:
    text = f"It was said by {{}} that the roof leaks.\n\n{OPEN}\n\n{OPEN}"
    past.commit("Add", brack=letter("It was said."))
    past.commit("Tell who", brack=letter(text.format(NAME)))
    past.commit("Rename", brack=None, b=letter(text.format("[redacted: a name]")))
    history = read(past)
    (renamed, *_) = history.of("letters/b.md")
    assert (renamed.kind, renamed.before) == ("renamed", None)
    assert not leaked(History(changes={"": (renamed,)}), NAME)


def test_what_was_redacted_in_one_record_is_withheld_in_others_and_in_reasons(past: Past) -> None:
    past.commit("Add", a=letter(f"It was {NAME}."), b=letter("Nothing."), c=letter("Nothing."))
    past.commit(f"Tell who: {NAME}", b=letter(f"It was {NAME}, we hear."))
    past.commit("Forget it", b=letter("Nothing, really."), c=letter("Nothing, surely."))
    past.commit("Redact OTTOLINE's name", a=letter("It was [redacted: a name]."))
    history = read(past)
    assert not leaked(history, NAME)
    assert history.of("letters/a.md")[0].commit.withheld
    assert history.of("letters/c.md")[0].commit.reason == "Forget it"


def test_two_common_words_that_only_together_are_secret_are_withheld_together(past: Past) -> None:
    common = "The rose is in the park. The thorn is on the stem."
    past.commit(
        "Add", a=letter(f"{common} Yours, Rose Thorn, of the shelter"), b=letter("Nothing.")
    )
    past.commit("Thank Rose Thorn", b=letter("Rose Thorn said nothing."))
    past.commit("Correct", b=letter("Nothing, the rose said."))
    past.commit("Redact", a=letter(f"{common} Yours, [redacted: a name], of the shelter"))
    history = read(past)
    assert "rose thorn" not in repr(history).casefold()
    newest = history.of("letters/b.md")[0]
    assert "the rose said." in repr(newest)


def test_personal_data_that_was_taken_out_silently_is_withheld(past: Past) -> None:
    past.commit("Add", a=letter("Write to brack@parade.example or call 020 7946 0018 for more."))
    past.commit("Shorten", a=letter("Write to us for more."))
    history = read(past)
    assert not leaked(history, "brack@parade.example", "7946")
    assert history.of("letters/a.md")[0].withholds


def test_a_record_without_redactions_hides_nothing(past: Past) -> None:
    past.commit("Add", a=letter("The roof is new."), b=letter("It was [redacted: a name]."))
    past.commit("Correct", a=letter("The roof is old."), b=letter("It was not [redacted: a name]."))
    changes = [c for path in ("letters/a.md", "letters/b.md") for c in read(past).of(path)]
    assert not any(change.withholds for change in changes)


def test_of_a_withdrawn_record_nothing_is_told_but_its_name_and_why(past: Past) -> None:
    past.commit("Add", a=letter(f"It was {NAME}."), held=letter("It was said."))
    past.commit("Correct", a=letter(f"It was {NAME}, of {STREET}."))
    past.commit("Withdraw: it is a duplicate", a=None)
    changes = read(past).withdrawn["letters/a.md"]
    assert [(c.kind, c.commit.reason, c.lines) for c in changes] == [
        ("withdrawn", "Withdraw: it is a duplicate", ()),
        ("changed", "Correct", ()),
        ("added", "Add", ()),
    ]
    past.commit(f"Never mention {NAME}")
    past.commit("Add another", b=letter(f"From {STREET}."))
    past.commit(f"Withdraw another, on {STREET}", b=None)
    history = read(past)
    assert not leaked(history, NAME, STREET)
    assert history.withdrawn["letters/b.md"][0].commit.withheld
