"""Owns how good answers are: the figures of information retrieval, as ir-measures computes them.

A query that an engine does not answer counts as 0 in every mean.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from archive.measure.judged import Collection

if TYPE_CHECKING:
    from ir_measures.measures import Measure

CUTOFF = 10
QUOTATION_MARKS = ('""', "“”")

Answers = Mapping[str, Sequence[str]]
"""For each query id, the ids of the documents that an engine found, best first."""

Figures = Mapping[str, float]
"""What was measured by its name, in the order in which it is shown."""


def is_phrase(query: str) -> bool:
    """Whether all of a query stands in quotation marks: its whole answer is then right or wrong."""
    text = query.strip()
    return bool(text[1:-1]) and text[0] + text[-1] in QUOTATION_MARKS


def figures(collection: Collection, answers: Answers) -> Figures:
    """The figures of one engine on one collection.

    nDCG, reciprocal rank and recall look at the first ten, P@1 at the first. Of phrases, precision
    and recall are those of the whole answer.
    """
    from ir_measures import RR, P, R, SetP, SetR, nDCG

    measured = {
        "nDCG@10": nDCG @ CUTOFF,
        "MRR@10": RR @ CUTOFF,
        "recall@10": R @ CUTOFF,
        "P@1": P @ 1,
    }
    found = dict(_means(measured, collection, answers, list(collection.queries)))
    found["no result"] = sum(not answers[query] for query in collection.queries)
    if phrases := [query for query, text in collection.queries.items() if is_phrase(text)]:
        whole = {"phrase precision": SetP, "phrase recall": SetR}
        found |= _means(whole, collection, answers, phrases)
    return found


def mean(parts: Sequence[Figures]) -> Figures:
    """The mean over collections, of each figure that all of them have; `no result` is their sum."""
    shared = [name for name in parts[0] if all(name in part for part in parts)]
    sums = {name: sum(part[name] for part in parts) for name in shared}
    return {n: total if n == "no result" else total / len(parts) for n, total in sums.items()}


def _means(
    measured: Mapping[str, "Measure"],
    collection: Collection,
    answers: Answers,
    queries: Sequence[str],
) -> dict[str, float]:
    """The mean of each measure over some queries of the collection."""
    import ir_measures

    judged = {query: dict(collection.judgements[query]) for query in queries}
    # Falling scores say the order; only the order matters.
    run = {query: {id: -float(at) for at, id in enumerate(answers[query])} for query in queries}
    means = ir_measures.calc_aggregate(list(measured.values()), judged, run)
    return {name: float(means[measure]) for name, measure in measured.items()}
