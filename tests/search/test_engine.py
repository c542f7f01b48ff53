"""The engine in a real browser: what it finds, counts, shows and suggests, and how it recovers."""

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from archive.archive import Archive
from archive.outputs import Output
from archive.search import index
from archive.search.analysis import terms
from archive.search.documents import Document, Passage
from archive.search.index import index_outputs, search_outputs
from archive.search.names import Names
from archive.search.records import documents
from archive.search.rules import reviewed_rules
from archive.search.shards import Sizes
from tests.search.engine_page import Asked, engine_page
from tests.search.invented import invented_documents

RULES = reviewed_rules()
FIGURES = (
    "Of £31,212 that was left on 12/03/2024, for 2024/25, each of 19,500 riders had some.",
    "There were 31 bids in the year 2024, 212 of them late, and 25 for route 12.",
    "In 03 and 12 of 2024 we gave 500 to 19 of them.",
    "It was 31 212 pounds on 12 03 2024.",
    "Its code is 31212 or 201920.",
)
"""Numbers, the same ones in parts elsewhere, and as one."""
SUMS = (
    "A grant of £1,250,000 was made, over 250,000 of it at once.",
    "It cost £1,250 in all, and not £1,250,000.",
    "Over 1,250 people came, over 250 by tram.",
    "In ward 7,250 votes, 1,250.50 pounds, and 1,250, 600 or 1,000 more.",
)
"""Numbers that begin or end as others do."""
DECIMALS = (
    "The plan costs £1.5 billion, or 1.5bn.",
    "The plan costs £15 billion, or 15bn.",
    "Version 2.1.5 of 22.09.2021.",
    "See 22/09/2021, part 1, 5 people.",
)
"""Numbers with a point, and the same digits without."""
CONNECTED = (
    "A follow-up to what we said.",
    "In what follows, up to two children wait at level crossings, a few.",
    "We shall follow up what you heard.",
    "The followup was late.",
    "Her A-level results, and her well-being.",
    "All is well, being as it is; an A level.",
    "Children in care, two of them, are being heard well.",
)
"""Words that are connected, and their parts side by side or apart."""
SHORT = (
    "The Arts Council of England (ACE) gave a grant.",
    "Of adverse experiences in childhood we said much.",
    "Help with adverse childhood experiences.",
    "An ACE is what befalls a child.",
)
"""A short form that stands for two things, and what one of them is."""
WHOLE = (
    ("Night buses and their fares", "Dear Ann, we heard what was said of them in June."),
    ("A letter", "Buses, and buses at night: a night fare, fares of night buses, fares, buses."),
    ("Our plan", "A plan set out in our plan, and a set of it: the plan set."),
    (
        "One more",
        "We set out our plan for trams there, of which others had asked us for long; " * 3,
    ),
    ("Harbour lights", "Dear Ann, thank you."),
    ("Harbour lights and what became of them", "Harbour lights, harbour lights, lights."),
    ("Fords", "The ford is deep; a ford, a ford."),
    ("Crossings", "The ford is deep, and is closed after floods; others are not, we heard in May."),
)
"""Titles and texts, some of which have a whole query in their title or as it stands."""
ALL = 10_000

FAVOURED = """
async (having) => {
  const { favouringMore } = await import("./js/favouring.js");
  const node = { scored: [] };
  const found = { numbers: [0, 1], having: [having, having], tiers: [2, 2] };
  const what = { ...found, scores: [10.5, 10], exact: [2, 0] };
  const plan = { optional: [node, node], required: [], asides: [] };
  const lengths = { title: { levels: [], places: [] } };
  const measures = { parts: { ask: [], commitment: [] }, lengths };
  return [...favouringMore(what, plan, measures).scores];
}
"""
"""The scores of two documents with so many of two parts; of the first, more is for exact words."""

SEARCH = """
async (name, queries, options) => {
  const { Engine } = await import("./js/engine.js");
  window.engines ??= {};
  const engine = window.engines[name] ??= new Engine(new URL(`${name}/search/`, location.href));
  return Promise.all(queries.map((query) => engine.search(query, options)));
}
"""

MARKED = """
async (name, typed, texts) => {
  const { Engine } = await import("./js/engine.js");
  const { found, patterns } = await import("./js/finding.js");
  const { parse } = await import("./js/query.js");
  const { rules } = await new Engine(new URL(`${name}/search/`, location.href)).prepare();
  const sought = patterns(parse(typed).query, rules);
  const marks = (text) => found(text, sought, rules);
  return texts.map((text) => marks(text).map(({ start, end }) => text.slice(start, end)));
}
"""

# Two deployments at one address; `deployed` says which of them the server has.
HEALING = """
async (later, first, then) => {
  const { Engine } = await import("./js/engine.js");
  let deployed = "before";
  const asked = [];
  const fetcher = (url, init) => {
    asked.push(url.pathname.split("/search/")[1]);
    return fetch(String(url).replace("/live/", `/${deployed}/`), { ...init, cache: "no-store" });
  };
  const engine = new Engine(new URL("live/search/", location.href), fetcher);
  const before = await engine.search(...first);
  deployed = later;
  const after = await engine.search(...then);
  return { before, after, roots: asked.filter((path) => path === "root.json").length };
}
"""

