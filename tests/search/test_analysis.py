"""What becomes of a text: which words it has, which terms they give, and what meets what."""

import pytest

from archive.search.analysis import Term, Word, in_order, joins, terms, words
from archive.search.folding import fold
from archive.search.rules import reviewed_rules
from tests.search.material import BROKEN, ODD, assigned, random_texts

RULES = reviewed_rules()
KNOWN = {"antisemitism", "202425", "noone"}


def surfaces(text: str) -> list[str]:
    return [word.surface for word in words(text)]


def joined(text: str) -> list[str]:
    return [term.exact for term in terms(text, RULES) if term.joined]


def stems(text: str) -> list[str | None]:
    return [term.stem for term in terms(text, RULES) if not term.joined]


def all_stems(text: str) -> set[str]:
    found = terms(text, RULES)
    return {term.stem for term in [*found, *joins(found, KNOWN, RULES)] if term.stem}


WORDS = {
    "motions": "motions",
    "don't, stop.": "dont stop",
    "don’t donʼt don‘t": "dont dont dont",
    "O'Brien’s": "obrien",
    "council's council’s COUNCIL'S councils'": "council council council councils",
    "‘quoted’ “words” 'here'": "quoted words here",
    "café CAFE\u0301 naïve": "cafe cafe naive",
    "Ørsted ǾÆ ǽ Łódź Đorđe Straße ẞ cœur Þór Borðeyri": (
        "orsted oae ae lodz dorde strasse ss coeur thor bordeyri"
    ),
    "2024/25,": "2024 25",
    "$1,000 and £6 million": "1 000 and 6 million",
    "MGLA150621-5878": "mgla150621 5878",
    "ask – answer—now": "ask answer now",
    "is this the last question?": "is this the last question",
    "name@host.org, www.x.org/y": "name host org www x org y",
    "ﬁnance oﬃcer": "finance officer",
    "anti\u00adsemi\u200btism": "antisemitism",
    "👩‍🚒 fire❤️ 1️⃣": "fire 1",
    "a\ue000b": "a b",
    "עברית العَرَبِيَّة": "עברית العربية",
    "𐐀𐐨s": "𐐨𐐨s",
    "ΟΔΟΣ οδός": "οδοσ οδοσ",
    "İstanbul": "istanbul",
    "ﷺ": "صلىاللهعليهوسلم",
    "½ 1/2": "12 1 2",
    "東京都": "東 京 都",
    "ﾞ ͺ": "",
}


@pytest.mark.parametrize(("text", "wanted"), WORDS.items())
def test_words_as_a_reader_sees_them(text: str, wanted: str) -> None:
    assert surfaces(text) == wanted.split()


def test_a_word_knows_its_place_and_its_compound() -> None:
    assert words("On anti-semitism’s rise") == [
        Word(0, 2, 0, "on", None),
        Word(3, 7, 1, "anti", 1),
        Word(8, 18, 2, "semitism", 1),
        Word(19, 23, 3, "rise", None),
    ]


JOINED = {
    "anti-semitism anti‐semitism anti‑semitism": "antisemitism antisemitism antisemitism",
    "MGLA150621-5878": "mgla1506215878",
    "2024/25": "202425",
    "2024–25": "202425",
    "1,000 and 1,000,000": "1000 1000000",
    "U.K. and e.g. ": "uk eg",
    "parents/carers": "parentscarers",
    "1.5bn": "1.5bn",
    "v1.5-2": "v1.52",
    "22.09.2021": "22.09.2021",
    "1,250.50": "1250.50",
    "name@host.org": "namehostorg",
    "www.x.org/y": "wwwxorgy",
    "R&D, 10:30, a_b, COVID-19": "rd 1030 ab covid19",
    "COVID-19’s": "covid19",
    "anti- semitism, a--b, a – b, a—b, a - b, a.-b": "",
    "end. Next": "",
}


@pytest.mark.parametrize(("text", "wanted"), JOINED.items())
def test_words_joined_without_blanks_have_a_joined_form(text: str, wanted: str) -> None:
    assert joined(text) == wanted.split()


def test_the_joined_form_stands_at_the_first_of_its_words() -> None:
    assert terms("of anti-semitism", RULES) == [
        Term(0, "of", None),
        Term(1, "anti", "anti"),
        Term(1, "antisemitism", "antisemit", 2),
        Term(2, "semitism", "semit"),
    ]


