"""To whom a letter is written, and where its reference and its subject stand, in other forms."""

import pytest

from archive.measure.intake_evaluation import NOTHING
from archive.recognition.called import called, calls
from archive.recognition.lettertext import LetterTold, letter_told
from archive.recognition.names import is_body, name_in
from archive.recognition.paper import Paper, Paragraph
from archive.recognition.references import references

TEXT = "Thank you for the resolution of your Council, which I have read with much interest."
SIGNED = ("Yours truly,", "Ida Voll\nSecretary.")


def told(*texts: str) -> LetterTold:
    return letter_told(Paper(tuple(Paragraph(tuple(t.split("\n"))) for t in texts)), NOTHING)


def reader(*texts: str) -> str | None:
    found = told(*texts).recipient
    return found.name.name if found and found.name else None


def test_a_salutation_with_the_whole_name_names_the_recipient() -> None:
    assert reader("Dear Councillor Moe Brandt,", TEXT, *SIGNED) == "Moe Brandt"
    assert reader("Dear Moe,", TEXT, *SIGNED) is None


def test_the_first_of_several_readers_is_the_recipient() -> None:
    address = ("Hon. Ruth Ellsmore\nChairman", "Hon. Moe Brandt\nChairman")
    assert reader(*address, "Dear Messrs Chairmen:", TEXT, *SIGNED) == "Ruth Ellsmore"
    assert reader("Moe Brandt\nClerk", "Dear Mr Brandt and Ms Quill", TEXT, *SIGNED) == "Moe Brandt"


def test_a_second_signatory_is_no_recipient() -> None:
    both = "Ida Voll\nSecretary\n\nSir Tomos Quill\nTreasurer"
    assert reader("Dear Colleagues,", TEXT, "Yours truly,", both) is None
    assert reader("Dear Mr. Secretary:", TEXT, *SIGNED, "The Honorable Moe Brandt") == "Moe Brandt"


@pytest.mark.parametrize("name", ["Susan Hall AM", "Susan Hall", "Ms North", "Councillor Street"])
def test_names_that_are_words_of_places_are_names(name: str) -> None:
    called = name_in(name)
    assert called and not is_body(called)


@pytest.mark.parametrize("words", ["City Hall", "North Street", "FEMA Region VI", "Civic Offices"])
def test_places_and_bodies_are_nobody(words: str) -> None:
    called = name_in(words)
    assert called is None or is_body(called)


def test_a_letter_whose_greeting_and_leave_stand_in_its_text() -> None:
    flat = f"3 May 2019 Dear Mr. Moe Brandt, {TEXT} Sincerely, Ida Voll"
    found = told(flat)
    assert found.date and found.date.date.iso == "2019-05-03"
    assert found.sender and found.sender.name and found.sender.name.name == "Ida Voll"
    assert found.recipient and found.recipient.name and found.recipient.name.name == "Moe Brandt"


def test_an_esquire_at_the_foot_is_the_recipient() -> None:
    foot = "Thos. Quill, Esq.,\nClerk to the Council."
    assert reader("Dear Mr. Clerk,", TEXT, *SIGNED, foot) == "Thos. Quill"
    assert reader("Dear Mr. Clerk,", TEXT, *SIGNED, "Moe Brandt") is None


def test_offices_are_nobody() -> None:
    address = "Mr. H. Brimble,\nHon. Sec., Chamber of Trade"
    assert reader(address, "Dear Sir,", TEXT, *SIGNED) == "H. Brimble"
    assert reader("TO: LORD MAYOR OF MARLBECK\nFROM: IDA VOLL", TEXT) is None


def test_a_telegram_has_its_head_above_its_text() -> None:
    head = (
        "FROM:  GOVERNOR VOLL, MARLBECK\nTO:  R. ST. J. BRANDT, HARBOUR\nNO. 338\nDATED 3 FEB 1947"
    )
    found = told(head, f"{TEXT} {TEXT}")
    assert found.sender and found.sender.name and found.sender.name.words == ("voll",)
    assert found.reference and found.reference.value == "338"
    assert found.date and found.date.date.iso == "1947-02-03"


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("File reference: RWS-2012-0388", "RWS-2012-0388"),
        ("Reference: 7/1/2/16 (Roads)", "7/1/2/16 (Roads)"),
        ("LM 96/412:fd", "LM 96/412:fd"),
        ("F. 3321/21.", "F. 3321/21"),
        ("Quay House, Marlbeck SW1P 0DG", None),
    ],
)
def test_references_in_other_forms(line: str, value: str | None) -> None:
    own, _ = references([line])
    assert (own.value if own else None) == value