KEPT_MISSING = """
async (query) => {
  const { Engine } = await import("./js/engine.js");
  const missing = { ok: false, status: 404, json: () => Promise.reject(new Error("no such file")) };
  const fetcher = async (url, init) => (init.cache === "default" ? missing : fetch(url, init));
  const engine = new Engine(new URL("invented/search/", location.href), fetcher);
  return (await engine.search(query)).total;
}
"""

FAILING = """
async (query, failures) => {
  const { Engine } = await import("./js/engine.js");
  const { Unreachable } = await import("./js/files.js");
  let left = 0;
  const offline = () => Promise.reject(new TypeError("no network"));
  const fetcher = (url, init) => (left-- > 0 ? offline() : fetch(url, init));
  const engine = new Engine(new URL("invented/search/", location.href), fetcher);
  await engine.prepare();
  left = failures;
  const failed = (error) => error instanceof Unreachable;
  const said = await engine.search(query).then((answer) => answer.total, failed);
  left = 0;
  return [said, (await engine.search(query)).total];
}
"""


@pytest.fixture(scope="module")
def invented() -> tuple[Document, ...]:
    return invented_documents()


@pytest.fixture(scope="module")
def records(corpus: Archive) -> tuple[Document, ...]:
    return documents(corpus)


@pytest.fixture(scope="module")
def ask(
    invented: tuple[Document, ...], corpus: Archive, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Asked]:
    indexes = {
        "invented": index_outputs(invented, RULES),
        "corpus": search_outputs(corpus),
        "wide": index_outputs(_numbered("heron", *_many_words()), RULES, sizes=Sizes(100, 400)),
        "owned": index_outputs(
            _numbered(
                "the council record is",
                "the council's record is",
                "our Council’s record",
                "a record of the council's",
            ),
            RULES,
        ),
        "figures": index_outputs(_numbered(*FIGURES), RULES),
        "sums": index_outputs(_numbered(*SUMS), RULES),
        "decimals": index_outputs(_numbered(*DECIMALS), RULES),
        "whole": index_outputs(_titled(*WHOLE), RULES),
        "connected": index_outputs(_numbered(*CONNECTED), RULES),
        "short": _of_names(("ACE", "adverse childhood experiences"), _numbered(*SHORT)),
        "before": index_outputs(_numbered("heron pond", "heron lake", "swan lake"), RULES),
        "turned": index_outputs(_numbered("heron lake", "heron pond", "swan lake"), RULES),
        "after": index_outputs(
            _numbered("swan lake", "owl barn", "swan song", "heron pond", "heron lake"), RULES
        ),
    }
    with engine_page(tmp_path_factory.mktemp("engine"), indexes) as asked:
        yield asked


def clause(text: str = "", **more: Any) -> dict[str, Any]:
    """A clause as query.js makes them."""
    plain = {"kind": "words", "presence": "optional", "field": None, "boost": 1, "fuzzy": 0}
    none = {"wildcard": "none", "distance": 0, "near": None, "filter": None, "alternatives": None}
    return {**plain, **none, "text": text, "start": 0, "end": len(text), **more}


def phrase(text: str, **more: Any) -> dict[str, Any]:
    return clause(text, kind="phrase", **more)


def kept(name: str, value: str, **more: Any) -> dict[str, Any]:
    return clause(kind="filter", filter={"name": name, "value": value}, **more)


def query(*clauses: dict[str, Any]) -> dict[str, Any]:
    """A query as query.js makes them."""
    return {"text": " ".join(one["text"] for one in clauses), "clauses": clauses, "never": False}


def found(ask: Asked, name: str, *clauses: dict[str, Any], **options: Any) -> Any:
    """The engine's answer to one query, all hits unless the options say otherwise."""
    [answer] = ask(SEARCH, name, [query(*clauses)], {"size": ALL, **options})
    return answer


def numbers(answer: Any) -> list[int]:
    return [hit["number"] for hit in answer["hits"]]


def shown(answer: Any) -> list[str]:
    return [hit["id"] for hit in answer["hits"]]


# Phrases and nearness, against a naive scan.


def test_phrases_are_found_where_they_stand_and_nowhere_else(
    ask: Asked, invented: tuple[Document, ...]
) -> None:
    sought = _phrases(invented, 150)
    queries = [query(phrase(text)) for text in sought]
    answers = ask(SEARCH, "invented", queries, {"size": ALL})
    for text, answer in zip(sought, answers, strict=True):
        assert sorted(numbers(answer)) == _scanned(invented, text), text
        assert answer["total"] == len(answer["hits"])
        assert answer["sure"]


def test_a_phrase_can_be_forbidden(ask: Asked, invented: tuple[Document, ...]) -> None:
    text = "state of the art"
    without = found(ask, "invented", clause("house"), phrase(text, presence="prohibited"))
    plain = set(numbers(found(ask, "invented", clause("house"))))
    assert set(numbers(without)) == plain - set(_scanned(invented, text))


def test_a_possessive_in_a_phrase_must_be_there(ask: Asked) -> None:
    def of(*texts: str) -> list[list[int]]:
        answers = ask(SEARCH, "owned", [query(phrase(text)) for text in texts], {"size": ALL})
        assert all(answer["sure"] and answer["total"] == len(answer["hits"]) for answer in answers)
        return [sorted(numbers(answer)) for answer in answers]

    assert of("council record", "the council record is") == [[0, 1, 2], [0, 1]]
    assert of("council's record", "council’s record", "the council’s record is") == [
        [1, 2],
        [1, 2],
        [1],
    ]
    assert of("council", "council's", "councils record") == [[0, 1, 2, 3], [1, 2, 3], []]


