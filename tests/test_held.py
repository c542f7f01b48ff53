"""Owns showing that who asks a record for its words, or where they stand, looked at them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from archive.anchors import anchor_of
from archive.archive import Archive
from archive.held import AnyHeld, Held
from archive.looks import ALL, Look
from archive.model.provenance import PROVENANCE
from archive.model.quotation import Quotation
from tests.building.changing import change, tree
from tests.conftest import CORPUS, built, copied, loaded

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


@pytest.mark.parametrize("name", ["nouns", "provenance"])
def test_who_asks_for_fields_has_looked_at_them_or_at_their_provenance(
    corpus: Archive, name: str
) -> None:
    archive = corpus.watched()
    held, _ = quoting(archive)
    with archive.notes.aside() as looks:
        assert (held.noun if name == "nouns" else held.provenance) is held.record.noun
    assert looks == {Look(name, held.id)}


def test_a_note_is_no_matter_of_a_record_and_a_title_is(tmp_path: Path) -> None:
    root = copied(CORPUS, tmp_path / "archive")
    before, letter = loaded(root), root / "letters/2018-06-fund.md"
    change(letter, "The copy has", "Our copy has")
    noted = loaded(root)
    change(letter, "title: ", "title: Other ")
    titled = loaded(root)
    for key in ("2018-06-fund", ALL):
        assert before.nouns.sees(key) == noted.nouns.sees(key) != titled.nouns.sees(key)
        assert before.provenance.sees(key) != noted.provenance.sees(key)


def test_nobody_reads_the_provenance_of_a_record_who_has_not_looked_at_it(
    corpus_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A site is the same where the fields that are asked for are without it."""
    read = vars(Held)["noun"].fget

    def without(held: AnyHeld) -> Any:
        noun = read(held).model_copy()
        for name in PROVENANCE:
            vars(noun).pop(name, None)
        return noun

    monkeypatch.setattr(Held, "noun", property(without))
    site = built(copied(CORPUS, tmp_path / "archive"))
    assert tree(site.parents[1]) == tree(corpus_site.parents[1])
