"""What is certainly damaged is mended and declared; what is in doubt is left and told."""

import pytest

from archive.intake.mending.mend import mend
from archive.intake.mending.mended import Mended, Paragraph, body_text
from archive.intake.receive import receive_bytes
from archive.intake.received import Received
from tests.intake.proving import faults, text


def mended(*pages: str) -> Mended:
    found = mend(text(*pages))
    assert faults(found) == []
    return found


def paragraphs(*pages: str) -> list[str]:
    return [paragraph.text for paragraph in mended(*pages).paragraphs]


@pytest.mark.parametrize(
    ("source", "becomes", "why"),
    [
        ("o\ufb03ce", "office", "a ligature"),
        ("shel\u00adter", "shelter", "a soft hyphen"),
        ("donâ€™t", "don’t", "read in a wrong encoding"),
        ("\u200bword", "word", "an invisible character"),
        ("cafe\u0301", "café", "an accent apart from its letter"),
        ("policy[1][1]", "policy[1]", "a doubled footnote mark"),
        ("policy.²2", "policy.²", "a doubled footnote mark"),
        ("\uf0b7 more", "• more", "a bullet of a symbol font"),
        ("\uf0b7more", "• more", "a bullet of a symbol font"),
        ("impor-\ntant", "important", "a word cut at the end of a line"),
        ("organ-\nisation,", "organisation,", "a word cut at the end of a line"),
        ("long-\nterm", "long-term", "a word cut at the end of a line"),
        ("non-\nprofit", "non-profit", "a word cut at the end of a line"),
        ("2021-\n22", "2021-22", "a word cut at the end of a line"),
        ("shel\u00ad\nter", "shelter", "a word cut at the end of a line"),
        ("ofthe city", "of the city", "a lost space"),
        ("motion,which", "motion, which", "a lost space"),
        ("the city.The Mayor", "the city. The Mayor", "a lost space"),
        ("11June", "11 June", "a lost space"),
        ("£42million", "£42 million", "a lost space"),
        ("and15", "and 15", "a lost space"),
        ("data(opens", "data (opens", "a lost space"),
        ("impor tant", "important", "a space within a word"),
        ("govern ment", "government", "a space within a word"),
        ("early years, earlyyears", "early years, early years", "a lost space"),
    ],
)
def test_what_is_certain_is_mended_and_declared(source: str, becomes: str, why: str) -> None:
    found = mended(source)
    assert [" ".join(p.text for p in found.paragraphs)] == [becomes]
    assert {repair.why for repair in found.repairs} == {why}
    assert found.doubts == ()


@pytest.mark.parametrize(
    "source",
    [
        "the YouTube and McDonald of WhatsApp",
        "pre-\nand post-war",
        "https://www.london.gov.uk/a,b and mayor.of@london.gov.uk",
        "at 10 a m in the U.K. and e.g.this, i.e.that",
        "well-known co-operation and wellbeing",
        "policy¹¹ §§ 3 and 4** on p.3",
        "1,000 and 2.5 of MGLA150621-5878",
        "antisemitism, Islamophobia and the Thames",
        "my dear sir or madam, in formation",
    ],
)
def test_what_is_right_is_left_alone(source: str) -> None:
    found = mended(source)
    assert " ".join(p.text for p in found.paragraphs) == " ".join(source.split())
    assert found.repairs == () == found.omissions


def test_a_byte_that_was_lost_is_known_where_other_words_are_in_a_wrong_encoding() -> None:
    spoilt = mended("TÄ“nÄ koe, the Councilâ€™s â€œbusâ€, NÄku noa")
    assert spoilt.paragraphs[0].text == "Tēnā koe, the Council’s “bus”, Nāku noa"
    assert {repair.why for repair in spoilt.repairs} == {"read in a wrong encoding"}
    assert mended("NÄku and ÄÖ").repairs == ()


def test_the_text_itself_says_how_a_word_is_written() -> None:
    assert paragraphs("a co-ordinated reply, co-\nordinated by us") == [
        "a co-ordinated reply, co-ordinated by us"
    ]


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("Zbor-\nough", "cut at the end of a line: with or without the hyphen?"),
        ("a lost let\ufffder", "a letter was lost before it came here"),
        ("of\ue012ce", "a sign of a font of its own, which only the original shows"),
        ("the recentlyexpanded", "it seems to have lost a space"),
        ("it's the Mayor’s plan", "curly and straight quotation marks are mixed, and left so"),
    ],
)
def test_what_is_uncertain_is_left_and_told(source: str, why: str) -> None:
    found = mended(source)
    assert " ".join(p.text for p in found.paragraphs) == " ".join(source.split())
    assert [doubt.why for doubt in found.doubts] == [why]


def test_a_head_of_pages_is_left_out_but_for_the_first() -> None:
    found = mended("MAYOR\n\nDear Andrew,\n\nWe will do all that", "MAYOR\n\nwe can.")
    assert [p.text for p in found.paragraphs] == [
        "MAYOR",
        "Dear Andrew,",
        "We will do all that we can.",
    ]
    assert [(o.text, o.occurrence) for o in found.omissions] == [("MAYOR", 2)]


