"""What stands once around the text of a page is left out, by its place and its form."""

import pytest

from archive.intake.mending.mend import mend
from archive.intake.receive import receive_bytes
from archive.intake.received import Received
from tests.intake.proving import faults, text

LINE = "The lamps on the quay will burn again by the autumn, and I have asked the harbour to"


def left_out(*pages: str) -> list[tuple[str, str]]:
    mended = mend(text(*pages))
    assert faults(mended) == []
    return [(one.text, one.why) for one in mended.omissions]


def test_a_head_of_the_second_page_alone_is_left_out() -> None:
    first = f"Dear Ivo,\n\n{LINE}"
    second = "Councillor Brandt\n14 June 2023\nPage 2\n\nsee to it before the winter.\n"
    assert left_out(first, second) == [
        ("Councillor Brandt", "a running head"),
        ("14 June 2023", "a running head"),
        ("Page 2", "a page number"),
    ]


def test_a_foot_between_the_halves_of_a_cut_word_is_left_out() -> None:
    first = f"{LINE}\nsee to the re-\n\nMarlbeck Works      Chair: Ida Voll\nPage 1 / 2"
    mended = mend(text(first, "maining ones, and to those of the market.\n"))
    assert "see to the remaining ones" in mended.paragraphs[0].text
    assert faults(mended) == []


def test_a_sentence_that_ends_with_its_page_loses_nothing() -> None:
    first = f"{LINE}\nsee to it. It will.\n\nPlease write to me again."
    assert left_out(first, "cc: Tomos Quill\n") == []
    assert left_out(f"{LINE}\nsee to it before the winter", "it is what was agreed.\n") == []


def test_the_address_of_the_office_at_the_foot_is_left_out() -> None:
    letter = f"{LINE}\nsee to it.\n\nYours sincerely,\n\nIda Voll\nProvost\n\n"
    foot = "Quay House, Marlbeck, MB1 1AA\nwww.marlbeck.example"
    assert [why for _, why in left_out(letter + foot, "The plan of the lamps.")] == 2 * [
        "the address of an office at the foot of the page"
    ]
    assert left_out(letter + foot) == []  # a text without pages may end with an address


def test_the_block_that_names_its_page_is_left_out_whole() -> None:
    first = f"Dear Ivo,\n\n{LINE}\nsee to it."
    second = "Provost Brandt\nThe lamps\n14 June 2023\nPage 2 of 2\n\nThey will burn again."
    assert [said for said, _ in left_out(first, second)] == [
        *("Provost Brandt", "The lamps", "14 June 2023", "Page 2 of 2"),
    ]


def test_the_head_of_a_later_page_is_left_out_where_pages_are_not_told() -> None:
    head = "Miss Ida Voll\nProvost\n3 May 2019\n\n"
    letter = f"{head}Dear Miss Voll,\n\n{LINE};\nMiss Ida Voll\n3 May 2019\nPage 2\nIt burns."
    assert left_out(letter) == [
        ("Miss Ida Voll", "a running head"),
        ("3 May 2019", "a running head"),
        ("Page 2", "a page number"),
    ]


@pytest.mark.parametrize(
    "foot",
    [
        "cc: Tomos Quill, MB1 1AA",
        "Please ring the office: tel. 47 11.",
        "Tomos Quill\nProvost",
        "Motion 1",
        "CARRIED 8/1",
        "Votes against 1",
    ],
)
def test_other_last_lines_stay(foot: str) -> None:
    assert left_out(f"{LINE}\nsee to it.\n\nIda Voll\n\n{foot}") == []


def test_a_foot_that_ends_with_the_number_of_its_page_is_left_out() -> None:
    assert left_out(f"{LINE}\nsee to it.\n\nMarlbeck - town of lamps - 1") == [
        ("Marlbeck - town of lamps - 1", "a running foot")
    ]


@pytest.mark.parametrize("marking", ["OFFICIAL", "NOT PROTECTIVELY MARKED"])
def test_a_protective_marking_is_left_out(marking: str) -> None:
    assert left_out(f"{marking}\n\n{LINE}\nsee to it.") == [(marking, "a protective marking")]


@pytest.mark.parametrize("words", ["(over)", "P.T.O.", "/2", "(continued overleaf)"])
def test_what_bids_to_turn_the_page_is_left_out(words: str) -> None:
    first = f"{LINE}\nsee to it.\n\n{' ' * 60}{words}"
    assert left_out(first, "It will be dear.\n") == [(words, "what bids to turn the page")]


@pytest.mark.parametrize("word", ["over.", "(once more)", "continued."])
def test_the_last_word_of_a_sentence_stays(word: str) -> None:
    assert left_out(f"{LINE} see to it until the winter is\n{word}\n\nIda Voll") == []


@pytest.mark.parametrize(
    ("foot", "left"),
    [
        ("Marlbeck Works Committee, Quay House, Marlbeck MB1 1AA", 1),
        ("Works Committee, one of the five committees of Marlbeck", 0),
    ],
)
def test_a_heading_and_a_line_of_text_at_the_top_of_a_page_stay(foot: str, left: int) -> None:
    first = f"{LINE}\nsee to it.\n\n{foot}"
    second = "SIGNS\n\nWould you be content for the wards to put up a sign that says\nnothing?\n"
    assert [text for text, _ in left_out(first, second)] == [foot][:left]


def test_the_line_beside_a_page_number_is_left_out_if_it_has_a_day_at_its_side() -> None:
    first = f"{LINE}\nsee to it.\n\n{' ' * 35}143"
    head = f"Council{' ' * 50}16.07.13"
    second = "Tomos Quill moved that the lamps be lit.\n"
    assert [text for text, _ in left_out(first, f"{head}\n{second}")] == [
        "143",
        " ".join(head.split()),
    ]
    row = f"March{' ' * 50}16.07"
    assert [text for text, _ in left_out(first, f"{row}\n{second}")] == ["143"]


def test_a_figure_that_ends_an_item_is_no_page_number() -> None:
    items = f"a) publish how many lamps {LINE[:30]}\n          2012;\n      b) light them."
    assert left_out(items) == []


def test_an_earlier_e_mail_is_left_out_and_a_quotation_within_stays() -> None:
    mail = (
        b"MIME-Version: 1.0\nFrom: a@marlbeck.example\nTo: b\n\n"
        b"Dear Ivo,\n\n> you asked for lamps\n\n"
        b"They will burn.\n\nIda\n\nOn 3 May 2023, Ivo Brandt wrote:\n> Dear Ida, light them.\n"
    )
    received = receive_bytes("a.eml", mail)
    assert isinstance(received, Received)
    mended = mend(received)
    assert {one.why for one in mended.omissions} == {"an earlier e-mail, quoted"}
    assert [p.text for p in mended.paragraphs][-2:] == ["They will burn.", "Ida"]
    assert "> you asked for lamps" in [p.text for p in mended.paragraphs]


@pytest.mark.parametrize("name", ["Bethan Yorke", "Theresa Andover", "Forster Inverness"])
def test_names_are_not_taken_for_two_words(name: str) -> None:
    assert mend(text(f"{name} will see to the lamps of the town.")).repairs == ()


def test_a_cut_word_is_not_joined_with_a_head_below_it() -> None:
    mended = mend(text("I have writ-\nProvost of Marlbeck\nten to the harbour of the town."))
    assert "writ-Provost" not in " ".join(p.text for p in mended.paragraphs)