def test_a_single_quoted_word_is_literal(ask: Asked, invented: tuple[Document, ...]) -> None:
    for word in ("housing", "the", "us", "pass", "aces"):
        answer = found(ask, "invented", phrase(word))
        assert sorted(numbers(answer)) == _scanned(invented, word), word


def test_near_counts_words_between_in_both_directions(
    ask: Asked, invented: tuple[Document, ...]
) -> None:
    parts = [phrase("house"), phrase("report")]
    answer = found(ask, "invented", clause(kind="near", near=parts, distance=3))
    wanted = [
        document.number
        for document in invented
        if any(_near(words, "house", "report", 3) for words in _words(document))
    ]
    assert sorted(numbers(answer)) == wanted
    assert wanted


# Words.


def test_all_words_come_before_some_words(ask: Asked) -> None:
    answer = found(ask, "invented", clause("council bridges"))
    tiers = [hit["tier"] for hit in answer["hits"]]
    assert tiers == sorted(tiers)
    assert set(tiers) == {0, 1, 2}
    assert answer["complete"] == sum(tier < 2 for tier in tiers)
    assert answer["total"] == len(tiers)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("night buses fares", 0),
        ("set out our plan", 3),
        ("night fare", 1),
        ("harbour lights", 4),
        ("deep ford", 6),
        ("deep ford after", 7),
    ],
)
def test_what_has_the_whole_query_in_its_title_or_in_a_row_comes_first(
    typed: str, first: int, ask: Asked
) -> None:
    assert numbers(found(ask, "whole", clause(typed)))[0] == first


@pytest.mark.parametrize(("having", "first"), [(2, 0), (1, 1)])
def test_words_exactly_as_typed_tell_less_where_others_are_missing(
    having: int, first: int, ask: Asked
) -> None:
    one, other = ask(FAVOURED, having)
    assert (one < other) == bool(first)


@pytest.mark.parametrize("size", [1, 3, 10])
def test_pages_join_without_gap_or_repetition(size: int, ask: Asked) -> None:
    whole = numbers(found(ask, "invented", clause("house report")))
    pages = [
        numbers(found(ask, "invented", clause("house report"), size=size, **{"from": start}))
        for start in (0, size, 2 * size)
    ]
    assert [number for page in pages for number in page] == whole[: 3 * size]


def test_every_spelling_of_a_compound_finds_the_same(ask: Asked) -> None:
    spellings = ("antisemitism", "anti-semitism", "Anti-Semitism")
    answers = [found(ask, "invented", clause(text)) for text in spellings]
    assert len({tuple(sorted(numbers(answer))) for answer in answers}) == 1
    apart = found(ask, "invented", clause("anti semitism"))
    complete = {hit["number"] for hit in apart["hits"] if hit["tier"] < 2}
    assert complete == set(numbers(answers[0]))


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("follow-up", [0, 2, 3]),
        ("A-level", [4, 5]),
        ("well-being", [4, 5]),
        ("two-child", [1, 6]),
    ],
)
def test_connected_words_are_sought_side_by_side_where_any_text_has_them_so(
    typed: str, wanted: list[int], ask: Asked
) -> None:
    answer = found(ask, "connected", clause(typed))
    assert sorted(numbers(answer)) == wanted
    assert answer["complete"] == len(wanted)


@pytest.mark.parametrize(
    ("typed", "best"),
    [("adverse childhood experiences", [2]), ("ACE", [0, 2, 3])],
)
def test_a_name_in_several_words_comes_before_what_its_short_form_stands_for(
    typed: str, best: list[int], ask: Asked
) -> None:
    answer = found(ask, "short", clause(typed))
    assert sorted(hit["number"] for hit in answer["hits"] if hit["tier"] == 0) == best
    assert {0, 2, 3} <= set(numbers(answer))


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("£31,212", [0, 3, 4]),
        ("31212", [0, 3, 4]),
        ("12/03/2024", [0, 3]),
        ("2024/25", [0]),
        ("2024–25", [0]),
        ("19,500", [0]),
        ("2019/20", [4]),
        ("25/2024", []),
    ],
)
def test_a_number_is_not_found_by_its_parts_apart(
    typed: str, wanted: list[int], ask: Asked
) -> None:
    for presence in ("optional", "required"):
        answer = found(ask, "figures", clause(typed, presence=presence), facets=True)
        assert sorted(numbers(answer)) == wanted
        assert answer["total"] == answer["complete"] == len(wanted)
        assert answer["sure"]
        assert sum(one["count"] for one in answer["facets"]["kind"]) == len(wanted)
    beside = found(ask, "figures", clause(f"riders {typed}"))
    assert sorted(numbers(beside)) == sorted({0, *wanted})
    assert beside["complete"] == (0 in wanted)
    without = found(ask, "figures", clause(typed, presence="prohibited"))
    assert sorted(numbers(without)) == sorted(set(range(len(FIGURES))) - set(wanted))


@pytest.mark.parametrize("typed", ["£31,212", "31212", "12/03/2024", "2024/25", "19,500"])
def test_a_found_number_is_marked_in_the_text_as_in_the_result(typed: str, ask: Asked) -> None:
    answer = found(ask, "figures", clause(typed))
    shown = {
        hit["number"]: [piece["text"] for piece in hit["passages"][0]["pieces"] if piece["mark"]]
        for hit in answer["hits"]
    }
    opened = ask(MARKED, "figures", typed, list(FIGURES))
    joined = {number: " ".join(marks) for number, marks in shown.items()}
    assert {at: " ".join(marks) for at, marks in enumerate(opened) if marks} == joined