def test_a_foot_and_the_numbers_of_pages_are_left_out() -> None:
    words = ("one sentence goes on over", "the end of the first page", "and of the second page.")
    above = ("Thank you.", "I agree.", "We shall see."), ("Now", "Then", "Later"), ("X", "Y", "Z")
    pages = [
        "\n\n".join((*above[n], part, f"City Hall, London\nPage {n + 1} of 3"))
        for n, part in enumerate(words)
    ]
    found = mended(*pages)
    assert "City Hall" not in body_text(found.paragraphs)
    assert {o.why for o in found.omissions} == {"a running foot", "a page number"}


def test_a_word_cut_by_a_head_is_joined() -> None:
    found = mended("HEAD\n\nthis is impor-", "HEAD\n\ntant to us")
    assert [p.text for p in found.paragraphs] == ["HEAD", "this is important to us"]
    assert [(r.found, r.mended) for r in found.repairs] == [("impor- tant", "important")]


def test_a_name_over_the_end_of_a_page_does_not_end_its_sentence() -> None:
    first = "The Council asks the manager of its own Department of Lamps and of the Public\n"
    second = "Works, who has the lamps of the quay in his care, to see to all of them before the"
    head = "Council of Marlbeck                                   Page {} of 2\n\n"
    both = (f"{head.format(1)}{first}Offices and\n", f"{head.format(2)}{second}\nwinter.\n")
    assert any("Offices and Works, who has" in text for text in paragraphs(*both))


def test_a_head_within_a_text_without_pages() -> None:
    assert paragraphs("MAYOR\n\nWe will do all\n\nMAYOR\n\n2\n\nthat we can.") == [
        "MAYOR",
        "We will do all that we can.",
    ]


def test_a_number_alone_is_told_and_one_in_the_middle_is_a_page_s() -> None:
    assert [d.why for d in mended("We do.\n\n2\n\nWe will.").doubts] == [
        "perhaps the number of a page"
    ]
    found = mended("We do.\n\n                    2\n\nWe will.")
    assert [(o.text, o.why) for o in found.omissions] == [("2", "a page number")]


def test_dates_and_headings_are_no_heads() -> None:
    pages = ("2021/22\n\nMotion 1\n\nOne.", "2022/23\n\nMotion 2\n\nTwo.")
    assert mended(*pages).omissions == ()


def test_a_description_of_the_signature_is_left_out() -> None:
    found = mended("Yours,\n\nA handwritten signature in blue ink.\n\nSadiq Khan")
    assert [o.why for o in found.omissions] == ["a description of the signature"]


WRAPPED = (
    "Thank you for your letter of 11 June about the motions agreed at the\n"
    "plenary meeting on 10 June, which I have read with the care that they\n"
    "deserve.\n"
)


def test_lines_are_joined_into_paragraphs() -> None:
    assert paragraphs(f"{WRAPPED}\n{WRAPPED}") == [" ".join(WRAPPED.split())] * 2


def test_addresses_and_signatures_keep_their_lines() -> None:
    found = mended(f"Andrew Boff AM\nChair of the London Assembly\nCity Hall\n\n{WRAPPED}")
    assert found.paragraphs[0].lines == (
        "Andrew Boff AM",
        "Chair of the London Assembly",
        "City Hall",
    )


def test_items_of_a_list_stay_lines_and_go_on_below() -> None:
    found = mended(
        f"{WRAPPED}\n1. to fund the buses that go to the north of the city and to the\n"
        "   south of it;\n2. to plant a tree."
    )
    assert found.paragraphs[1].kind == "list"
    assert found.paragraphs[1].lines == (
        "1. to fund the buses that go to the north of the city and to the south of it;",
        "2. to plant a tree.",
    )


def test_more_can_be_left_out() -> None:
    found = mend(text("Dear Andrew,\n\n[seal]\n\nThank you."), {3: "a description of a seal"})
    assert faults(found) == []
    assert [(o.text, o.why) for o in found.omissions] == [("[seal]", "a description of a seal")]


def test_signs_of_the_source_are_no_signs_of_the_body() -> None:
    lines = ("## not a heading", "> not a quotation", "\\> nor this")
    assert body_text((Paragraph(lines, 1),)) == (
        "\\## not a heading\n\\> not a quotation\n\\\\> nor this\n"
    )
    assert body_text(
        (Paragraph(("Motion", "1"), 1, level=3), Paragraph(("a",), 2, quoted=True))
    ) == ("### Motion 1\n\n> a\n")


def test_lines_broken_by_hand_are_joined_in_a_web_page() -> None:
    lines = ("The path by the river is closed since the floods of spring, and", "was not mended.")
    page = f"<p>{'<br>'.join(lines * 5)}</p>".encode()
    received = receive_bytes("a.html", page)
    assert isinstance(received, Received)
    assert [one.lines for one in mend(received).paragraphs] == [(" ".join(lines),)] * 5