def test_a_subject_may_stand_above_a_salutation_of_one_name() -> None:
    subject = "Lamps on the quay – motion of the Transport Panel"
    found = told("Moe Brandt, Chair (by e-mail)", subject, "Moe,", TEXT, *SIGNED)
    assert found.title and found.title.value == subject


def test_a_subject_in_capitals_may_end_with_a_full_stop() -> None:
    found = told("Dear Sir,", "MARKET PLACE: MOTORS ON THE PENS.", TEXT, *SIGNED)
    assert found.title and found.title.value == "MARKET PLACE: MOTORS ON THE PENS."


def test_labelled_questions_are_sections_and_rows_of_figures_have_no_heading() -> None:
    texts = (
        "Dear Moe,",
        "Lamps",
        "Q1. How many lamps?",
        TEXT,
        "Oil Lamps Quay",
        "March 12.0 11.8",
        TEXT,
    )
    found = told(*texts, *SIGNED)
    assert [texts[index] for index in found.headings] == ["Lamps", "Q1. How many lamps?"]


def test_a_stamped_date_is_read() -> None:
    found = told("NOV 0 9 2016", "Dear Moe,", TEXT, *SIGNED)
    assert found.date and found.date.date.iso == "2016-11-09"


@pytest.mark.parametrize(
    ("line", "writer", "reader"),
    [
        ("Letter to the Chairman from Rt Hon Ida Voll MP, Minister for Lamps", "Ida Voll", None),
        ("Letter from Lord Brandt to Moe Quill MP", "Brandt", "Moe Quill"),
        ("Letter from the Speaker of the House to Moe Quill MP", None, "Moe Quill"),
        ("March 1, 1929 – IV to Theodore Quill", None, "Theodore Quill"),
        ("Memorandum From the Assistant for Lamps (Voll) to President Quill", "Voll", "Quill"),
        ("The Secretary of State to the Ambassador in Kestria (Voll)", None, "Voll"),
        ("GOVERNOR VOLL TO LORD QUILL.", "Voll", "Quill"),
        ("Letter to the Mayor of Little Harbour on the Lamps", None, None),
    ],
)
def test_a_line_that_calls_a_letter(line: str, writer: str | None, reader: str | None) -> None:
    assert [name.name if name else None for name in called([line])] == [writer, reader]
    assert calls(line)


@pytest.mark.parametrize(
    "line", ["Return to Work", "A response to Climate Change", "Dear Ida Voll"]
)
def test_other_lines_call_no_letter_from_somebody(line: str) -> None:
    assert called([line]) == (None, None)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Delphine R. Castell Hugh B. Tarking", "Delphine R. Castell"),
        ("Ida Voll The Honorable Moe Brandt", "Ida Voll"),
        ("Mary Ann Elizabeth Voll", "Mary Ann Elizabeth Voll"),
        ("(Colin CHUI)", "Colin CHUI"),
        ("The Right Hon. the Earl of Strand, K.G.", "the Earl of Strand"),
    ],
)
def test_one_name_of_a_line(line: str, name: str) -> None:
    found = name_in(line)
    assert found and found.name == name


def test_a_title_and_a_first_name_name_nobody_in_full() -> None:
    assert reader("Dear Sir Moe,", TEXT, *SIGNED) is None
    assert reader("Dear Sir Moe Brandt,", TEXT, *SIGNED) == "Moe Brandt"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Québec, le 14 février 2014", "2014-02-14"),
        ("3. Mai 1951", "1951-05-03"),
        ("4 de julio de 1999", "1999-07-04"),
        ("Our ref: A/1 Date: 3 December 2020", "2020-12-03"),
        ("the twenty-fifth day of September, A.D. 1995", "1995-09-25"),
    ],
)
def test_dates_in_other_forms(words: str, day: str) -> None:
    found = told(words, "Dear Ida,", TEXT, *SIGNED).date
    assert found and found.date.iso == day


def test_monsieur_in_an_address_greets_nobody() -> None:
    assert reader("Monsieur Moe Brandt\nMaire", "Monsieur le Maire,", TEXT, *SIGNED) == "Moe Brandt"
