"""Owns showing that who asks a record for its words, or where they stand, looked at them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from archive.anchors import anchor_of, anchors_of
from archive.archive import Archive
from archive.gist import APART, Gist
from archive.gist import _facts as digest_of_facts
from archive.held import AnyHeld, Held
from archive.load import load
from archive.looks import ALL, Look
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.model.quotation import Quotation
from archive.quotations import own_quotations
from archive.recordfile import Read
from tests.building.changing import change, tree
from tests.conftest import CORPUS, built, copied, loaded

OTHER_WORDS = Quotation.model_validate("to")
"""Words of a letter that it does not quote itself."""

ASKED: tuple[Callable[[AnyHeld, Quotation], object], ...] = (
    lambda held, _: held.body,
    lambda held, _: held.has_words,
    lambda held, _: held.anchor(OTHER_WORDS),
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


def test_who_asks_where_own_quotations_stand_has_not_looked_at_other_words(
    corpus: Archive,
) -> None:
    archive = corpus.watched()
    held, quote = quoting(archive)
    for _ in range(2):
        with archive.notes.aside() as looks:
            held.anchor(quote)
        assert looks == {Look("anchors", held.id)}


def test_an_anchor_is_that_of_the_words(corpus: Archive) -> None:
    every: tuple[AnyHeld, ...] = (*corpus.letters.values(), *corpus.motions.values())
    own = [(held, quote) for held in every for quote in own_quotations(held.noun)]
    assert {held.is_letter for held, _ in own} == {True, False}
    for held, quote in own:
        assert held.anchor(quote) == anchor_of(held.body, quote)
    held, _ = quoting(corpus)
    assert held.anchor(OTHER_WORDS) == anchor_of(held.body, OTHER_WORDS)
    assert held.has_words


def test_of_quotations_of_which_one_is_not_there_none_has_an_anchor(corpus: Archive) -> None:
    held, quote = quoting(corpus)
    absent = Quotation.model_validate("words that nobody wrote")
    assert anchors_of(held.body, [quote, OTHER_WORDS]) == (
        anchor_of(held.body, quote),
        anchor_of(held.body, OTHER_WORDS),
    )
    assert anchors_of(held.body, [quote, absent]) == ()
    assert anchors_of(held.body, []) == ()


def test_where_quotations_stand_is_known_from_the_last_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copied(CORPUS, tmp_path / "archive")
    before = load(root, remembering=True)
    monkeypatch.setattr(Read, "anchors", property(lambda _: pytest.fail("worked out again")))
    after = load(root, remembering=True)
    assert isinstance(before, Archive) and isinstance(after, Archive)
    known = {name: held.record.content.anchors for name, held in after.anchors.items()}
    assert any(known.values())
    assert known == {name: held.record.content.anchors for name, held in before.anchors.items()}


def test_a_letter_quotes_what_it_answers_before_what_it_undertakes(corpus: Archive) -> None:
    noun = next(
        held.noun
        for held in corpus.letters.values()
        if held.noun.commitments and any(one.quotes for a in held.noun.answers for one in a.asks)
    )
    answers = [quote for a in noun.answers for one in a.asks for quote in one.quotes]
    assert [*own_quotations(noun)] == [*answers, *(one.quote for one in noun.commitments)]


@pytest.mark.parametrize("fresh", [True, False])
def test_where_quotations_stand_is_seen_by_who_looks_at_that(tmp_path: Path, fresh: bool) -> None:
    root, name = copied(CORPUS, tmp_path / "archive"), "2018-06-fund"
    letter, seen = root / f"letters/{name}.md", list[tuple[str, str]]()
    for old, new in (
        ("Dear", "Dear"),
        ("Marl. The", "Marl.\nThe"),
        ("rewritten. A", "rewritten.\n\nA"),
        ("- A decision will be made", "- decision will be made"),
    ):
        change(letter, old, new)
        archive = load(root, remembering=not fresh)
        assert isinstance(archive, Archive)
        seen.append((archive.anchors.sees(name), archive.bodies.sees(name)))
    (was, text), (same, broken), (moved, parted), (other, unchanged) = seen
    assert was == same
    assert text != broken
    assert len({same, moved, other}) == len({text, broken, parted}) == 3
    assert parted == unchanged


@pytest.mark.parametrize("name", ["nouns", "provenance"])
def test_who_asks_for_fields_has_looked_at_them_or_at_their_provenance(
    corpus: Archive, name: str
) -> None:
    archive = corpus.watched()
    held, _ = quoting(archive)
    with archive.notes.aside() as looks:
        assert (held.noun if name == "nouns" else held.provenance) is held.record.noun
    assert looks == {Look(name, held.id)}
    with archive.notes.aside() as looks:
        assert held.title == held.record.gist.title
    assert looks == {Look("titles", held.id)}


OF_LETTERS: dict[str, Callable[[Letter], object]] = {
    "date": lambda noun: noun.date,
    "kind": lambda noun: noun.kind,
    "lead": lambda noun: noun.sender,
    "recipient": lambda noun: noun.recipient,
    "topics": lambda noun: noun.topics,
    "answers": lambda noun: tuple(answer.motion for answer in noun.answers),
    "said": lambda noun: tuple(
        (answer.motion, one.ask, one.response) for answer in noun.answers for one in answer.asks
    ),
    "undertaken": lambda noun: tuple(
        (one.motion or "", one.ask or 0, bool(one.evidence)) for one in noun.commitments
    ),
    "replies_to": lambda noun: (noun.in_reply_to and noun.in_reply_to.letter) or "",
    "unheld": lambda noun: (
        (noun.in_reply_to.sender, noun.in_reply_to.date)
        if noun.in_reply_to and not noun.in_reply_to.letter
        else None
    ),
}
OF_MOTIONS: dict[str, Callable[[Motion], object]] = {
    "meeting": lambda noun: noun.meeting,
    "number": lambda noun: noun.number or 0,
    "lead": lambda noun: noun.moved_by or "",
    "topics": lambda noun: noun.topics,
    "asks": lambda noun: tuple(ask.ask for ask in noun.asks),
    "complete": lambda noun: noun.asks_complete,
    "checked": lambda noun: noun.replies_checked is not None,
}
"""What is asked of all records at once, by what their fields say."""


@pytest.mark.parametrize(("of", "facts"), [("letters", OF_LETTERS), ("motions", OF_MOTIONS)])
def test_who_asks_for_a_fact_has_looked_at_the_facts(
    corpus: Archive, of: str, facts: dict[str, Callable[[Any], object]]
) -> None:
    archive = corpus.watched()
    every = list(vars(archive)[of].values())
    for fact, told in facts.items():
        for held in every:
            with archive.notes.aside() as looks:
                assert getattr(held, fact) == told(held.record.noun), (held.path, fact)
            assert looks == {Look("facts", held.id)}
        assert len({getattr(held, fact) for held in every}) > 1, fact


def test_a_note_is_no_matter_of_a_record_and_no_title_and_a_kind_is(tmp_path: Path) -> None:
    root = copied(CORPUS, tmp_path / "archive")
    before, letter = loaded(root), root / "letters/2018-06-fund.md"
    change(letter, "The copy has", "Our copy has")
    noted = loaded(root)
    change(letter, "title: ", "title: Other ")
    titled = loaded(root)
    change(letter, "kind: reply", "kind: follow-up")
    of_other_kind = loaded(root)
    for key in ("2018-06-fund", ALL):
        assert before.provenance.sees(key) != noted.provenance.sees(key)
        assert before.titles.sees(key) == noted.titles.sees(key) != titled.titles.sees(key)
        assert before.nouns.sees(key) == titled.nouns.sees(key) != of_other_kind.nouns.sees(key)
        assert before.facts.sees(key) == titled.facts.sees(key) != of_other_kind.facts.sees(key)


def test_what_is_no_fact_is_not_seen_by_who_looks_at_facts(tmp_path: Path) -> None:
    root, name = copied(CORPUS, tmp_path / "archive"), "2018-05-22-pm-2018-0417"
    before = loaded(root)
    change(root / f"letters/{name}.md", "All four routes are named", "Each route is named")
    after = loaded(root)
    for key in (name, ALL):
        assert before.nouns.sees(key) != after.nouns.sees(key)
        assert before.facts.sees(key) == after.facts.sees(key)


def test_every_fact_of_a_gist_is_seen() -> None:
    for name, empty in Gist()._asdict().items():
        changed: dict[str, Any] = {name: (*empty, "a") if isinstance(empty, tuple) else not empty}
        other = Gist(**changed)
        assert (digest_of_facts(other) == digest_of_facts(Gist())) == (name == "title"), name


def test_nobody_reads_a_title_or_the_provenance_of_a_record_who_has_not_looked_at_it(
    corpus_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A site is the same where the fields that are asked for are without these."""
    read = vars(Held)["noun"].fget

    def without(held: AnyHeld) -> Any:
        noun = read(held).model_copy()
        for name in APART:
            vars(noun).pop(name, None)
        return noun

    monkeypatch.setattr(Held, "noun", property(without))
    site = built(copied(CORPUS, tmp_path / "archive"))
    assert tree(site.parents[1]) == tree(corpus_site.parents[1])