MEETING = [
    ("antisemitism", "anti-semitism", "anti semitism", "Anti–Semitism", "anti-semitism-related"),
    ("ACEs", "ACE", "aces", "ace", "ACEs’", "ACE's"),
    ("VRUs", "VRU", "vru", "vrus"),
    ("SMEs", "SME", "smes", "sme"),
    ("PFSs", "PFS", "pfss", "pfs"),
    ("US", "U.S.", "US's"),
    ("U.K.", "UK", "uk"),
    ("council", "council's", "Councils’", "COUNCIL"),
    ("CAMHS", "camhs"),
    ("GPs", "GP", "gp", "gps"),
    ("café", "cafes", "CAFE\u0301"),
    ("Łódź", "Lodz", "ŁÓDŹ’s"),
    ("2024/25", "2024 25", "2024-25", "2024–25", "202425"),
    ("$1,000", "1000", "1'000"),
    ("don’t-know", "don't-knows"),
    ("survey", "surveys"),
    ("Monday", "Mondays"),
    ("buses", "bus", "BUSES"),
    ("Assembly", "assemblies", "THE ASSEMBLY"),
]


@pytest.mark.parametrize("spellings", MEETING, ids=lambda spellings: spellings[0])
def test_spellings_meet(spellings: tuple[str, ...]) -> None:
    assert set.intersection(*(all_stems(spelling) for spelling in spellings))


ENDING_IN_Y = "survey highway holiday delay pay monday money try journey today"
APART = ["police policy", "therapist the-rapist", "us US", "who WHO", "AC ACEs", "caf café"]


@pytest.mark.parametrize("pair", APART)
def test_other_words_do_not_meet(pair: str) -> None:
    one, other = (set(stems(word)) for word in pair.split())
    assert not (one - {None}) & (other - {None})


@pytest.mark.parametrize("word", ENDING_IN_Y.split())
def test_a_word_meets_itself_at_the_end_of_a_question(word: str) -> None:
    assert stems(word) == stems(f"{word.title()}?") != [None]


CAPITALS = {
    "the US and WHO": [None, "us", None, "who"],
    "us and who": [None, None, None],
    "Andrew Boff AM": ["andrew", "boff", "am"],
    "the IT team": [None, "it", "team"],
    "it is NOT agreed": [None, None, None, "agre"],
    "WHO IS IT FOR": [None, None, None, None],
    "WHO WANTS BUSES\nthe WHO wants": [None, "want", "bus", None, "who", "want"],
    "the WHO/UNICEF report": [None, "who", "unicef", "report"],
    "US NATO": ["us", "nato"],
    "NHS ACEs": ["nhs", "ace"],
}


@pytest.mark.parametrize(("text", "wanted"), CAPITALS.items())
def test_capitals_are_acronyms_before_they_are_stop_words(
    text: str, wanted: list[str | None]
) -> None:

    assert stems(text) == wanted


def test_separate_words_join_only_where_their_join_is_known() -> None:
    found = terms("anti semitism, no one and the rapist", RULES)
    assert joins(found, KNOWN, RULES) == [
        Term(0, "antisemitism", "antisemit", 2),
        Term(2, "noone", "noon", 2),
    ]


def test_three_words_join() -> None:
    found = terms("a lot-to-do, lot to do", RULES)
    assert joins(found, {"lottodo"}, RULES) == [Term(4, "lottodo", "lottodo", 3)]


def test_a_part_of_a_compound_joins() -> None:
    found = terms("anti-semitism-related", RULES)
    assert joins(found, KNOWN, RULES) == [Term(0, "antisemitism", "antisemit", 2)]


def test_a_compound_is_not_joined_again() -> None:
    assert joins(terms("anti-semitism", RULES), KNOWN, RULES) == []


def test_a_stop_word_is_found_exactly() -> None:
    assert terms("The", RULES) == [Term(0, "the", None)]


@pytest.mark.parametrize("text", [*ODD, *BROKEN], ids=lambda text: ascii(text)[:30])
def test_nothing_odd_breaks_the_analysis(text: str) -> None:
    for word in words(text):
        assert fold(text[word.start : word.end]) == word.surface
    assert all(term.exact and term.exact.isprintable() for term in terms(text, RULES))


def test_folding_what_is_folded_changes_nothing() -> None:
    texts = random_texts(assigned(), 5_000, seed=1)
    folded = {word.surface for text in texts for word in words(text)}
    assert [surface for surface in folded if fold(surface) != surface] == []


def test_terms_sort_as_in_a_browser() -> None:
    assert sorted(["z", "\ufb01", "𐐨", "a", "ab"], key=in_order) == ["a", "ab", "z", "𐐨", "\ufb01"]
