"""A dry run shows what the record changes, sentence by sentence, at its line of the source."""

from archive.drafting.changes import changes

SOURCE = """Provost of Marlbeck

The lamps will burn. They will be
Provost of Marlbeck
page 2
of brass. The quay is as\u00adked for.
"""


def test_each_changed_sentence_is_shown_whole() -> None:
    body = "Provost of Marlbeck\n\nThe lamps will burn. They will be of brass."
    body += " The quay is asked for.\n"
    assert list(changes(SOURCE, body)) == [
        "--- as received",
        "+++ as recorded",
        "@@ line 3 @@",
        " The lamps will burn.",
        "-They will be Provost of Marlbeck page 2 of brass.",
        "+They will be of brass.",
        "@@ line 6 @@",
        " They will be of brass.",
        "-The quay is as\u00adked for.",
        "+The quay is asked for.",
    ]


def test_what_is_left_out_between_sentences_stands_alone() -> None:
    shown = list(
        changes("One is here.\n- 2 -\nTwo is here.\n- 3 -\n", "One is here.\n\nTwo is here.\n")
    )
    assert [line for line in shown if line[:1] in "-+"][2:] == ["-- 2 -", "-- 3 -"]


def test_words_that_are_all_the_same_are_no_change() -> None:
    assert list(changes("One\n is here.\n", "## One is here.\n")) == []
