"""Owns showing that who asks a record for its words, or where they stand, looked at them."""

from collections.abc import Callable

import pytest

from archive.anchors import anchor_of
from archive.archive import Archive
from archive.held import AnyHeld
from archive.looks import Look
from archive.model.quotation import Quotation

ASKED: tuple[Callable[[AnyHeld, Quotation], object], ...] = (
    lambda held, _: held.body,
    lambda held, _: held.has_words,
    lambda held, quote: held.anchor(quote),
)


def quoting(archive: Archive) -> tuple[AnyHeld, Quotation]:
    """A letter and words that it is quoted with."""
    return next(
        (held, quote)
        for held in archive.letters.values()
        for answer in held.noun.answers
        for asked in answer.asks
        for quote in asked.quotes
    )


@pytest.mark.parametrize("ask", ASKED)
def test_who_asks_for_words_has_looked_at_them_each_time(
    corpus: Archive, ask: Callable[[AnyHeld, Quotation], object]
) -> None:
    archive = corpus.watched()
    held, quote = quoting(archive)
    for _ in range(2):
        with archive.notes.aside() as looks:
            ask(held, quote)
        assert Look("bodies", held.id) in looks


def test_an_anchor_is_that_of_the_words(corpus: Archive) -> None:
    held, quote = quoting(corpus)
    assert held.anchor(quote) == anchor_of(held.body, quote)
    assert held.has_words
