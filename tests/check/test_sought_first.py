"""What is sought first, because it is quicker, never hides what would be found."""

import re

import pytest
from ftfy.badness import BADNESS_RE
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.checks import damage, identities, markup, privacy

quick = settings(derandomize=True, deadline=None, max_examples=60)

FORMS = [(form, figures) for form, figures, _ in (*identities._FORMS, *privacy._FORMS)]


@pytest.mark.parametrize(
    ("form", "figures"),
    [*FORMS, (identities._NHS, identities.LONG_NUMBER)],
    ids=lambda pattern: pattern.pattern[:24],
)
@quick
@given(data=st.data())
def test_each_form_has_the_figures_that_are_sought_first(
    data: st.DataObject, form: "re.Pattern[str]", figures: "re.Pattern[str]"
) -> None:
    assert figures.search(data.draw(st.from_regex(form)))


@quick
@given(text=st.from_regex(privacy._EMAIL))
def test_each_email_address_has_its_sign(text: str) -> None:
    assert privacy._may_have_email(text)


@quick
@given(text=st.from_regex(identities._HOME))
def test_each_home_has_its_words(text: str) -> None:
    assert any(words in text for words in identities._AT_HOME)


@quick
@given(text=st.from_regex(damage._CUT_WORD))
def test_each_cut_word_has_a_hyphen_at_the_end_of_a_line(text: str) -> None:
    assert "-\n" in text


@quick
@given(text=st.from_regex(markup._LINK))
def test_each_link_has_its_sign(text: str) -> None:
    assert "]" in text or "=" in text


@quick
@given(text=st.from_regex(markup._SPOKEN))
def test_each_script_has_its_colon(text: str) -> None:
    assert "t:" in text.lower()


@quick
@given(text=st.text(st.sampled_from("‘’“”–—…•aZ1 .,-'\n"), max_size=30))
def test_letters_and_their_usual_signs_are_never_mojibake(text: str) -> None:
    assert not damage._MISREAD.search(text) and not BADNESS_RE.search(text)
