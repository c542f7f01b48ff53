"""What a Word file says is read, with the marks that Word puts there by itself."""

import pytest

from archive.intake.docx import read_docx
from archive.intake.received import Line
from tests.intake.words import docx, p, part, r

LEVEL = (
    '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
)


def numbering(*levels: tuple[str, str]) -> str:
    inside = "".join(LEVEL.format(depth, *level) for depth, level in enumerate(levels))
    kind = f'<w:abstractNum w:abstractNumId="7">{inside}</w:abstractNum>'
    return part("numbering", f'{kind}<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>')


def item(text: str, depth: int = 0) -> str:
    return p(text, inside=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>')


def lines(content: bytes) -> list[Line]:
    read = read_docx(content)
    assert read.refusal is None
    return [line for page in read.pages for line in page]


def texts(content: bytes) -> list[str]:
    return [line.text for line in lines(content)]


def test_line_breaks_tabs_and_special_hyphens() -> None:
    run = (
        "<w:r><w:t>Sadiq</w:t><w:br/><w:t>Khan</w:t><w:tab/><w:t>non</w:t><w:noBreakHyphen/></w:r>"
    )
    assert texts(docx(p(run, "stop"))) == ["Sadiq", "Khan non-stop"]


def test_paragraphs_are_parted_where_word_shows_a_space() -> None:
    spaced = '<w:spacing w:after="120"/>'
    body = p("City Hall") + p("London", inside=spaced) + p("Dear Andrew,") + p() + p("Thank you.")
    assert texts(docx(body)) == ["City Hall", "London", "", "Dear Andrew,", "", "Thank you."]


def test_blocks_and_sentences_stand_apart_where_word_shows_no_space_at_all() -> None:
    address = p("<w:r><w:t>Ida Voll</w:t><w:br/><w:t>Clerk</w:t></w:r>")
    body = address + p("Dear Moe,") + p("Lamps") + p("They will burn again by May.") + p("Yours,")
    assert texts(docx(body)) == [
        *("Ida Voll", "Clerk", "", "Dear Moe,", "Lamps", ""),
        *("They will burn again by May.", "", "Yours,"),
    ]


def test_headings_and_bold_lines() -> None:
    named = '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>'
    body = p("Motion 1", style="H2") + p(r("Motion 2", "<w:b/>")) + p(r("x", "<w:b/>"), "y")
    found = lines(docx(body, styles=part("styles", named)))
    assert [(line.heading, line.bold) for line in found] == [(2, False), (0, True), (0, False)]


@pytest.mark.parametrize(
    ("form", "text", "shown"),
    [
        ("decimal", "%1.", ["1.", "2."]),
        ("lowerLetter", "(%1)", ["(a)", "(b)"]),
        ("upperRoman", "%1", ["I", "II"]),
        ("bullet", "\uf0b7", ["\uf0b7", "\uf0b7"]),
        ("bullet", "o", ["•", "•"]),
    ],
)
def test_items_have_their_marks(form: str, text: str, shown: list[str]) -> None:
    found = texts(docx(item("one") + item("two"), numbering=numbering((form, text))))
    assert found == [f"{shown[0]} one", f"{shown[1]} two"]


def test_deeper_items_count_by_themselves() -> None:
    body = item("a") + item("b", 1) + item("c", 1) + item("d") + item("e", 1)
    levels = numbering(("decimal", "%1."), ("decimal", "%1.%2"))
    assert texts(docx(body, numbering=levels)) == ["1. a", "1.1 b", "1.2 c", "2. d", "2.1 e"]


def test_footnotes_stand_behind_the_text_with_their_marks() -> None:
    note = f'<w:footnote w:id="5">{p("See the plan.")}</w:footnote>'
    body = p("the policy", '<w:r><w:footnoteReference w:id="5"/></w:r>', " of the Mayor")
    found = texts(docx(body, footnotes=part("footnotes", note)))
    assert found == ["the policy¹ of the Mayor", "", "¹ See the plan."]


def test_heads_and_feet_stand_at_the_ends() -> None:
    head, foot = part("hdr", p("MAYOR OF LONDON")), part("ftr", p("Page 1"))
    found = lines(docx(p("Dear Andrew,"), header1=head, header2=head, footer1=foot))
    assert [(line.part, line.text) for line in found if line.text] == [
        ("head", "MAYOR OF LONDON"),
        ("text", "Dear Andrew,"),
        ("foot", "Page 1"),
    ]


def test_pages_end_at_breaks() -> None:
    read = read_docx(docx(p("One") + p('<w:r><w:br w:type="page"/><w:t>Two</w:t></w:r>')))
    assert [[line.text for line in page] for page in read.pages] == [["One"], ["Two"]]


def test_what_was_deleted_is_gone_and_what_was_inserted_is_there() -> None:
    deleted = "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
    changed = f"{deleted}<w:ins><w:r><w:t>new</w:t></w:r></w:ins>"
    assert texts(docx(p("a ", changed))) == ["a new"]


def test_cells_of_tables_are_read_one_by_one() -> None:
    table = f"<w:tbl><w:tr><w:tc>{p('Ask')}</w:tc><w:tc>{p('Reply')}</w:tc></w:tr></w:tbl>"
    assert texts(docx(table)) == ["Ask", "Reply"]
