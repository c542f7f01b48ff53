"""Names that mean one thing: where they count in texts, and where they must not."""

import json
from collections import Counter
from dataclasses import replace

import pytest

from archive.archive import Archive
from archive.search.cutting import cut
from archive.search.documents import Document, Passage
from archive.search.gathering import gather
from archive.search.index import index_outputs
from archive.search.names import Names, names
from archive.search.naming import Naming
from archive.search.records import documents
from archive.search.rules import reviewed_rules
from tests.search.test_rows import read_row

RULES = reviewed_rules()
NAMES = Names(
    (
        ("ACEs", "adverse childhood experiences"),
        ("anti-semitism", "Antisemitism"),
        ("WHO", "World Health Organization"),
        ("lampposts", "street lamps"),
    ),
    ("ACE Hotel", "aces high", "the street lamps of memory"),
)
ACES, ANTISEMITISM, WHO, LAMPS = range(4)


def counted(text: str, given: Names = NAMES) -> Counter[int]:
    """How often each group counts in a text."""
    named = gather([cut([["", text]])], RULES, Naming(given, RULES)).named
    return Counter(dict(zip(named.things.tolist(), named.times.tolist(), strict=True)))


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("ACEs", ACES),
        ("an ACE's cost", ACES),
        ("Adverse childhood experience", ACES),
        ("ADVERSE CHILDHOOD EXPERIENCES", ACES),
        ("Anti-Semitism", ANTISEMITISM),
        ("anti semitism", ANTISEMITISM),
        ("antisemitic", ANTISEMITISM),
        ("the WHO says", WHO),
        ("the World Health Organization", WHO),
        ("a lamppost", LAMPS),
        ("Street Lamp", LAMPS),
    ],
)
def test_a_text_that_has_a_name_counts(text: str, group: int) -> None:
    assert counted(text) == {group: 1}


@pytest.mark.parametrize(
    "text",
    [
        "aces",
        "Aces high",
        "an ace pilot",
        "the ACE Hotel",
        "ACE Hotels",
        "who says",
        "Who",
        "adverse experiences of childhood",
        "childhood experiences",
        "the street lamps of memory",
        "the health of the world organization",
        "race places",
        "",
    ],
)
def test_a_text_that_must_not_match_does_not_count(text: str) -> None:
    assert counted(text) == {}


def test_a_name_beside_a_text_that_does_not_count_does() -> None:
    assert counted("ACEs at the ACE Hotel, ACEs high and ACEs") == {ACES: 2}


def test_a_name_does_not_run_from_one_text_into_the_next() -> None:
    texts = [["", "adverse childhood", "experiences", "street"], ["lamps"]]
    assert not len(gather([cut(texts)], RULES, Naming(NAMES, RULES)).named.packed)


def test_names_of_an_archive_are_grouped_once(corpus: Archive) -> None:
    found = names(corpus)
    flat = [{name.casefold() for name in group} for group in found.groups]
    assert {"nbn", "nbns", "night bus network"} in flat
    assert {"soren thwaite", "soeren thwaite", "søren thwaite"} in flat
    assert not any(one < other for one in flat for other in flat)
    assert found.not_for == ("R&R Records", "street lamps of memory")


def test_what_every_not_for_of_the_archives_says_does_not_count(
    corpus: Archive, real: Archive
) -> None:
    for archive in (corpus, real):
        found = names(archive)
        assert found.not_for
        assert {text: counted(text, found) for text in found.not_for if counted(text, found)} == {}


def test_the_index_has_the_documents_of_each_group(corpus: Archive) -> None:
    first, second, *_ = documents(corpus)
    sought = [_saying(first, 0, "The NBN runs. NBNs."), _saying(second, 1, "A night bus network")]
    outputs = list(index_outputs(sought, RULES, corpus))
    root = json.loads(outputs[-1].content)
    entries = {
        entry[0]: entry[1:]
        for output in outputs
        if root["terms"] in output.path
        for entry in json.loads(output.content)
    }
    group = next(at for at, known in enumerate(root["named"]["groups"]) if "NBN" in known)
    assert read_row(*entries[f"@{group}"]) == {0: 2, 1: 1}
    vocabulary = next(output for output in outputs if output.path.endswith(root["vocabulary"]))
    assert "@" not in vocabulary.content.decode()


def _saying(document: Document, number: int, text: str) -> Document:
    return replace(
        document, number=number, title="", passages=(Passage("p1", 1, text),), reference=None
    )
