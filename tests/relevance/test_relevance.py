"""The search finds what people judged to be right, query by query, in a real browser."""

from collections.abc import Iterator, Sequence
from typing import Any

import ir_measures
import pytest
from ir_measures import nDCG

from archive.archive import Archive
from archive.search.index import index_outputs, search_outputs
from archive.search.records import documents
from archive.search.rules import reviewed_rules
from tests.relevance.judged import SIZE, Judged, invented_archive, judgements
from tests.search.engine_page import Asked, engine_page

LEAST = 80
"""Judged queries there must be over the invented archive."""

FIND = """
async (name, queries, names, size) => {
  const { Engine } = await import("./js/engine.js");
  const { parse } = await import("./js/query.js");
  const engine = new Engine(new URL(`${name}/search/`, location.href));
  const found = {};
  for (const text of queries) {
    const { query } = parse(text, names);
    const { hits } = query.never ? { hits: [] } : await engine.search(query, { size });
    found[text] = hits.map(({ id }) => id);
  }
  return found;
}
"""

Names = dict[str, list[list[str]]]
Found = dict[str, list[str]]


@pytest.fixture(scope="module")
def ask(
    corpus: Archive, real: Archive, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Asked]:
    archive, records = invented_archive(corpus)
    indexes = {
        "invented": index_outputs(records, reviewed_rules(), archive),
        "real": search_outputs(real),
    }
    with engine_page(tmp_path_factory.mktemp("relevance"), indexes) as asked:
        yield asked


def test_the_invented_archive_is_found_as_it_was_judged(ask: Asked, corpus: Archive) -> None:
    archive, records = invented_archive(corpus)
    judged = judgements("judgements.yml", [record.id for record in records])
    assert len({one.query for one in judged}) == len(judged) >= LEAST
    found = ask(FIND, "invented", [one.query for one in judged], _names(archive), SIZE)
    _no_faults(judged, found)


def test_the_real_archive_is_found_as_it_was_judged(ask: Asked, real: Archive) -> None:
    judged = judgements("real.yml", [record.id for record in documents(real)])
    found = ask(FIND, "real", [one.query for one in judged], _names(real), SIZE)
    _no_faults(judged, found)


def test_a_worse_answer_has_its_faults_named() -> None:
    judged = Judged("buses", {"a": 3, "b": 1}, excluded=("c",), best_first=True)
    gains = _gains([judged], {"buses": ["b", "c", "a"]})
    assert gains["buses"] == pytest.approx((1 + 3 / 2) / (3 + 1 / 1.5849625), abs=1e-6)
    assert judged.faults(["b", "c", "a"], gains["buses"]) == [
        "buses: nDCG@10 0.689, under 1.0 (found: b, c, a)",
        "buses: the first has not grade 3 (found: b, c, a)",
        "buses: c is among the first 3 (found: b, c, a)",
    ]
    assert judged.faults(["a", "b"], 1.0) == []
    assert judged.faults([], 0.0)[0] == "buses: nDCG@10 0.000, under 1.0 (found: nothing)"


def _no_faults(judged: Sequence[Judged], found: Found) -> None:
    """Fail with one line for each fault."""
    gains = _gains(judged, found)
    faults = [fault for one in judged for fault in one.faults(found[one.query], gains[one.query])]
    if faults:
        pytest.fail("\n".join(faults), pytrace=False)


def _gains(judged: Sequence[Judged], found: Found) -> dict[str, float]:
    """The nDCG@10 of each query, as `ir-measures` has it; 1 where nothing is sought or found."""
    grades = {one.query: one.grades for one in judged if one.grades}
    run = {
        query: {record: float(SIZE - place) for place, record in enumerate(records)}
        for query, records in found.items()
    }
    measured = ir_measures.iter_calc([nDCG @ SIZE], grades, run)
    gains: dict[str, Any] = {metric.query_id: metric.value for metric in measured}
    empty = {one.query: float(not found[one.query]) for one in judged if not one.grades}
    return {**dict.fromkeys(grades, 0.0), **gains, **empty}


def _names(archive: Archive) -> Names:
    """What the page tells the language of queries about topics and people."""
    topics, people = archive.topics.items(), archive.people.items()
    return {
        "topic": [[id, topic.label, *topic.other_names] for id, topic in topics],
        "person": [[id, person.name, *person.other_names] for id, person in people],
    }
