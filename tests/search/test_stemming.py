"""The stemmer against the Snowball project's own, and against the pairs that people reviewed."""

import pytest
from snowballstemmer import stemmer

from archive.search.rules import Rules, reviewed_rules, rules_from
from archive.search.stemming import stem
from tests.search.material import plain_words, text_words

RULES = reviewed_rules()


def test_stems_are_those_of_snowball() -> None:
    words = plain_words()
    assert len(words) >= 50_000
    theirs = dict(zip(words, stemmer("english").stemWords(words), strict=True))
    assert {word: stem(word) for word in words} == theirs


@pytest.mark.parametrize(("one", "other"), RULES.apart)
def test_words_apart_have_different_stems(one: str, other: str) -> None:
    assert RULES.root(one) != RULES.root(other)


@pytest.mark.parametrize(("one", "other"), RULES.together)
def test_words_together_have_one_stem(one: str, other: str) -> None:
    assert RULES.root(one) == RULES.root(other)


def test_forty_pairs_are_apart_only_because_of_the_reviewed_stems() -> None:
    assert sum(stem(one) == stem(other) for one, other in RULES.apart) >= 40


def test_every_stem_given_changes_something() -> None:
    idle = {word for word, given in RULES.stems.items() if stem(word) == given}
    assert idle == set()


def test_words_begin_as_their_stems_do() -> None:
    """What `ofStem` of rules.js passes over without a look at the stem."""

    def alike(word: str, root: str) -> bool:
        return word.startswith(root[: 3 if len(root) > 3 else 1])

    words = [word for word in plain_words() if word not in RULES.stems]
    assert [word for word in words if not alike(word, RULES.root(word))] == []


def test_a_word_that_is_its_own_stem_has_it_for_its_group_alone() -> None:
    own = {word for word, given in RULES.stems.items() if word == given}
    others = [word for word in text_words() if word not in RULES.stems]
    assert {word: stem(word) for word in others if stem(word) in own} == {}


def test_acronyms_are_stop_words() -> None:
    assert RULES.acronyms < RULES.stop


def test_stop_words_keep_their_yaml_spelling() -> None:
    assert {"no", "not", "on", "off", "or"} <= RULES.stop


def test_words_meant_by_texts_are_no_stop_words() -> None:
    assert not {"may", "own", "against", "more", "council"} & RULES.stop


def test_only_plain_english_letters_are_stemmed() -> None:
    assert RULES.root("motions") == "motion"
    assert [RULES.root(word) for word in ("mp3s", "øres", "mgla150621s")] == [
        "mp3s",
        "øres",
        "mgla150621s",
    ]


def test_plain_rules_say_all_that_the_analysis_needs() -> None:
    rules = rules_from(
        {
            "stop": {"a": "the of", "b": "us"},
            "acronyms": "us",
            "stems": {"bus": "buses", "army": "army armies"},
            "apart": ["army arms"],
            "together": [],
        }
    )
    assert rules.plain() == {
        "stop": "of the us",
        "acronyms": "us",
        "stems": {"army": "armies army", "bus": "buses"},
    }
    assert rules == Rules(
        frozenset({"the", "of", "us"}),
        frozenset({"us"}),
        {"buses": "bus", "army": "army", "armies": "army"},
        (("army", "arms"),),
    )


def test_a_word_with_two_stems_is_refused() -> None:
    with pytest.raises(ValueError, match="buses has two stems: bus and buss"):
        rules_from(
            {
                "stop": {},
                "acronyms": "",
                "stems": {"bus": "buses", "buss": "buses"},
                "apart": [],
                "together": [],
            }
        )


def test_a_file_of_another_form_is_refused() -> None:
    with pytest.raises(ValueError, match="wanted: stop, acronyms, stems, apart and together"):
        rules_from({"stop": "the of"})