@pytest.mark.parametrize(
    ("typed", "wanted", "marked"),
    [
        ("£1,250", [1, 2, 3], ["1,250"]),
        ("250,000", [0], ["250,000"]),
        ("over 250", [2], ["over 250"]),
        ("£1,250,000", [0, 1], ["1,250,000"]),
        ("1,250.50", [3], ["1,250.50"]),
        ("1,250, 600", [3], ["1,250, 600"]),
        ("7,250 votes", [3], ["7,250 votes"]),
        ("250 votes", [], []),
    ],
)
def test_a_number_is_not_found_in_a_longer_one(
    typed: str, wanted: list[int], marked: list[str], ask: Asked
) -> None:
    answer = found(ask, "sums", phrase(typed), facets=True)
    assert sorted(numbers(answer)) == wanted
    assert answer["sure"] and answer["total"] == len(wanted)
    opened = ask(MARKED, "sums", f'"{typed}"', list(SUMS))
    assert [at for at, marks in enumerate(opened) if marks] == wanted
    assert {mark.removeprefix("Over ") for marks in opened for mark in marks} == set(marked)
    if " " not in typed:
        assert sorted(numbers(found(ask, "sums", clause(typed)))) == wanted


@pytest.mark.parametrize(
    ("typed", "wanted", "plain"),
    [("250", [2], [0, 1, 2, 3]), ("600", [3], [3]), ("7", [], [3]), ("1", [], [0, 1, 2, 3])],
)
def test_a_quoted_number_is_no_part_of_a_longer_one(
    typed: str, wanted: list[int], plain: list[int], ask: Asked
) -> None:
    answer = found(ask, "sums", phrase(typed), facets=True)
    assert sorted(numbers(answer)) == wanted
    assert answer["sure"] and answer["total"] == len(wanted)
    opened = ask(MARKED, "sums", f'"{typed}"', list(SUMS))
    assert [(at, marks) for at, marks in enumerate(opened) if marks] == [
        (at, [typed]) for at in wanted
    ]
    # Without quotation marks it is a word like others, as 2024 is of 2024/25.
    assert sorted(numbers(found(ask, "sums", clause(typed)))) == plain
    opened = ask(MARKED, "sums", typed, list(SUMS))
    assert [at for at, marks in enumerate(opened) if marks] == plain


@pytest.mark.parametrize(
    ("typed", "wanted", "marked"),
    [
        ("£1.5 billion", [0], [["1.5 billion"]]),
        ("15 billion", [1], [["15 billion"]]),
        ("1.5bn", [0], [["1.5bn"]]),
        ("15bn", [1], [["15bn"]]),
        ("22/09/2021", [2, 3], [["22.09.2021"], ["22/09/2021"]]),
    ],
)
def test_a_number_with_a_point_is_not_that_without(
    typed: str, wanted: list[int], marked: list[list[str]], ask: Asked
) -> None:
    answer = found(ask, "decimals", clause(typed, presence="required"))
    complete = [hit for hit in answer["hits"] if hit["tier"] < 2]
    assert sorted(hit["number"] for hit in complete) == wanted
    opened = ask(MARKED, "decimals", f'"{typed}"', list(DECIMALS))
    assert [marks for marks in opened if marks] == marked
    plain = ask(MARKED, "decimals", typed, list(DECIMALS))
    assert not any("15" in mark for mark in plain[0]) and not any("1.5" in m for m in plain[1])


def test_a_beginning_finds_every_word_that_begins_so(
    ask: Asked, invented: tuple[Document, ...]
) -> None:
    for text in ("hous*", "housing*", "universi*", "*ing", "h*s", "polic*"):
        answer = found(ask, "invented", clause(text, wildcard="inner"))
        before, after = text.split("*")
        wanted = [
            document.number
            for document in invented
            if any(
                term.exact.startswith(before)
                and term.exact.endswith(after)
                and len(term.exact) >= len(before + after)
                for words in document.texts
                for term in terms(words, RULES)
            )
        ]
        assert set(wanted) <= set(numbers(answer)), text
        assert sorted(numbers(answer)) == wanted or text == "*ing"


def test_a_misspelt_word_is_found_when_asked_for(ask: Asked) -> None:
    fuzzy = found(ask, "invented", clause("huose", fuzzy=1))
    assert set(numbers(found(ask, "invented", phrase("house")))) <= set(numbers(fuzzy))


def test_required_prohibited_and_or(ask: Asked) -> None:
    sets = {word: set(numbers(found(ask, "invented", clause(word)))) for word in ("house", "river")}
    plus = found(ask, "invented", clause("house"), clause("river", presence="required"))
    minus = found(ask, "invented", clause("house"), clause("river", presence="prohibited"))
    only = found(ask, "invented", clause("river", presence="prohibited"))
    either = clause(alternatives=[clause("house"), clause("river")], presence="required")
    assert set(numbers(plus)) == sets["river"]
    assert set(numbers(minus)) == sets["house"] - sets["river"]
    assert set(numbers(only)) == set(range(240)) - sets["river"]
    assert set(numbers(found(ask, "invented", either))) == sets["house"] | sets["river"]


