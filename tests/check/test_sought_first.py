"""What is sought first, because it is quicker, never hides what would be found."""

import re
import string
import sys
from collections.abc import Iterator
from itertools import product

import pytest
from ftfy.badness import BADNESS_RE
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.body import parse_body
from archive.checks import damage, identities, markup, privacy
from archive.checks.fieldtexts import field_texts, placed_texts
from archive.checks.folding import folded
from archive.checks.text import _checks
from archive.nodes import Plain
from archive.quotes import flatten

quick = settings(derandomize=True, deadline=None, max_examples=60)
thorough = settings(quick, max_examples=600)

FORMS = [(form, figures) for form, figures, _ in (*identities.FORMS, *privacy._FORMS)]

PIECES = [
    *("born on ", "birth date", "bırthdaY İſ ", "d. o.b", "DOB ", "3 May 1984", "3.5.84"),
    *("NHS no.", "943 476 5919", "AB 12 34 56 C", "123-45-6789", "paſſport number ", "12345678"),
    *("home address is ", "PRİVATE address: ", "Who lived in Mill House.", "her home is in "),
    *("she lives at 4 Mill Lane.", "who resided in 5 Mill Row;", "He resides at 6 Mill Way."),
    *("a@b.org", "a @b.org", "a at b dot org", "[ at ]", "&#64;", "&Commat;", "%40", "%2E", "＠"),
    *("tel ", "faX ", "ban\u212a account no ", "020 7946 0018", "+44 20", "07700 900", "SW1A 2AA"),
    *(
        "12 Mill Road",
        "Flat 3, ",
        "inthe",
        "city.The",
        "motion,which",
        "londonThe",
        "5per",
        "5per cent",
    ),
    *("11June", "and15", "(b)veterans", "(KTPs)programme", "data(opens", "www.", "http://x"),
    *("a" * 31, "cut-", "word", "£5", "â€™", "Ã£", "”", "\u00ad", "\ufb01", "\x85", "\u2028"),
    *("javaſcript:x", "](", "]:", "href=", "<b>", "ſ", "٣", "2018-19", "1"),
    *(" ", "  ", "\n", "\n\n", "\t", "\u00a0", "\u202f", ".", ",", ":", "-", "/", "(", ")"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


def _all_personal(text: str) -> Iterator[tuple[int, int, str]]:
    """What each form of personal data finds in a text, one form after the other."""
    forms = [(privacy._EMAIL, "an e-mail address"), (identities._BORN, "a date of birth")]
    forms += [(form, what) for form, _, what in identities.FORMS]
    forms += [(identities._HOME, "a home address"), (identities._NHS, "an NHS number")]
    forms += [(form, what) for form, _, what in privacy._FORMS]
    for form, what in forms:
        for match in form.finditer(text):
            if form is not identities._NHS or identities.is_nhs_number(match["value"]):
                yield (*match.span(_part(form, match)), what)
    for match in privacy._DIGITS.finditer(text):
        yield from ((f.start, f.end, f.found) for f in privacy._phone_numbers(text, match, "GB"))


def _part(form: "re.Pattern[str]", match: "re.Match[str]") -> str | int:
    return "value" if "value" in form.groupindex and match["value"] else match.lastgroup or 0


@thorough
@given(text=TEXTS)
def test_all_personal_data_is_found(text: str) -> None:
    found = [(f.start, f.end, f.found) for f in privacy._found(text, "GB")]
    assert found == list(_all_personal(text))


@thorough
@given(text=TEXTS, sign=st.sampled_from(["", "> ", "## ", "\\> "]))
def test_personal_data_is_seen_in_the_words_alone(text: str, sign: str) -> None:
    """On one line, as they are compared with the source; in a body without our signs."""
    written = "\n".join(f"{sign}{line}" for line in text.split("\n"))
    if list(_all_personal(text)):
        assert privacy.may_have_personal_data(flatten(text))
    if list(_all_personal(written)):
        assert privacy.may_have_personal_data(parse_body(written, 1).flat)


@pytest.mark.parametrize("text", ["12 High\nCourt", "12.  34", "born on\n\n3.5.84"])
def test_words_on_one_line_may_seem_to_be_personal_where_they_were_on_several(text: str) -> None:
    assert privacy.may_have_personal_data(text)
    assert privacy.may_have_personal_data(flatten(text))


@quick
@given(data=st.data())
def test_each_form_is_seen_in_its_words_alone(data: st.DataObject) -> None:
    forms = [*(form for form, _ in FORMS), identities._NHS, privacy._EMAIL, privacy._DIGITS]
    forms += [identities._BORN, identities._HOME]
    text = data.draw(st.sampled_from(forms).flatmap(st.from_regex))
    assert privacy.may_have_personal_data(flatten(text))


def test_every_figure_is_sought() -> None:
    figures = [c for c in map(chr, range(sys.maxunicode + 1)) if c.isdecimal()]
    assert all(privacy._NUMBERS.search(char * 7) for char in figures)


@thorough
@given(text=TEXTS)
def test_all_damaged_words_are_found(text: str) -> None:
    blanked = damage._ADDRESS.sub(lambda match: " " * len(match[0]), text)
    forms = (damage._LOST_SPACE, damage._LONG_WORD, damage._CUT_WORD)
    wanted = [match.span() for form in forms for match in form.finditer(blanked)]
    strange = len(list(damage.strange_characters(text)))
    assert [(f.start, f.end) for f in damage.damage(text)][strange:] == wanted


@thorough
@given(texts=st.lists(TEXTS, max_size=3))
def test_no_field_with_faults_is_passed_over(texts: list[str]) -> None:
    checks = _checks(texts, "GB")
    for text in texts:
        found = [
            fault for check in (damage.strange_characters, markup.markup) for fault in check(text)
        ]
        people = privacy.personal_data(text, "GB") if " " in text or "@" in text else ()
        assert [fault for check in checks for fault in check(text)] == [*found, *people]


def test_each_letter_that_stands_for_another_is_folded_to_it() -> None:
    letters = "".join(map(chr, range(sys.maxunicode + 1)))
    for match in re.finditer("[a-z]", letters, re.IGNORECASE):
        assert folded(match[0]) in string.ascii_lowercase
        assert re.fullmatch(folded(match[0]), match[0], re.IGNORECASE)
        assert folded(f"é{match[0]}") == f"é{folded(match[0])}"


def test_a_character_that_is_not_strange_is_passed_over() -> None:
    passed = [c for c in map(chr, range(sys.maxunicode + 1)) if not damage.may_be_strange(c)]
    assert len(passed) > 100
    for before in ("", "a", "\n", "–", "\u0646"):
        assert not any(damage._strangeness(char, before) for char in passed)


def test_signs_of_every_letter_are_no_mojibake_without_another() -> None:
    signs = [c for c in map(chr, range(128, sys.maxunicode + 1)) if not damage.may_be_strange(c)]
    around = ["", " ", "a", "Z", "1", ".", "?", "!", "$", "~", "'", *signs]
    for first, sign, last in product(around, signs, around):
        assert not BADNESS_RE.search(f"{first}{sign}{last}")


@pytest.mark.parametrize(
    ("form", "figures"),
    [
        *FORMS,
        (identities._NHS, identities._OF_NHS),
        (privacy._DIGITS, privacy._IN_DIGITS),
    ],
    ids=lambda pattern: pattern.pattern[:24],
)
@quick
@given(data=st.data())
def test_each_form_has_the_figures_that_are_sought_first(
    data: st.DataObject, form: "re.Pattern[str]", figures: "re.Pattern[str]"
) -> None:
    text = data.draw(st.from_regex(form))
    assert figures.search(text) and privacy._NUMBERS.search(text)


def test_the_shortest_run_of_digits_is_sought() -> None:
    for form in (privacy._DIGITS, privacy._IN_DIGITS):
        assert form.fullmatch("1234567") and not form.search("123456")


@quick
@given(text=st.from_regex(privacy._EMAIL))
def test_each_email_address_has_its_sign(text: str) -> None:
    assert privacy._first_email(text, folded(text)) is not None


@quick
@given(text=st.from_regex(identities._HOME))
def test_each_home_has_its_words(text: str) -> None:
    assert identities.may_have_home(folded(text))


@pytest.mark.parametrize(
    "text",
    [
        *("Home address: 4 Mill Row.", "private address is 4 Mill Row"),
        *("Who lives at 4 Mill Row.", "She resided in 4 Mill Row.", "her home is in Mill Row."),
    ],
)
def test_each_way_to_tell_a_home_has_its_words(text: str) -> None:
    assert identities._HOME.search(text) and identities.may_have_home(folded(text))


@quick
@given(text=st.from_regex(identities._BORN))
def test_each_date_of_birth_has_its_words(text: str) -> None:
    assert identities.may_have_birth(folded(text))


@quick
@given(text=st.from_regex(damage._LOST_SPACE))
def test_each_space_that_was_lost_makes_a_word_doubtful(text: str) -> None:
    assert any(map(damage._doubtful, text.split()))


@quick
@given(text=st.from_regex(damage._CUT_WORD))
def test_each_cut_word_has_a_hyphen_at_the_end_of_a_line(text: str) -> None:
    assert "-\n" in text


@quick
@given(text=st.from_regex(markup._LINK))
def test_each_link_has_its_sign(text: str) -> None:
    assert any(sign in text for sign in markup._IN_LINKS)


@quick
@given(text=st.from_regex(markup._SPOKEN))
def test_each_script_has_its_colon(text: str) -> None:
    assert "t:" in text.lower()


@quick
@given(text=st.text(st.sampled_from("‘’“”–—…•£aZ1 .,-'\n"), max_size=30))
def test_letters_and_their_usual_signs_are_never_mojibake(text: str) -> None:
    assert damage._may_be_misread(text) or not BADNESS_RE.search(text)


def nested(inner: st.SearchStrategy[Plain]) -> st.SearchStrategy[Plain]:
    """Lists of values, or values under keys; some of these keys are not like others."""
    keys = st.sampled_from(["title", "exceptions", "why", "text", "sha256", "url"])
    return st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4)


@thorough
@given(st.recursive(st.sampled_from(["a", "b c", ""]), nested, max_leaves=12))
def test_texts_of_fields_without_their_places_are_the_same_texts(fields: Plain) -> None:
    placed = placed_texts(fields)
    assert field_texts(fields) == [text for text, _ in placed]
    for text, place in placed:
        found: object = fields
        for key in place:
            found = found[key]  # type: ignore[index]
        assert found == text
