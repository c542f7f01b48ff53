"""What a PDF shows is read in the order in which people read it."""

from pathlib import Path

import pytest

from archive.intake.mending.mend import mend
from archive.intake.mending.mended import body_text
from archive.intake.pdf import read_pdf
from archive.intake.receive import receive_bytes
from archive.intake.received import Content, Received
from tests.intake.pdfs import At, pdf


def shown(content: Content) -> list[str]:
    return [line.text for page in content.pages for line in page]


def by_line(page: list[At]) -> list[At]:
    return sorted(page, key=lambda at: (-at.y, at.x))


def read(page: list[At]) -> list[str]:
    """A page as it is read, whether its file writes it block by block or, as scans do, by line."""
    lines, scanned = (shown(read_pdf(pdf(order))) for order in (page, by_line(page)))
    assert lines == scanned
    return lines


def rows(x: float, top: float, *words: str, step: float = 14) -> list[At]:
    return [At(x, top - step * index, line) for index, line in enumerate(words)]


def test_lines_have_their_place_size_and_weight() -> None:
    [[line]] = read_pdf(pdf([At(72, 700, "Motion 1", 14, bold=True)])).pages
    assert (line.text, line.bold, line.size) == ("Motion 1", True, 14.0)
    assert line.left == pytest.approx(72, abs=2)


def test_a_gap_between_lines_is_an_empty_line() -> None:
    page = rows(72, 700, "One", "Two", "Three") + rows(72, 640, "Four", "Five")
    assert shown(read_pdf(pdf(page))) == ["One", "Two", "Three", "", "Four", "Five"]


def test_two_columns_of_an_address_are_read_one_after_the_other() -> None:
    left = rows(72, 760, "Andrew Boff AM", "Chair", "City Hall", "London")
    right = rows(400, 760, "Our ref: A/1", "Date: 22 September 2021")
    below = rows(72, 680, "Dear Andrew,") + rows(72, 650, "Thank you for your letter of 11 June.")
    assert read(left + right + below) == [
        *["Andrew Boff AM", "Chair", "City Hall", "London", ""],
        *["Our ref: A/1", "Date: 22 September 2021", ""],
        *["Dear Andrew,", "", "Thank you for your letter of 11 June."],
    ]


def test_columns_whose_lines_have_another_pace_are_parted_where_both_begin_anew() -> None:
    head = rows(62, 768, "Department of Lamps", "Ida Voll MP", step=15)
    beside = rows(365, 768, "Anchor House", "33 Harbour Road", "Northsea", "NS1 4DR", step=12)
    left = rows(62, 687, "Moe Brandt MP", "Town Hall", "Northsea", "NS1 0AA", step=15)
    right = rows(427, 687, "Our Ref: MC/48815", "Your Ref: RH/12", step=10)
    page = [
        At(at.x, at.y, at.words, 9 if at.x > 300 else 11) for at in head + beside + left + right
    ]
    assert [line for line in read(page) if line] == [
        *("Department of Lamps", "Ida Voll MP"),
        *("Anchor House", "33 Harbour Road", "Northsea", "NS1 4DR"),
        *("Moe Brandt MP", "Town Hall", "Northsea", "NS1 0AA"),
        *("Our Ref: MC/48815", "Your Ref: RH/12"),
    ]


def test_a_right_hand_column_that_ends_at_one_edge_is_one() -> None:
    left = rows(62, 768, "The Hon Ida Voll MP", "Minister for Lamps", "and Oil", step=15)
    right = [At(480, 768, "1234567890", 9), At(490, 759, "12345678", 9)]
    right.append(At(470, 747, "123456789012", 9))  # all digits are of one width
    texts = [line for line in read(left + right) if line]
    assert texts[:3] == ["The Hon Ida Voll MP", "Minister for Lamps", "and Oil"]


def test_a_column_that_begins_higher_on_the_right_stays_whole() -> None:
    right = rows(400, 788, "The Mayor", "City Hall", "London", "Date: 1 May 2019")
    page = rows(72, 760, "Andrew Boff AM", "Chair") + right
    assert read(page)[:2] == ["Andrew Boff AM", "Chair"]