def test_words_phrases_and_filters_can_be_alternatives(
    ask: Asked, invented: tuple[Document, ...]
) -> None:
    words = set(numbers(found(ask, "invented", clause("river"))))
    buses = {one.number for one in invented if "buses" in one.topics}
    called = {one.number for one in invented if one.reference == "PM 2019/0014"}
    row = set(_scanned(invented, "state of the art"))
    choices = [clause("river"), kept("topic", "buses"), kept("ref", "2019/0014")]
    choices.append(phrase("state of the art"))
    either = found(ask, "invented", clause(alternatives=choices), facets=True)
    assert set(numbers(either)) == words | buses | called | row
    assert either["sure"]
    without = found(
        ask, "invented", clause("house"), clause(alternatives=choices, presence="prohibited")
    )
    plain = set(numbers(found(ask, "invented", clause("house"))))
    assert set(numbers(without)) == plain - (words | buses | called | row)


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        (clause("*b", wildcard="suffix"), "So many words fit “*b” that they were not looked for."),
        (clause("b*", wildcard="prefix"), "So many words begin with “b” that they were not"),
        (clause("dcbbcdd", fuzzy=2), "So many words are like “dcbbcdd” that they were not looked"),
    ],
)
def test_a_pattern_that_fits_too_much_is_not_sought_and_that_is_said(
    pattern: dict[str, Any], told: str, ask: Asked
) -> None:
    beside = found(ask, "wide", clause("heron"), pattern)
    assert numbers(beside) == [0]
    assert [told in note for note in beside["notes"]] == [True]
    alone = found(ask, "wide", pattern)
    assert (alone["total"], alone["notes"]) == (0, beside["notes"])
    narrow = found(ask, "wide", clause("bcbcb*", wildcard="prefix"))
    assert narrow["notes"] == []
    assert narrow["total"] > 0


def test_patterns_that_fit_too_much_together_are_told(ask: Asked) -> None:
    each = [clause(f"{one}{two}*", wildcard="prefix") for one, two in product("bcd", repeat=2)]
    alone = [found(ask, "wide", one) for one in each]
    assert all(one["notes"] == [] and one["total"] for one in alone)
    together = found(ask, "wide", clause("heron"), *each)
    assert together["notes"] == [
        "So many words fit this query that “bd*”, “cb*”, “cc*” and 4 more were not looked for. "
        "Add letters, or search for fewer at once."
    ]
    assert together["total"] == 1 + alone[0]["total"] + alone[1]["total"]


def test_a_title_is_sought_apart(ask: Asked, invented: tuple[Document, ...]) -> None:
    answer = found(ask, "invented", clause("bridge", field="title"))
    wanted = [
        one.number for one in invented if "bridg" in {t.stem for t in terms(one.title, RULES)}
    ]
    assert sorted(numbers(answer)) == wanted


def test_no_query_finds_nothing(ask: Asked) -> None:
    assert found(ask, "invented")["total"] == 0


def test_stop_words_alone_are_sought_as_they_are(
    ask: Asked, invented: tuple[Document, ...]
) -> None:
    assert sorted(numbers(found(ask, "invented", clause("the")))) == _scanned(invented, "the")


# Filters, order and counts.


def test_filters_keep_what_they_say(ask: Asked, invented: tuple[Document, ...]) -> None:
    wanted: dict[tuple[str, str], Callable[[Document], bool]] = {
        ("kind", "motion"): lambda one: one.kind == "motion",
        ("topic", "housing"): lambda one: "housing" in one.topics,
        ("from", "ann-bell"): lambda one: "ann-bell" in one.sender,
        ("from", "bell"): lambda one: "ann-bell" in one.sender,
        ("person", "eve-ford"): lambda one: True,
        ("to", "nobody"): lambda one: False,
        ("date", "2020"): lambda one: one.day[:4] == "2020",
        ("date", "2020-02"): lambda one: one.day[:7] == "2020-02",
        # Of a month it is not known whether it was on that day.
        ("date", "2020-06-10"): lambda one: one.day in ("2020-06", "2020-06-10"),
        ("after", "2020-06"): lambda one: one.day[:7] >= "2020-06",
        ("after", "2021"): lambda one: one.day[:4] >= "2021",
        ("after", "2020-06-10"): lambda one: one.day >= "2020-06-10" or one.day == "2020-06",
        ("before", "2020"): lambda one: one.day[:4] < "2020",
        ("before", "2020-06-10"): lambda one: one.day < "2020-06-10",
        ("ref", "PM 2019/0014"): lambda one: one.reference == "PM 2019/0014",
        ("ref", "2019/0014"): lambda one: one.reference == "PM 2019/0014",
        ("ref", "0014"): lambda one: one.reference == "PM 2019/0014",
        ("ref", "PM20190014"): lambda one: one.reference == "PM 2019/0014",
        ("ref", "pm"): lambda one: one.reference is not None,
        ("ref", "PM 2019/1"): lambda one: False,
        # Many texts have these words, but no record is called so.
        ("ref", "MGLA150621-5878"): lambda one: False,
        ("ref", "house"): lambda one: False,
    }
    for (name, value), fits in wanted.items():
        answer = found(ask, "invented", kept(name, value))
        assert sorted(numbers(answer)) == [one.number for one in invented if fits(one)], name
        other = found(ask, "invented", kept(name, value, presence="prohibited"))
        assert sorted(numbers(other)) == [one.number for one in invented if not fits(one)], name


