"""The engine against lunr.js itself: over the same terms, the same hits, order and scores."""

import random
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from archive.archive import Archive
from archive.search.analysis import Term, joins, terms
from archive.search.documents import Document
from archive.search.index import index_outputs
from archive.search.lengths import Lengths
from archive.search.records import documents
from archive.search.rules import reviewed_rules
from archive.search.shards import Sizes
from tests.search.engine_page import Asked, engine_page
from tests.search.invented import invented_documents, usual_compounds

RULES = reviewed_rules()
TINY = Sizes(400, 400)
"""Bytes of a shard, so that almost every range of terms crosses a border."""

ALIKE = """
async (name, documents, queries, way) => {
  const { Engine } = await import("./js/engine.js");
  const { [way]: search } = await import("./js/raw.js");
  const index = await new Engine(new URL(`${name}/search/`, location.href)).prepare();
  const builder = new lunr.Builder();
  builder.tokenizer = (tokens) => tokens.map((token) => new lunr.Token(token, {}));
  builder.ref("id");
  const { weights, lengths: levels } = index.measures;
  for (const field of ["all", "title", "exact"]) builder.field(field, { boost: weights[field] });
  for (const document of documents) builder.add(document);
  // Lengths as the index rounds them: its own, so that all else must be equal.
  const { all, title } = levels;
  const lengths = { all, title, exact: all };
  for (const reference of Object.keys(builder.fieldLengths)) {
    const [field, number] = reference.split("/");
    const { levels, places } = lengths[field];
    builder.fieldLengths[reference] = levels[places[number]];
  }
  const whole = builder.build();
  const presence = (name) => lunr.Query.presence[name.toUpperCase()];
  const faults = [];
  let hits = 0, passed = 0;
  for (const clauses of queries) {
    const answer = await search(clauses, index);
    if (!answer) {
      passed += 1;
      continue;
    }
    const wanted = whole.query((query) => {
      for (const clause of clauses) {
        query.clause({ ...clause, presence: presence(clause.presence), usePipeline: false });
      }
    }).map(({ ref, score }) => [Number(ref), score]);
    const found = answer.map(({ number, score }) => [number, score]);
    // lunr leaves the order of equal scores to chance: the engine has the newest first.
    const near = (one, other) => Math.abs(one[1] - other[1]) < 1e-9;
    const order = (one, other) => near(one, other) ? other[0] - one[0] : other[1] - one[1];
    const same = (one, other) => one[0] === other[0] && near(one, other);
    wanted.sort(order);
    found.sort(order);
    hits += wanted.length;
    if (wanted.length !== found.length || !wanted.every((one, at) => same(one, found[at]))) {
      faults.push({ clauses, wanted: wanted.slice(0, 3), found: found.slice(0, 3) });
    }
  }
  return { faults, hits, passed };
}
"""


READ_LENGTHS = """
async (plain) => {
  const { lengthsFrom } = await import("./js/lengths.js");
  const { all, title } = lengthsFrom(plain, { all: 1, title: 1 });
  return [all, title].map(({ levels, places }) => [...places].map((place) => levels[place]));
}
"""


@pytest.fixture(scope="module")
def invented() -> tuple[Document, ...]:
    return invented_documents()


@pytest.fixture(scope="module")
def ask(
    invented: tuple[Document, ...], corpus: Archive, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Asked]:
    indexes = {
        "invented": index_outputs(invented, RULES, sizes=TINY),
        "corpus": index_outputs(documents(corpus), RULES, corpus, TINY),
    }
    with engine_page(tmp_path_factory.mktemp("oracle"), indexes) as asked:
        yield asked


def test_lengths_in_pairs_are_read_as_they_were_written(ask: Asked) -> None:
    chance = random.Random(7)
    letters = "".join(chance.choices("#$%&'(", (9, 5, 2, 2, 1, 1), k=5000))
    written = Lengths({"all": [1, 2, 2, 3, 3, 4], "title": [1, 1, 5, 1, 5, 5]}, letters)
    plain = written.plain()
    assert plain["pairs"]
    assert ask(READ_LENGTHS, plain) == [written.of("all"), written.of("title")]


def test_invented_documents_are_found_as_by_lunr(
    ask: Asked, invented: tuple[Document, ...]
) -> None:
    tokens = ready_made(invented)
    answer = ask(ALIKE, "invented", tokens, random_queries(tokens, 1100, seed=1), "rawSearch")
    assert answer["faults"] == []
    assert answer["hits"] > 10_000


