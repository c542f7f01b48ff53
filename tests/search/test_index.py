"""The index as it is written: nothing lost, nothing cut, the same bytes each time."""

import json
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pytest

from archive.archive import Archive
from archive.search.analysis import in_order, joins, terms
from archive.search.columns import columns
from archive.search.documents import Document, documents, documents_from_jsonl
from archive.search.entries import OWN, entries
from archive.search.gathering import gather
from archive.search.index import index_outputs, search_outputs
from archive.search.lengths import lengths
from archive.search.pairs import bucket, pair_shards, word_hash
from archive.search.rules import reviewed_rules
from archive.search.shards import Range, ranges
from tests.search.invented import invented_documents

RULES = reviewed_rules()
TINY = 300


@pytest.fixture(scope="module")
def invented() -> tuple[Document, ...]:
    return invented_documents(80)


@pytest.fixture(scope="module")
def written(invented: tuple[Document, ...]) -> list[tuple[str, Any]]:
    return list(entries(gather(invented, RULES), RULES))


@pytest.fixture(scope="module")
def shards(written: list[tuple[str, Any]]) -> list[Range]:
    return list(ranges(written, TINY))


def test_entries_say_what_the_texts_say(
    invented: tuple[Document, ...], written: list[tuple[str, Any]]
) -> None:
    stems, titles, exact = _counted(invented)
    read: dict[str, Counter[str]] = {"stems": Counter(), "titles": Counter(), "exact": Counter()}
    for term, entry in written:
        for name, counts in _read(term, *entry[1:]).items():
            read[name].update(counts)
    assert read["stems"] == stems
    assert read["titles"] == titles
    assert read["exact"] == exact


def test_terms_are_in_the_order_of_utf_16_units(written: list[tuple[str, Any]]) -> None:
    found = [term for term, _ in written]
    assert found == sorted(set(found), key=in_order)
    assert found != sorted(found), "no term shows the difference"


def test_shards_hold_all_entries_whole(written: list[tuple[str, Any]], shards: list[Range]) -> None:
    together = [entry for shard in shards for entry in json.loads(shard.content)]
    assert together == [json.loads(json.dumps(entry)) for _, entry in written]


def test_no_shard_is_larger_than_its_size_unless_it_has_one_term(shards: list[Range]) -> None:
    large = [shard for shard in shards if len(shard.content) > TINY + 2]
    assert large
    assert [len(json.loads(shard.content)) for shard in large] == [1] * len(large)


def test_starts_part_the_shards(shards: list[Range]) -> None:
    for before, shard in pairwise(shards):
        last, first = json.loads(before.content)[-1][0], json.loads(shard.content)[0][0]
        assert in_order(last) < in_order(shard.start) <= in_order(first)
        assert " " not in shard.start


def test_pairs_are_those_of_the_texts(invented: tuple[Document, ...]) -> None:
    wanted = {(pair, one.number) for one in invented for pair in _adjacent(one)}
    found = set()
    shards = list(pair_shards(gather(invented, RULES), 1000))
    for number, shard in enumerate(shards):
        for pair, gaps in json.loads(shard).items():
            first, second = pair.split(" ")
            assert bucket(word_hash(first), word_hash(second), len(shards)) == number
            found |= {(pair, document) for document in _numbers(gaps)}
    assert len(shards) > 1
    assert found == wanted


def test_lengths_are_near_the_real_ones(invented: tuple[Document, ...]) -> None:
    gathered = gather(invented, RULES)
    levels, letters = lengths(gathered)["all"]
    for letter, real in zip(letters, gathered.lengths, strict=True):
        assert levels[ord(letter) - ord("A")] == pytest.approx(real, rel=0.2, abs=1)


def test_an_empty_collection_has_an_index() -> None:
    root = json.loads(next(index_outputs((), RULES)).content)
    assert root["documents"] == 0
    assert root["averages"] == {"all": 0, "title": 0}


def test_the_same_records_make_the_same_bytes(corpus: Archive) -> None:
    assert list(search_outputs(corpus)) == list(search_outputs(corpus))


