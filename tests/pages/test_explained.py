"""Owns showing that abbreviations are explained where they first stand apart."""

import random
import re

import pytest

from archive.archive import Archive
from archive.body import parse_body
from archive.model.vocabulary import Abbreviation
from archive.pages import abbreviations
from archive.pages.explained import Explainer, used_in
from archive.quotes import find_spans
from archive.search.records import letter_group, motion_group
from archive.telling import telling, used

SIGNS = "ABab -./_[é1’"
"""Of which forms and texts are made that are not kind to patterns."""


def known(*forms: str) -> dict[str, Abbreviation]:
    """Short forms that stand for words of their own."""
    return {form: Abbreviation(stands_for=f"words {n}") for n, form in enumerate(forms)}


def trying_all(forms: list[str], text: str) -> list[str]:
    """The forms in a text, the longest first that stands apart at a place: all are tried there."""
    every = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    return re.findall(rf"(?<!\w)(?:{every})(?!\w)", text)


@pytest.mark.parametrize("seed", range(300))
def test_what_is_explained_is_what_trying_all_forms_finds(seed: int) -> None:
    chance = random.Random(seed)
    drawn = {"".join(chance.choices(SIGNS, k=chance.randint(1, 4))).strip() for _ in range(4)}
    forms = sorted(form for form in drawn if form and "  " not in form)
    text = "".join(chance.choices(SIGNS, k=60))
    found = list(dict.fromkeys(trying_all(forms, text))) if forms else []
    explained = str(Explainer(known(*forms))(text))
    marked = re.findall("<abbr[^>]*>([^<]*)</abbr>", explained)
    assert marked == found


@pytest.mark.parametrize("seed", range(100))
def test_what_is_used_is_what_is_found_as_whole_words(seed: int) -> None:
    chance = random.Random(seed)
    forms = {"".join(chance.choices("ABab./é1", k=chance.randint(1, 3))) for _ in range(5)}
    body = parse_body("".join(chance.choices(SIGNS, k=60)), 1)
    found = {form for form in forms if find_spans(body.flat, form)}
    assert used_in(body, known(*forms)).keys() == found


def test_a_form_is_explained_once_and_what_was_taken_out_is_none() -> None:
    explain = Explainer(known("ACE", "A & E", "name"))
    assert str(explain("ACEs, an ACE, A & E, [redacted: the name of an ACE], ACE")) == (
        'ACEs, an <abbr title="words 0">ACE</abbr>, <abbr title="words 1">A &amp; E</abbr>, '
        '<span class="redaction">[redacted: the name of an ACE]</span>, ACE'
    )


def test_uses_are_the_newest_and_no_more_than_are_shown(
    corpus: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    used = abbreviations.used_in_every(corpus)
    monkeypatch.setattr(abbreviations, "MOST_USES", 1_000)
    every = abbreviations._uses(corpus, used)
    assert max(map(len, every.values())) > 1
    monkeypatch.setattr(abbreviations, "MOST_USES", 1)
    newest = {short: uses[:1] for short, uses in every.items()}
    assert abbreviations._uses(corpus, used) == newest


def test_what_records_tell_of_their_short_forms_is_what_their_words_have(corpus: Archive) -> None:
    told = [
        *(telling(corpus, x, letter_group(corpus, x)).text for x in corpus.letters.values()),
        *(telling(corpus, m, motion_group(corpus, m)).text for m in corpus.motions.values()),
    ]
    known = {path: set(forms) for path, forms in used(told).items()}
    every = abbreviations.used_in_every(corpus)
    assert known == {path: set(forms) for path, forms in every.items() if forms}
    assert 0 < len(known) < len(every) == len(told)
