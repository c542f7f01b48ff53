"""What is analysed in bulk is what the definition says of each text alone."""

from collections import Counter
from collections.abc import Sequence

import pytest

from archive.search.analysed import Analysed, analysed
from archive.search.analysis import terms, words
from archive.search.cutting import BREAK, cut
from archive.search.lexicon import Form, Lexicon
from archive.search.rules import reviewed_rules
from tests.search.material import BROKEN, ODD, framed_words, texts

RULES = reviewed_rules()
SIGNS = [chr(code) for code in range(0x3100) if not 0xD800 <= code < 0xE000]
SHOUTED = (
    "US WHO IT AND",
    "TELL US NOW",
    "TELL US\nNOW",
    "the US is, WHO says IT",
    "A ª US ª IT IS ª NOW",
    "U.S. and U.S.-led; e.g. AND.OR us.US",
    "IT-US-WHO IT",
    "a-\uff9e-b \uff9e-c WHO \uff9e IT \uff9e US x",
)
MATERIAL = {
    "texts": texts(),
    "odd": ODD,
    "broken": BROKEN,
    "shouted": SHOUTED,
    "framed": tuple(" ".join(framed_words()[at : at + 50]) for at in range(0, 20_000, 50)),
    "between": tuple(f"a{sign}B cD{sign}{sign}e {sign}f{sign}" for sign in SIGNS),
    "inside": tuple(f"{sign}a’{sign}b'{sign} U{sign}S{sign}A" for sign in SIGNS),
}


@pytest.mark.parametrize("name", MATERIAL)
def test_many_texts_are_analysed_as_each_alone(name: str) -> None:
    found = MATERIAL[name]
    lexicon = Lexicon(RULES)
    one = analysed(cut([[text] for text in found]), lexicon)
    forms, spelt = _forms(one, lexicon, len(found)), _spelt(one, lexicon, len(found))
    for at, text in enumerate(found):
        wanted = Counter(Form(term.stem, term.exact) for term in terms(text, RULES))
        assert forms[at] == wanted, text
        assert spelt[at] == [word.surface for word in words(text)], text
        assert one.lengths[at] == sum(n for form, n in wanted.items() if form.stem is not None)
        assert one.lengths[at] == one.title_lengths[at]


def test_the_first_text_is_the_title() -> None:
    lexicon = Lexicon(RULES)
    one = analysed(cut([["The motion", "a house-boat"], ["", "motion"]]), lexicon)
    titles = zip(one.titles.things.tolist(), one.titles.documents.tolist(), strict=True)
    assert [(lexicon.stems[stem], document) for stem, document in titles] == [("motion", 0)]
    assert one.title_lengths.tolist() == [1, 0]
    assert one.lengths.tolist() == [4, 1]


def _forms(one: Analysed, lexicon: Lexicon, count: int) -> Sequence[Counter[Form]]:
    found: list[Counter[Form]] = [Counter() for _ in range(count)]
    columns = (one.forms.things, one.forms.documents, one.forms.times)
    for form, document, times in zip(*(column.tolist() for column in columns), strict=True):
        found[document][lexicon.forms[form]] = times
    return found


def _spelt(one: Analysed, lexicon: Lexicon, count: int) -> Sequence[list[str]]:
    found: list[list[str]] = [[] for _ in range(count)]
    for word, document in zip(one.rows.words.tolist(), one.rows.documents.tolist(), strict=True):
        if word != BREAK:
            found[document].append(lexicon.spelt[word])
    return found
