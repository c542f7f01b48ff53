"""Days and numbers by which a private person is known are found, and others are left."""

import pytest

from archive.checks.privacy import personal_data


@pytest.mark.parametrize(
    ("text", "value", "what"),
    [
        ("He was born on 3 May 1984 in Marlbeck.", "3 May 1984", "a date of birth"),
        ("DOB: 03/05/1984", "03/05/1984", "a date of birth"),
        ("d.o.b. 3.5.84", "3.5.84", "a date of birth"),
        ("date of birth is May 3, 1984", "May 3, 1984", "a date of birth"),
        ("NHS number: 9434765919", "9434765919", "an NHS number"),
        ("the patient 943 476 5919 was", "943 476 5919", "an NHS number"),
        ("(AB 12 34 56 C)", "AB 12 34 56 C", "a National Insurance number"),
        ("passport number 123456789", "123456789", "a personal number"),
        ("SSN 123-45-6789", "123-45-6789", "a social security number"),
        (
            "She lives at The Old Rectory, Church Lane, and has waited",
            "The Old Rectory, Church Lane",
            "a home address",
        ),
        ("Home address: The Mill, Marlbeck", "The Mill, Marlbeck", "a home address"),
        ("Fax 613.555.0199", "613.555.0199", "a telephone number"),
        ("Telephone: 47 11 08", "47 11 08", "a telephone number"),
        ("Mob. (087) 555 0142.", "(087) 555 0142", "a telephone number"),
        ("Ring me on 07700 900123 or", "07700 900123", "a telephone number"),
        ("or 07700 900 123, at night", "07700 900 123", "a telephone number"),
        ("call us at (212) 555-0147.", "(212) 555-0147", "a telephone number"),
    ],
)
def test_it_is_found_once(text: str, value: str, what: str) -> None:
    assert [(text[f.start : f.end], f.found) for f in personal_data(text, "GB")] == [(value, what)]


@pytest.mark.parametrize(
    "text",
    [
        "The Assembly was born in 1999.",
        "943 476 5918 households",
        "motion BG 12 34 56 C",
        "account number 4 of the ledger",
        "Those who live at Marlbeck Quay know it.",
        "who lives in Marlbeck and",
        "a telephone on 22 September 2021",
        "reference 12-34-5678-90",
    ],
)
def test_what_is_none_is_left(text: str) -> None:
    assert list(personal_data(text, "GB")) == []


@pytest.mark.parametrize(
    "text", ["of 2015-06-11", "2015-06-11-4 is", "in 2015-06, it", "2015-06-9"]
)
def test_a_date_is_no_telephone_number_where_it_could_be_dialled(text: str) -> None:
    for country in ("DK", "CZ", "TN", "GB"):
        assert list(personal_data(text, country)) == []


def test_other_digits_of_that_length_are() -> None:
    for text in ("20 15 06 11", "2015-16-11", "+45 20 15 06 11"):
        assert [f.found for f in personal_data(f"or {text}.", "DK")] == ["a telephone number"]