def test_cells_of_several_lines_are_read_as_the_file_writes_them() -> None:
    names = [At(72, 700, "Ida Voll"), At(220, 700, "Moe Brandt"), At(370, 700, "Ivo Quill")]
    offices = [("Police and Crime", "Commissioner"), ("Chair of the", "Ferry Board"), ("Clerk",)]
    cells = zip((72, 220, 370), offices, strict=True)
    page = names + [at for x, lines in cells for at in rows(x, 680, *lines)]
    assert [line for line in shown(read_pdf(pdf(page))) if line] == [
        "Ida Voll   Moe Brandt   Ivo Quill",
        *("Police and Crime", "Commissioner", "Chair of the", "Ferry Board", "Clerk"),
    ]


def test_the_lines_of_addresses_beside_each_other_stay_apart() -> None:
    lines = ("Chairman, Committee on the Lamps of the Harbour", "The Senate", "290 Voll Building")
    left = rows(72, 700, "The Honorable Jerrold Lindsey Voll-Quill", *lines)
    right = rows(340, 700, "The Honorable Idabella Moe Voll-Brandt", *lines)
    received = receive_bytes("letter.pdf", pdf(left + right))
    assert isinstance(received, Received)
    assert [len(p.lines) for p in mend(received).paragraphs] == [4, 4]


def test_a_table_of_figures_is_read_row_by_row() -> None:
    years = rows(72, 700, "Year", "2013/14", "2014/15", step=18)
    first = rows(119, 700, "Complaints received", "412", "455", step=18)
    second = rows(240, 700, "Notices issued", "38", "61", step=18)
    assert [line for line in shown(read_pdf(pdf(by_line(years + first + second)))) if line] == [
        "Year   Complaints received   Notices issued",
        *("2013/14   412   38", "2014/15   455   61"),
    ]


def test_a_row_of_a_table_with_gaps_between_all_of_them_is_one_line() -> None:
    left = rows(72, 700, "Ofsted", "Ida Voll", "Lead Inspector", step=20)
    right = rows(230, 700, "Care Board", "Moe Brandt", "Deputy Inspector", step=20)
    below = rows(72, 600, *5 * ["The lamps on the quay burn and burn and burn"])
    assert [line for line in shown(read_pdf(pdf(by_line(left + right + below)))) if line][:3] == [
        *("Ofsted   Care Board", "Ida Voll   Moe Brandt", "Lead Inspector   Deputy Inspector")
    ]


def test_small_lines_beside_large_letters_are_lines_of_their_own() -> None:
    left = rows(72, 700, "IDA VOLL, QUAY", "MOE BRANDT, OIL", step=9)
    page = [At(at.x, at.y, at.words, 7) for at in left] + [At(220, 693, "The Lamp Senate", 20)]
    assert [line for line in shown(read_pdf(pdf(page))) if line] == [
        *("IDA VOLL, QUAY   The Lamp Senate", "MOE BRANDT, OIL")
    ]


def test_lines_beside_a_side_column_of_another_pace_stay_together() -> None:
    side = [At(422, 719 - 10.5 * i, f"Harbour House {i}", 8) for i in range(10)]
    lines = (
        "The lamps of the harbour burn",
        "and burn until the morning when",
        "they are put out.",
    )
    received = receive_bytes("letter.pdf", pdf(side + rows(62, 712, *lines, step=15)))
    assert isinstance(received, Received)
    assert " ".join(lines) in body_text(mend(received).paragraphs).replace("\n", " ")


def test_an_address_with_a_postcode_of_canada_is_a_foot() -> None:
    page = rows(72, 700, *3 * ["The lamps burn."]) + rows(
        72, 60, "275, rue du Quai, Northsea H2Y 1C6"
    )
    received = receive_bytes("letter.pdf", pdf(page))
    assert isinstance(received, Received)
    assert "275" not in body_text(mend(received).paragraphs)


def test_labels_keep_what_stands_beside_them() -> None:
    page = rows(72, 700, "Date:", "Our ref:") + rows(160, 700, "1 May 2019", "A/1")
    assert read(page) == ["Date: 1 May 2019", "Our ref: A/1"]


def test_labels_beside_an_address_keep_their_values_and_their_column() -> None:
    page = [
        *rows(72, 700, "Councillor Ida Voll", "Quay House", "Harbour Road", "Marlbeck"),
        *rows(330, 697, "Please ask for:", "Our ref:", "Date:", step=16),
        *rows(430, 697, "Tomos Quill", "LAMP/7", "3 May 2019", step=16),
        *rows(72, 600, "The lamps on the quay", *7 * ["burn and burn and burn"]),
    ]
    assert [line for line in read(page) if line][:7] == [
        *("Councillor Ida Voll", "Quay House", "Harbour Road", "Marlbeck"),
        *("Please ask for: Tomos Quill", "Our ref: LAMP/7", "Date: 3 May 2019"),
    ]