def test_a_date_filter_finds_what_may_be_of_its_days(ask: Asked) -> None:
    letter = "2021-shelters"  # dated 2021
    for name, value in (("after", "2021-06"), ("before", "2021-06"), ("date", "2021-12-31")):
        assert letter in shown(found(ask, "corpus", kept(name, value)))
    for name, value in (("after", "2022"), ("before", "2021"), ("date", "2020-12-31")):
        assert letter not in shown(found(ask, "corpus", kept(name, value)))


def test_an_office_stands_for_those_who_held_it_that_day(ask: Asked, corpus: Archive) -> None:
    provost = {
        letter.id
        for letter in corpus.letters.values()
        if any(
            tenure.office == "provost-of-marlbeck"
            for tenure in corpus.offices_on(letter.noun.sender, letter.noun.date)
        )
    }
    senders = {str(corpus.letters[letter].noun.sender) for letter in provost}
    assert len(senders) == 2
    for value in ("provost-of-marlbeck", "Provost of Marlbeck", "provost"):
        assert set(shown(found(ask, "corpus", kept("from", value)))) == provost
    addressed = {
        m.id for m in corpus.motions.values() if "provost-of-marlbeck" in m.noun.addressees
    }
    assert addressed and addressed < set(shown(found(ask, "corpus", kept("to", "provost"))))
    people = found(ask, "corpus", clause("bridge"), facets=True)["facets"]["person"]
    assert {one["value"] for one in people} <= set(corpus.people)


def test_filters_combine_with_words(ask: Asked) -> None:
    words = set(numbers(found(ask, "invented", clause("house"))))
    motions = set(numbers(found(ask, "invented", kept("kind", "motion"))))
    both = found(ask, "invented", clause("house"), kept("kind", "motion"))
    assert set(numbers(both)) == words & motions


@pytest.mark.parametrize(("sort", "reverse"), [("newest", True), ("oldest", False)])
def test_records_stand_in_the_order_of_dates(sort: str, reverse: bool, ask: Asked) -> None:
    answer = found(ask, "invented", clause("house river"), sort=sort)
    for tiers in ({0, 1}, {2}):
        days = [hit["number"] for hit in answer["hits"] if hit["tier"] in tiers]
        assert days == sorted(days, reverse=reverse)
    assert [hit["tier"] < 2 for hit in answer["hits"]] == [True] * answer["complete"] + [False] * (
        answer["total"] - answer["complete"]
    )


def test_counts_are_over_everything_found(ask: Asked, invented: tuple[Document, ...]) -> None:
    answer = found(ask, "invented", clause("house"), facets=True, size=3)
    everything = found(ask, "invented", clause("house"))
    hits = [invented[number] for number in numbers(everything)]
    assert len(answer["hits"]) == 3
    facets = {
        name: {count["value"]: count["count"] for count in counts}
        for name, counts in answer["facets"].items()
    }
    people = ({*one.sender, *one.recipients, *one.by} for one in hits)
    assert facets["kind"] == Counter(one.kind for one in hits)
    assert facets["topic"] == Counter(topic for one in hits for topic in one.topics)
    assert facets["year"] == Counter(one.day[:4] for one in hits)
    assert facets["person"] == Counter(person for group in people for person in group)


@pytest.mark.parametrize("size", [1, 10])
def test_counts_of_phrases_are_exact_where_they_are_asked_for(
    size: int, ask: Asked, invented: tuple[Document, ...]
) -> None:
    sought = _phrases(invented, 40)
    queries = [query(phrase(text)) for text in sought]
    answers = ask(SEARCH, "invented", queries, {"size": size, "facets": True})
    for text, answer in zip(sought, answers, strict=True):
        wanted = [invented[number] for number in _scanned(invented, text)]
        assert answer["sure"]
        assert answer["total"] == answer["complete"] == len(wanted)
        kinds = {count["value"]: count["count"] for count in answer["facets"]["kind"]}
        assert kinds == Counter(one.kind for one in wanted)


def test_counts_that_are_an_upper_bound_are_marked_so(
    ask: Asked, invented: tuple[Document, ...]
) -> None:
    parts = [phrase("house"), phrase("report")]
    near = clause(kind="near", near=parts, distance=100)
    exact = found(ask, "invented", near)
    assert exact["sure"]
    first = found(ask, "invented", near, size=1)
    assert not first["sure"]
    assert first["total"] >= exact["total"] > 1


@pytest.mark.parametrize("sort", ["best", "newest", "oldest"])
def test_all_words_come_first_whatever_the_order_the_page_and_the_filter(
    sort: str, ask: Asked
) -> None:
    clauses = (clause("council bridges"), kept("kind", "letter"))
    whole = found(ask, "invented", *clauses, sort=sort, facets=True)
    tiers = [hit["tier"] == 2 for hit in whole["hits"]]
    assert tiers == sorted(tiers)
    assert tiers.count(False) == whole["complete"]
    assert 0 < whole["complete"] < whole["total"] == len(tiers)
    assert {hit["kind"] for hit in whole["hits"]} == {"letter"}
    [kinds] = whole["facets"]["kind"]
    assert kinds["count"] == whole["total"]
    start = whole["complete"] - 2
    page = found(ask, "invented", *clauses, sort=sort, size=5, facets=True, **{"from": start})
    assert numbers(page) == numbers(whole)[start : start + 5]
    assert [page[name] for name in ("total", "complete", "facets")] == [
        whole[name] for name in ("total", "complete", "facets")
    ]