def test_the_version_and_names_change_with_a_word(invented: tuple[Document, ...]) -> None:
    def root(sought: Sequence[Document]) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(next(index_outputs(sought, RULES)).content)
        return found

    changed = (*invented[:-1], _retitled(invented[-1], "aardvark"))
    one, other = root(invented), root(changed)
    assert [name for name in ("version", "terms", "vocabulary") if one[name] == other[name]] == []
    assert one["columns"] == other["columns"]


def test_records_are_numbered_by_date(corpus: Archive) -> None:
    found = documents(corpus)
    assert [one.number for one in found] == list(range(len(found)))
    assert [one.day[:4] for one in found] == sorted(one.day[:4] for one in found)
    assert len(found) == len(corpus.letters) + len(corpus.motions)


def test_a_motion_without_a_text_is_found_by_what_it_asks(real: Archive) -> None:
    bare = next(one for one in documents(real) if one.kind == "motion")
    assert bare.passages
    assert [passage.anchor for passage in bare.passages][:1] == ["ask-1"]
    assert {passage.number for passage in bare.passages} == {None}


def test_columns_name_every_document(corpus: Archive) -> None:
    found = documents(corpus)
    plain: Any = columns(found, corpus)
    assert sum(plain["days"][1::2]) == len(found)
    kinds = [number for gaps in plain["kind"].values() for number in _numbers(gaps)]
    assert sorted(kinds) == [one.number for one in found]


def test_measured_texts_need_no_date() -> None:
    line = json.dumps({"id": "7", "title": "A", "text": "One.\n\nTwo."})
    [one] = documents_from_jsonl([line])
    assert [passage.anchor for passage in one.passages] == ["p1", "p2"]
    assert one.day == ""


def _counted(sought: Sequence[Document]) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """How often each document has each stem, in its title too, and which exact forms: naively."""
    read = [[terms(text, RULES) for text in one.texts] for one in sought]
    known = {term.exact for texts in read for text in texts for term in text if term.joined}
    stems: Counter[str] = Counter()
    titles: Counter[str] = Counter()
    exact: set[str] = set()
    for number, texts in enumerate(read):
        titles.update(f"{number} {term.stem}" for term in texts[0] if term.stem is not None)
        for text in texts:
            whole = [*text, *joins(text, known, RULES)]
            stems.update(f"{number} {term.stem}" for term in whole if term.stem is not None)
            exact |= {f"{number} {term.exact}" for term in whole}
    return stems, titles, Counter(exact)


def _read(
    term: str,
    plain: list[int],
    titled: Sequence[int] = (),
    forms: str = "",
    sparse: Sequence[int] = (),
    _compounds: Sequence[str] = (),
) -> dict[str, dict[str, int]]:
    """What an entry says, by the rules in the docstring of entries.py."""
    times = _times(plain)
    numbers = list(times)
    if term.startswith(OWN):
        return {"exact": {f"{number} {term[1:]}": 1 for number in numbers}}
    masks = dict.fromkeys(range(len(numbers)), 1)
    place = -1
    for step, mask in zip(sparse[::2], sparse[1::2], strict=True):
        place += step
        masks[place] = mask
    spelt = (forms or term).split(" ")
    return {
        "stems": {f"{number} {term}": n for number, n in times.items()},
        "titles": {f"{numbers[at]} {term}": n for at, n in _times(titled).items()},
        "exact": {
            f"{numbers[at]} {word}": 1
            for at, mask in masks.items()
            for bit, word in enumerate(spelt)
            if mask >> bit & 1 and not word.startswith(OWN)
        },
    }


def _times(plain: Sequence[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    number = -1
    for value in plain:
        number += max(value, 0)
        found[number] = max(1, -value)
    return found


def _numbers(gaps: Sequence[int]) -> list[int]:
    return list(_times(gaps))


def _adjacent(document: Document) -> set[str]:
    pairs: set[str] = set()
    for text in document.texts:
        single = [term.exact for term in terms(text, RULES) if not term.joined]
        pairs |= {f"{a} {b}" for a, b in pairwise(single)}
    return pairs


def _retitled(document: Document, title: str) -> Document:
    return Document(**{**vars(document), "title": title})