def test_a_line_of_which_only_the_beginning_is_bold_is_not_bold() -> None:
    page = [At(72, 700, "WHEREAS", bold=True), At(135, 700, "the lamps burn")]
    [[line]] = read_pdf(pdf(page)).pages
    assert (line.text, line.bold) == ("WHEREAS the lamps burn", False)


def test_a_table_is_read_row_by_row() -> None:
    page = [
        *rows(72, 700, "How many lamps", "burn?"),
        *rows(
            300, 700, "Forty of them, of which", "nine are on the quay and", "two in the market."
        ),
        *rows(72, 640, "Who pays?"),
        *rows(300, 640, "The harbour does, as it", "did before."),
    ]
    assert shown(read_pdf(pdf(page))) == [
        *("How many lamps", "burn?", ""),
        *("Forty of them, of which", "nine are on the quay and", "two in the market.", ""),
        *("Who pays?", "", "The harbour does, as it", "did before."),
    ]


def test_a_line_in_the_middle_belongs_to_neither_column() -> None:
    page = [
        *rows(72, 700, "Minister of Lamps", "and Quays"),
        *rows(400, 700, "Ministre des lampes", "et des quais"),
        *rows(240, 664, "Marlbeck, MB1 1AA"),
        *rows(72, 628, "3 May 2019"),
    ]
    assert shown(read_pdf(pdf(page))) == [
        *("Minister of Lamps", "and Quays", "", "Ministre des lampes", "et des quais", ""),
        *("Marlbeck, MB1 1AA", "", "3 May 2019"),
    ]


def test_markers_belong_to_their_items() -> None:
    page = rows(72, 700, "1.", "2.") + rows(108, 700, "more buses", "more trams")
    assert shown(read_pdf(pdf(page))) == ["1. more buses", "2. more trams"]


def test_a_raised_figure_is_a_footnote_mark() -> None:
    page = [At(72, 700, "the policy"), At(121, 704, "12", 6), At(135, 700, "of the Mayor")]
    assert shown(read_pdf(pdf(page))) == ["the policy¹² of the Mayor"]


def test_a_head_and_a_page_number_within_a_sentence_are_left_out() -> None:
    words = "the strategy will be published in full by the end of the year, and it will be"
    first = [*rows(72, 780, "MAYOR OF LONDON"), *rows(72, 700, words, words), At(300, 40, "1")]
    second = [*rows(72, 780, "MAYOR OF LONDON"), *rows(72, 700, "reviewed."), At(300, 40, "2")]
    received = receive_bytes("letter.pdf", pdf(first, second))
    assert isinstance(received, Received)
    mended = mend(received)
    assert [p.text for p in mended.paragraphs] == [
        "MAYOR OF LONDON",
        f"{words} {words} reviewed.",
    ]
    assert [(o.text, o.occurrence) for o in mended.omissions] == [
        ("1", 1),
        ("MAYOR OF LONDON", 2),
        ("2", 1),
    ]


@pytest.mark.parametrize("count", [500])
def test_five_hundred_pages_are_read(count: int) -> None:
    page = rows(72, 780, *["The words of a long report that nobody reads to its end."] * 15)
    received = receive_bytes("report.pdf", pdf(*[page] * count))
    assert isinstance(received, Received)
    assert len(received.pages) == count


def test_five_thousand_pages_are_refused() -> None:
    refusal = receive_bytes("report.pdf", pdf(*[rows(72, 700, "x")] * 5_000))
    assert str(refusal) == (
        "report.pdf: has 5,000 pages, more than 1,000;"
        " take the letter's own pages out of it, then add those"
    )


def test_pages_without_text_are_named() -> None:
    content = read_pdf(pdf(rows(72, 700, "One"), [], []))
    assert content.notes == ("Pages 2, 3 have no text: pictures, or nothing.",)


def test_the_name_of_the_file_stays(tmp_path: Path) -> None:
    received = receive_bytes("a letter.txt", pdf(rows(72, 700, "One")))
    assert isinstance(received, Received)
    assert received.notes == ("It is called .txt, but what is in it is a PDF.",)