def test_words_in_a_row_come_before_the_same_words_apart(
    ask: Asked, invented: tuple[Document, ...]
) -> None:
    sought = [text for text in _phrases(invented, 60) if len(text.split()) > 3]
    queries = [query(clause(text)) for text in sought]
    firsts = 0
    for text, answer in zip(sought, ask(SEARCH, "invented", queries, {"size": 1}), strict=True):
        row = _scanned(invented, text)
        firsts += not row or numbers(answer)[0] in row
    assert firsts >= 0.95 * len(sought)


# What is shown.


def test_passages_hold_the_marked_words(ask: Asked, records: tuple[Document, ...]) -> None:
    answer = found(ask, "corpus", clause("night signs"))
    assert answer["hits"]
    for hit in answer["hits"]:
        document = records[hit["number"]]
        texts = [(passage.anchor, passage.text) for passage in document.passages]
        assert hit["id"] == document.id
        assert "".join(piece["text"] for piece in hit["titlePieces"]) == document.title
        for passage in hit["passages"]:
            text = "".join(piece["text"] for piece in passage["pieces"])
            said = text.removeprefix("… ").removesuffix(" …")
            assert any(anchor == passage["anchor"] and said in words for anchor, words in texts)
            marks = [piece["text"].lower() for piece in passage["pieces"] if piece["mark"]]
            titled = any(piece["mark"] for piece in hit["titlePieces"])
            assert marks or titled or hit["kind"] == "ask"
            assert all("night" in mark or "sign" in mark for mark in marks)


def test_a_record_found_by_its_title_or_a_filter_shows_how_it_begins(
    ask: Asked, records: tuple[Document, ...]
) -> None:
    for sought in (clause("signs", field="title"), kept("kind", "motion")):
        answer = found(ask, "corpus", sought)
        assert answer["hits"]
        for hit in answer["hits"]:
            held = records[hit["number"]].passages
            if not any(piece["mark"] for one in hit["passages"] for piece in one["pieces"]):
                texts = {passage.anchor: passage.text for passage in held}
                assert len(hit["passages"]) == min(1, len(texts))
                for passage in hit["passages"]:
                    text = "".join(piece["text"] for piece in passage["pieces"])
                    assert texts[passage["anchor"]].startswith(text.removesuffix(" …"))
                assert hit["more"] == 0


# Asks and commitments.


def test_the_words_of_an_answer_are_shown_as_whose_they_are(
    ask: Asked, records: tuple[Document, ...]
) -> None:
    answer = found(ask, "corpus", clause("routes"), kept("kind", "ask"))
    assert answer["hits"]
    for hit in answer["hits"]:
        document = records[hit["number"]]
        assert hit["whole"] == list(document.whole or ())
        assert [tuple(one) for one in hit["statements"]] == list(document.statements)
        answered = [one.said for one in document.passages if one.said is not None]
        shown = [one["said"] for one in hit["passages"]]
        assert set(shown) >= set(answered[-1:])
        assert len(set(shown)) == len(shown)


@pytest.mark.parametrize("axis", ["response", "delivery"])
def test_states_are_filtered_and_counted(
    axis: str, ask: Asked, records: tuple[Document, ...]
) -> None:
    having: defaultdict[str, list[str]] = defaultdict(list)
    for one in records:
        for state in one.responses if axis == "response" else filter(None, [one.delivery]):
            having[state].append(one.id)
    assert len(having) > 4
    counts = found(ask, "corpus", kept("after", "0001"), facets=True)["facets"][axis]
    assert {one["value"]: one["count"] for one in counts} == {s: len(i) for s, i in having.items()}
    for state, ids in having.items():
        assert sorted(shown(found(ask, "corpus", kept(axis, state)))) == sorted(ids)


def test_parts_of_records_are_listed_only_where_they_say_more(ask: Asked) -> None:
    def kinds(*clauses: dict[str, Any]) -> set[str]:
        return {hit["kind"] for hit in found(ask, "corpus", *clauses)["hits"]}

    records, asks = {"letter", "motion"}, {"letter", "motion", "ask"}
    assert kinds(kept("topic", "bridges")) == records
    assert kinds(kept("after", "2018")) == records
    assert kinds(clause("bridge")) == asks
    assert kinds(clause("bridge"), kept("kind", "letter", presence="prohibited")) == asks - {
        "letter"
    }
    assert kinds(kept("kind", "commitment")) == {"commitment"}
    either = clause(alternatives=[clause("bridge"), kept("kind", "commitment")])
    assert kinds(either) == {*asks, "commitment"}


def test_what_is_not_listed_is_counted_beside_the_results(ask: Asked) -> None:
    answer = found(ask, "corpus", clause("bridge"), facets=True, size=1)
    kinds = {one["value"]: one["count"] for one in answer["facets"]["kind"]}
    assert answer["total"] == sum(kinds.values()) - kinds["commitment"]
    listed = found(ask, "corpus", clause("bridge"), kept("kind", "commitment"))
    assert listed["total"] == kinds["commitment"] > 0
    years = sum(one["count"] for one in answer["facets"]["year"])
    assert years == answer["total"]


