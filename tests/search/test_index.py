"""The index as it is written: nothing lost, nothing cut, the same bytes each time."""

import gzip
import json
import random
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pytest

from archive.anchors import anchors
from archive.archive import Archive
from archive.search import entries as entering
from archive.search import pairs, rows
from archive.search.analysis import in_order, joins, terms
from archive.search.columns import columns
from archive.search.cutting import cut
from archive.search.documents import Document, documents_from_jsonl
from archive.search.entries import OWN, entries
from archive.search.extracts import sought_in
from archive.search.gathering import gather
from archive.search.index import index_outputs, search_outputs
from archive.search.lengths import lengths
from archive.search.letters import paired
from archive.search.names import Names
from archive.search.naming import Naming
from archive.search.pairs import bucket, pair_shards, word_hash, word_hashes
from archive.search.postings import Gathered
from archive.search.records import documents
from archive.search.references import references
from archive.search.rules import reviewed_rules
from archive.search.shards import Range, front_coded, ranges
from tests.search.invented import invented_documents, usual_compounds
from tests.search.test_rows import read_row

RULES = reviewed_rules()
TINY = 300


@pytest.fixture(scope="module")
def invented() -> tuple[Document, ...]:
    return invented_documents(80)


@pytest.fixture(scope="module")
def written(invented: tuple[Document, ...]) -> list[tuple[str, Any]]:
    return list(entries(gathered_from(invented), RULES))


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
    large = [shard for shard in shards if len(shard.content) > TINY]
    assert large
    assert [len(json.loads(shard.content)) for shard in large] == [1] * len(large)


def test_starts_part_the_shards(shards: list[Range]) -> None:
    for before, shard in pairwise(shards):
        last, first = json.loads(before.content)[-1][0], json.loads(shard.content)[0][0]
        assert in_order(last) < in_order(shard.start) <= in_order(first)
        assert " " not in shard.start


def test_starts_are_written_without_what_they_have_in_common() -> None:
    assert front_coded(["anti", "antiq", "b", "𝒜a", "𝒜b", "abcdefghijk"]) == (
        "0anti 4q 0b 0𝒜a 0𝒜b 0abcdefghijk"
    )
    assert front_coded(["abcdefghijk", "abcdefghijl"]) == "0abcdefghijk 9jl"


def test_a_shard_is_cut_where_its_start_is_short() -> None:
    names = ["gaa", "gab", "gac", "gad", "haa", "hab", "hac", "had"]
    cut = list(ranges(((name, name) for name in names), 36))
    assert [shard.start for shard in cut] == ["", "h"]
    assert [len(json.loads(shard.content)) for shard in cut] == [4, 4]


def test_many_words_are_hashed_as_each_one_is() -> None:
    words = ["", "a", "naïve", "\ud800", "😀x", "a" * 300, *(f"{n}th" for n in range(50))]
    hashes = []
    for word in words:
        value = 0x811C9DC5
        units = word.encode("utf-16-be", "surrogatepass")
        for high, low in zip(units[::2], units[1::2], strict=True):
            value = ((value ^ (high << 8 | low)) * 0x01000193) % 2**32
        hashes.append(value)
    assert word_hashes(words).tolist() == hashes
    assert len(word_hashes([])) == 0


def test_pairs_are_those_of_the_texts(invented: tuple[Document, ...]) -> None:
    wanted = {(pair, one.number) for one in invented for pair in _adjacent(one)}
    wanted |= {(f"# {word}", one.number) for one in invented for word in _referring(one)}
    found = set()
    shards = list(
        pair_shards(
            gathered_from(invented).row,
            references(one.reference for one in sought_in(invented).extracts),
            16,
        )
    )
    for number, shard in enumerate(shards):
        for pair, row in json.loads(shard).items():
            first, second = pair.split(" ")
            assert bucket(word_hash(first), word_hash(second), len(shards)) == number
            found |= {(pair, document) for document in read_row(row)}
    assert len(shards) > 1
    assert found == wanted


def test_letters_in_pairs_are_the_same_in_fewer_bytes() -> None:
    chance = random.Random(3)
    for letters in ("", "a", "#" * 999, "#$" * 70, "".join(chance.choices("#$%&'()", k=30_000))):
        row, pairs = paired(letters)
        assert len(set(row) | set("".join(pairs))) <= 91
        assert len(row) <= len(letters)
        back = row
        for pair in reversed(pairs):
            assert pair[0] not in letters
            back = back.replace(pair[0], pair[1:])
        assert back == letters
    small = len(gzip.compress(json.dumps([row, pairs]).encode()))
    assert small < 0.95 * len(gzip.compress(letters.encode()))


