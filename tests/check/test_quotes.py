"""Quoted words are found as whole words, or the message shows what the text has instead."""

import pytest

from archive.quotes import Span, find_spans, flatten, nearest

TEXT = "The shelters, nineteen of them, stood in Nether Row. The shelters were green; one was not."


@pytest.mark.parametrize(
    ("quote", "spans"),
    [
        ("The shelters", [(0, 12), (53, 65)]),
        ("nineteen of\n  them,", [(14, 31)]),
        ("shelter", []),
        ("he shelters", []),
        ("the shelters", []),
        ("", []),
        ("not.", [(86, 90)]),
    ],
)
def test_words_are_found_as_whole_words(quote: str, spans: list[tuple[int, int]]) -> None:
    assert find_spans(TEXT, quote) == tuple(Span(*span) for span in spans)


def test_signs_in_a_quote_mean_themselves() -> None:
    assert find_spans("is it (a) or [b]?", "(a) or [b]?") == (Span(6, 17),)


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("stood in the Row", 'which has "Nether" where the quote has "the"'),
        ("The shelters were blue; one was not.", 'which has "green;" where the quote has "blue;"'),
        ("nineteen of those", 'which has "them," where the quote has "those"'),
        ("one was not. Amen", "which has nothing where the quote has"),
        ("helters were green", 'which has "shelters" where the quote has "helters"'),
    ],
)
def test_the_first_difference_is_shown(quote: str, said: str) -> None:
    assert said in nearest(TEXT, quote)


def test_the_passage_shown_is_the_one_that_agrees_longest() -> None:
    assert '"The shelters were green;' in nearest(TEXT, "The shelters were green and blue")


@pytest.mark.parametrize("text", ["", TEXT])
def test_nothing_is_shown_where_nothing_is_near(text: str) -> None:
    assert nearest(text, "zzz qqq") == "words of the text; it holds nothing like them"


def test_a_long_quote_is_sought_by_its_beginning() -> None:
    assert "nearest passage" in nearest(TEXT * 1000, "The shelters were red " * 10_000)


def test_flat_text_has_single_spaces() -> None:
    assert flatten(" a \n\t b\u00a0c ") == "a b c"