def test_a_record_comes_before_its_asks(ask: Asked, records: tuple[Document, ...]) -> None:
    whole = [one for one in records if one.whole is None]
    answers = ask(SEARCH, "corpus", [query(clause(one.title)) for one in whole], {"size": 1})
    firsts = [answer["hits"][0]["kind"] for answer in answers]
    assert firsts.count("ask") == 0


def test_people_and_topics_have_their_names(ask: Asked, corpus: Archive) -> None:
    answer = found(ask, "corpus", kept("kind", "letter"), facets=True)
    names = {person.name for person in corpus.people.values()}
    assert {hit["people"]["from"][0]["name"] for hit in answer["hits"]} <= names
    labels = {topic.label for topic in corpus.topics.values()}
    assert {count["label"] for count in answer["facets"]["topic"]} <= labels


def test_other_names_are_sought_too(ask: Asked) -> None:
    short = found(ask, "corpus", clause("ASB"))
    assert any("anti" in name.lower() for name in short["also"])


# When nothing is found, and when something goes wrong.


def test_a_word_like_a_misspelt_one_is_suggested(ask: Asked) -> None:
    answer = found(ask, "corpus", clause("shleters"))
    assert answer["total"] == 0
    assert answer["suggestion"] == "shelters"


def test_a_word_like_no_other_suggests_nothing(ask: Asked) -> None:
    assert found(ask, "corpus", clause("xylophonists"))["suggestion"] is None


@pytest.mark.parametrize("size", [0, 1])
def test_texts_that_are_gone_lead_to_the_new_root(size: int, ask: Asked) -> None:
    sought = query(clause("heron"))
    answer = ask(HEALING, "after", [sought, {"size": size}], [sought])
    assert answer["before"]["total"] == 2
    assert shown(answer["after"]) == ["4", "3"]
    assert answer["roots"] == 2


def test_texts_are_never_mixed_with_an_older_index(ask: Asked) -> None:
    """Each text of the new deployment has the sought word too, but at another's number."""
    sought = query(clause("heron"))
    answer = ask(HEALING, "turned", [sought, {"size": 0}], [sought])
    texts = [hit["passages"][0]["pieces"][-1]["text"] for hit in answer["after"]["hits"]]
    assert texts == [" pond", " lake"]
    assert answer["roots"] == 2


def test_files_that_are_gone_lead_to_the_new_root(ask: Asked) -> None:
    answer = ask(HEALING, "after", [query(clause("heron"))], [query(phrase("swan song"))])
    assert shown(answer["after"]) == ["2"]
    assert answer["roots"] == 2


def test_a_file_that_the_browser_keeps_as_missing_is_asked_for_anew(ask: Asked) -> None:
    """As where a host says that its 404 never changes, and it was asked before a deployment."""
    total = found(ask, "invented", clause("lamp"))["total"]
    assert ask(KEPT_MISSING, query(clause("lamp"))) == total > 0


@pytest.mark.parametrize(("failures", "first"), [(1, 61), (2, 61), (99, True)])
def test_a_failed_download_is_tried_again_then_told(
    failures: int, first: int | bool, ask: Asked, invented: tuple[Document, ...]
) -> None:
    said, later = ask(FAILING, query(clause("lamp")), failures)
    total = found(ask, "invented", clause("lamp"))["total"]
    assert later == total
    assert said == (True if first is True else total)


def _numbered(*texts: str) -> tuple[Document, ...]:
    return tuple(
        Document(at, str(at), "letter", f"letters/{at}/", "", (Passage("p1", 1, text),))
        for at, text in enumerate(texts)
    )


def _of_names(group: tuple[str, ...], sought: Sequence[Document]) -> list[Output]:
    """The index of documents in an archive where these names mean one thing."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(index, "Names", lambda: Names((group,)))
        return list(index_outputs(sought, RULES))


def _titled(*records: tuple[str, str]) -> tuple[Document, ...]:
    return tuple(
        replace(one, title=title)
        for (title, _), one in zip(records, _numbered(*(text for _, text in records)), strict=True)
    )


def _many_words() -> list[str]:
    """Texts of a word each, all of seven letters b, c or d, so that many are alike."""
    return ["".join(letters) for letters in product("bcd", repeat=7)]


def _words(document: Document) -> list[list[str]]:
    return [
        [term.exact for term in terms(text, RULES) if not term.joined] for text in document.texts
    ]


def _scanned(sought: Sequence[Document], text: str) -> list[int]:
    """The documents in which words stand in a row: by looking at every place."""
    row = [term.exact for term in terms(text, RULES) if not term.joined]
    return [
        document.number
        for document in sought
        if any(
            words[at : at + len(row)] == row
            for words in _words(document)
            for at in range(len(words))
        )
    ]


def _near(words: list[str], one: str, other: str, distance: int) -> bool:
    places = [[at for at, word in enumerate(words) if word == sought] for sought in (one, other)]
    return any(abs(a - b) <= distance for a in places[0] for b in places[1])


def _phrases(sought: Sequence[Document], count: int) -> list[str]:
    """Rows of two to six words that stand somewhere, and some that do not."""
    chance = random.Random(5)
    rows = [words for one in sought for words in _words(one) if len(words) > 8]
    phrases = []
    for _ in range(count):
        words = chance.choice(rows)
        begin = chance.randint(0, len(words) - 6)
        row = words[begin : begin + chance.randint(2, 6)]
        if chance.random() < 0.3:
            chance.shuffle(row)
        phrases.append(" ".join(row))
    return phrases