def test_lengths_are_near_the_real_ones(invented: tuple[Document, ...]) -> None:
    gathered = gathered_from(invented)
    rounded = lengths(gathered)
    for length, real in zip(rounded.of("all"), gathered.lengths, strict=True):
        assert length == pytest.approx(real, rel=0.2, abs=1)
    for length, real in zip(rounded.of("title"), gathered.title_lengths, strict=True):
        assert length == pytest.approx(real, rel=0.3, abs=1)


def test_words_are_joined_that_several_documents_write_as_one() -> None:
    texts = ["a lone-wolf", "the lone wolf"], ["night-time", "night time"], ["nighttime", ""]
    gathered = gather([cut(texts)], RULES, Naming(Names(), RULES))
    forms = [gathered.forms[form].exact for form in gathered.joined.things.tolist()]
    assert list(zip(forms, gathered.joined.documents.tolist(), strict=True)) == [("nighttime", 1)]


def test_the_index_is_the_same_however_much_is_taken_at_once(
    invented: tuple[Document, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = list(index_outputs(invented, RULES))
    for module in (rows, pairs, entering):
        monkeypatch.setattr(module, "_BLOCK", 7)
    assert list(index_outputs(invented, RULES)) == whole


def test_an_empty_collection_has_an_index() -> None:
    root = json.loads([*index_outputs((), RULES)][-1].content)
    assert root["documents"] == 0
    assert root["averages"] == {"all": 0, "title": 0}


def test_the_same_records_make_the_same_bytes(corpus: Archive) -> None:
    assert list(search_outputs(corpus)) == list(search_outputs(corpus))


def test_the_version_and_names_change_with_a_word(invented: tuple[Document, ...]) -> None:
    def root(sought: Sequence[Document]) -> dict[str, Any]:
        found: dict[str, Any] = json.loads([*index_outputs(sought, RULES)][-1].content)
        return found

    changed = (*invented[:-1], _retitled(invented[-1], "aardvark"))
    one, other = root(invented), root(changed)
    assert [name for name in ("version", "terms", "vocabulary") if one[name] == other[name]] == []
    assert one["columns"] == other["columns"]


def test_records_are_numbered_by_date(corpus: Archive) -> None:
    found = documents(corpus)
    assert [one.number for one in found] == list(range(len(found)))
    assert [one.day[:4] for one in found] == sorted(one.day[:4] for one in found)
    kinds = Counter(one.kind for one in found)
    assert kinds["letter"] == len(corpus.letters)
    assert kinds["motion"] == len(corpus.motions)


def test_each_ask_and_each_commitment_is_a_document(corpus: Archive) -> None:
    found = {one.id: one for one in documents(corpus)}
    asks = {f"{m.id}#ask-{ask.ask}" for m in corpus.motions.values() for ask in m.noun.asks}
    letters = corpus.letters.values()
    made = ((x.id, at) for x in letters for at, _ in enumerate(x.noun.commitments, 1))
    assert {id for id, one in found.items() if one.kind == "ask"} == asks
    promises = {f"{id}#commitment-{at}" for id, at in made}
    assert {id for id, one in found.items() if one.kind == "commitment"} == promises
    assert all(
        one.address.endswith(f"/#{id.split('#')[1]}") for id, one in found.items() if one.whole
    )


def test_an_ask_has_the_words_of_its_motion_and_of_its_answers(corpus: Archive) -> None:
    for one in documents(corpus):
        if one.kind != "ask":
            continue
        answers = [said for said in one.statements if said.axis == "response"]
        assert {said.state for said in answers} == set(one.responses)
        for passage in one.passages:
            record = one.address if passage.said is None else answers[passage.said].address
            id = record.split("/")[1]
            body = (corpus.motions if record.startswith("motions/") else corpus.letters)[id].body
            assert passage.text in body.flat
            assert passage.anchor in {anchor.name for anchor in anchors(body)}


def test_a_silence_is_a_statement_without_words(corpus: Archive) -> None:
    silent = [one for one in documents(corpus) if one.responses == ("not mentioned",)]
    assert silent
    assert all(passage.said is None for one in silent for passage in one.passages)


def test_delivery_is_what_the_newest_evidence_says(corpus: Archive) -> None:
    told = [one for one in documents(corpus) if one.delivery]
    assert {one.kind for one in told} == {"ask", "commitment"}
    for one in told:
        [state] = [said.state for said in one.statements if said.axis == "delivery"]
        assert state == one.delivery


def test_parts_do_not_change_how_long_records_are_on_average(corpus: Archive) -> None:
    found = documents(corpus)
    records = [one for one in found if not one.whole]
    alone = lengths(gathered_from(records)).average("all")
    parts = {one.number for one in found if one.whole}
    assert lengths(gathered_from(found), parts).average("all") == pytest.approx(alone, rel=0.1)


def test_a_motion_without_a_text_is_found_by_what_it_asks(real: Archive) -> None:
    bare = next(one for one in documents(real) if one.kind == "motion")
    assert bare.passages
    assert [passage.anchor for passage in bare.passages][:1] == ["ask-1"]
    assert {passage.number for passage in bare.passages} == {None}


def test_columns_name_every_document(corpus: Archive) -> None:
    found = documents(corpus)
    plain: Any = columns(sought_in(found).extracts, corpus)
    assert sum(plain["days"][1::2]) == len(found)
    kinds = [number for row in plain["kind"].values() for number in read_row(row)]
    assert sorted(kinds) == [one.number for one in found]
    for column in ("response", "delivery"):
        named = {(state, n) for state, row in plain[column].items() for n in read_row(row)}
        assert named == {(s, one.number) for one in found for s in _states(one, column)}
        assert named


def test_offices_are_those_of_the_day_and_those_that_are_addressed(corpus: Archive) -> None:
    found = {one.id: one for one in documents(corpus)}
    plain: Any = columns(sought_in(tuple(found.values())).extracts, corpus)["offices"]
    for place, column in (("sender", "from"), ("recipients", "to"), ("by", "by")):
        named = {(office, n) for office, row in plain[column].items() for n in read_row(row)}
        every = ((getattr(one.offices, place), one.number) for one in found.values())
        assert named == {(office, number) for offices, number in every for office in offices}
        assert named
    # She who was the Chair became the Provost.
    before, after = found["2020-03-19-pm-2020-0244"], found["2021-04-27-pm-2021-0390"]
    assert before.recipients[0] == after.sender[0] == "leonie-abara"
    assert before.offices.recipients[0] == "chair-of-the-marlbeck-assembly"
    assert after.offices.sender == ("provost-of-marlbeck",)


def test_measured_texts_need_no_date() -> None:
    line = json.dumps({"id": "7", "title": "A", "text": "One.\n\nTwo."})
    [one] = documents_from_jsonl([line])
    assert [passage.anchor for passage in one.passages] == ["p1", "p2"]
    assert one.day == ""


def gathered_from(sought: Sequence[Document]) -> Gathered:
    """The postings of some documents, nothing kept and nothing named."""
    return gather([cut(map(_texts, sought))], RULES, Naming(Names(), RULES))


def _texts(document: Document) -> list[str]:
    return list(document.texts)


def _counted(sought: Sequence[Document]) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """How often each document has each stem, in its title too, and which exact forms: naively."""
    read = [[terms(text, RULES) for text in one.texts] for one in sought]
    known = usual_compounds(read)
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
    plain: str,
    titled: str = "",
    forms: str = "",
    sparse: str = "",
    _compounds: Sequence[str] = (),
) -> dict[str, dict[str, int]]:
    """What an entry says, by the rules in the docstring of entries.py."""
    times = read_row(plain)
    numbers = list(times)
    if term.startswith(OWN):
        return {"exact": {f"{number} {term[1:]}": 1 for number in numbers}}
    masks = dict.fromkeys(range(len(numbers)), 1)
    masks |= {place: {1: 2, 2: 0}.get(mask, mask) for place, mask in read_row(sparse).items()}
    spelt = (forms or term).split(" ")
    return {
        "stems": {f"{number} {term}": n for number, n in times.items()},
        "titles": {f"{numbers[at]} {term}": n for at, n in read_row(titled).items()},
        "exact": {
            f"{numbers[at]} {word}": 1
            for at, mask in masks.items()
            for bit, word in enumerate(spelt)
            if mask >> bit & 1 and not word.startswith(OWN)
        },
    }


def _states(document: Document, column: str) -> set[str]:
    return set(document.responses) if column == "response" else {document.delivery or ""} - {""}


def _referring(document: Document) -> set[str]:
    """The words of a record's own reference, and what they are written as one."""
    each = [one.exact for one in terms(document.reference or "", RULES) if not one.joined]
    return {*each, "".join(each)} - {""}


def _adjacent(document: Document) -> set[str]:
    pairs: set[str] = set()
    for text in document.texts:
        single = [term.exact for term in terms(text, RULES) if not term.joined]
        pairs |= {f"{a} {b}" for a, b in pairwise(single)}
    return pairs


def _retitled(document: Document, title: str) -> Document:
    return Document(**{**vars(document), "title": title})