def test_records_are_found_as_by_lunr(ask: Asked, corpus: Archive) -> None:
    tokens = ready_made(documents(corpus))
    answer = ask(ALIKE, "corpus", tokens, random_queries(tokens, 300, seed=2), "rawSearch")
    assert answer["faults"] == []
    assert answer["hits"] > 300


def test_wildcards_find_as_by_lunr_on_the_way_that_pages_take(
    ask: Asked, invented: tuple[Document, ...], corpus: Archive
) -> None:
    for name, sought, seed in (("invented", invented, 3), ("corpus", documents(corpus), 4)):
        tokens = ready_made(sought)
        answer = ask(ALIKE, name, tokens, random_patterns(tokens, 400, seed), "patternSearch")
        assert answer["faults"] == []
        assert answer["hits"] > 1_000
        assert answer["passed"] < 100


def random_patterns(
    tokens: list[dict[str, Any]], count: int, seed: int
) -> list[list[dict[str, Any]]]:
    """Queries of one to three words as they are written, each with a wildcard somewhere in it."""
    chance = random.Random(seed)
    known = sorted({term for one in tokens for term in one["exact"]})

    def clause() -> dict[str, Any]:
        term = chance.choice(known)
        first, last = sorted(chance.randint(1, len(term)) for _ in range(2))
        kinds = (f"{term[: max(2, last)]}*", f"=*{term[first:]}", f"{term[:first]}*{term[last:]}")
        pattern = chance.choice(kinds)
        while pattern == "=*":
            pattern = f"=*{chance.choice(known)[-1:]}"
        presence = chance.choices(("optional", "required", "prohibited"), (6, 2, 1))[0]
        boost = chance.choice((1, 1, 0.2, 2))
        return {"fields": ["exact"], "boost": boost, "presence": presence, "term": pattern}

    return [[clause() for _ in range(chance.choice((1, 1, 2, 3)))] for _ in range(count)]


def ready_made(sought: Sequence[Document]) -> list[dict[str, Any]]:
    """The terms of each document as lunr is given them, straight from the analysis."""
    read = [[terms(text, RULES) for text in document.texts] for document in sought]
    known = usual_compounds(read)
    return [_fields(number, texts, known) for number, texts in enumerate(read)]


def _fields(number: int, texts: list[list[Term]], known: set[str]) -> dict[str, Any]:
    whole = [term for text in texts for term in (*text, *joins(text, known, RULES))]
    return {
        "id": str(number),
        "all": [term.stem for term in whole if term.stem is not None],
        "title": [term.stem for term in texts[0] if term.stem is not None],
        "exact": sorted({f"={term.exact}" for term in whole}),
    }


def random_queries(
    tokens: list[dict[str, Any]], count: int, seed: int
) -> list[list[dict[str, Any]]]:
    """Queries of one to five clauses of every kind, about terms that there are, mostly."""
    chance = random.Random(seed)
    known = sorted({term for one in tokens for field in ("all", "exact") for term in one[field]})
    return [
        [_clause(chance, known) for _ in range(chance.choice((1, 1, 2, 2, 3, 5)))]
        for _ in range(count)
    ]


def _clause(chance: random.Random, known: list[str]) -> dict[str, Any]:
    term = chance.choice(known)
    fields = chance.choice((["all", "title", "exact"], ["all"], ["title"], ["exact", "all"]))
    presence = chance.choices(("optional", "required", "prohibited"), (6, 2, 2))[0]
    boost = chance.choice((1, 1, 2, 0.5, 10))
    clause = {"fields": fields, "boost": boost, "presence": presence}
    cut = chance.randint(0, len(term))
    match chance.randint(0, 8):
        case 0:
            return {**clause, "term": f"{term[: max(1, cut)]}*"}
        case 1:
            return {**clause, "term": f"*{term[cut:]}"}
        case 2:
            return {**clause, "term": f"{term[: cut // 2]}*{term[cut:]}"}
        case 3 | 4:
            return {**clause, "term": _misspelt(chance, term), "editDistance": chance.randint(0, 2)}
        case 5:
            return {**clause, "term": f"{term}{chance.choice('xq')}"}
    return {**clause, "term": term}


def _misspelt(chance: random.Random, term: str) -> str:
    """A term with a letter swapped, put in, taken out, or as it is."""
    at = chance.randint(0, len(term) - 1)
    swapped = term[:at] + term[at + 1 : at + 2] + term[at] + term[at + 2 :]
    return chance.choice(
        (term, swapped, f"{term[:at]}x{term[at:]}", term[:at] + term[at + 1 :] or "x")
    )
