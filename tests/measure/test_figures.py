"""The figures, against values computed by hand."""

from math import log2
from pathlib import Path

import pytest

from archive.measure.figures import figures, is_phrase, mean
from archive.measure.judged import Collection

pytest.importorskip("ir_measures", reason="not published for this kind of computer")

QUERIES = {"a": "buses", "b": '"night bus"', "c": "“no such thing”"}
JUDGEMENTS = {"a": {"1": 2, "2": 1, "3": 0}, "b": {"4": 1, "5": 1}, "c": {"6": 1}}
COLLECTION = Collection("invented", Path("docs.jsonl"), 6, QUERIES, JUDGEMENTS)


def test_the_figures_are_those_computed_by_hand() -> None:
    found = figures(COLLECTION, {"a": ["2", "3", "1"], "b": ["4", "9", "8", "5"], "c": []})
    first = (1 + 2 / log2(4)) / (2 + 1 / log2(3))
    second = (1 + 1 / log2(5)) / (1 + 1 / log2(3))
    assert found["nDCG@10"] == pytest.approx((first + second + 0) / 3)
    assert found["MRR@10"] == pytest.approx(2 / 3)
    assert found["recall@10"] == pytest.approx(2 / 3)
    assert found["P@1"] == pytest.approx(2 / 3)
    assert found["no result"] == 1
    assert found["phrase precision"] == pytest.approx((2 / 4 + 0) / 2)
    assert found["phrase recall"] == pytest.approx((2 / 2 + 0) / 2)


def test_a_document_in_the_eleventh_place_does_not_count() -> None:
    others = [f"other {number}" for number in range(10)]
    found = figures(COLLECTION, {"a": [*others, "1"], "b": ["5"], "c": ["6"]})
    assert found["MRR@10"] == pytest.approx(2 / 3)
    assert found["recall@10"] == pytest.approx((0 + 1 / 2 + 1) / 3)


def test_figures_of_phrases_are_left_out_where_there_are_none() -> None:
    plain = Collection("plain", Path("docs.jsonl"), 6, {"a": "buses"}, JUDGEMENTS)
    assert list(figures(plain, {"a": ["1"]}))[-1] == "no result"


def test_the_mean_has_what_all_parts_have_and_sums_what_was_not_found() -> None:
    parts = [{"MRR@10": 0.5, "no result": 2, "phrase recall": 1.0}, {"MRR@10": 1.0, "no result": 1}]
    assert mean(parts) == {"MRR@10": 0.75, "no result": 3}


@pytest.mark.parametrize("query", ['"night bus"', " “night bus” ", '"x"'])
def test_a_query_in_quotation_marks_is_a_phrase(query: str) -> None:
    assert is_phrase(query)


@pytest.mark.parametrize("query", ["night bus", '"night" bus', '""', '"', ""])
def test_other_queries_are_none(query: str) -> None:
    assert not is_phrase(query)
