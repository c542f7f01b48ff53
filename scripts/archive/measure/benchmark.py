"""Owns the benchmark: everything that is measured of the engines, row by row."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from archive.measure import box
from archive.measure.benchmark_building import Follow, build_all
from archive.measure.benchmark_visits import Asking, cold_rows, warm_rows
from archive.measure.collection import Collection
from archive.measure.engines import MATERIAL, OURS, Engine
from archive.measure.readers_site import build_site
from archive.measure.sampling import Sample, sample
from archive.measure.table import BYTES, COUNT, Row
from archive.measure.targets import ONCE, ROUNDS
from archive.measure.visits import Visitor, visiting

ONCE_PHRASE = "one-time bytes, if the first query is a phrase"
PAGE_BYTES = "all bytes, search page opened with a query: word / phrase"
ROUNDS_AT_ONCE = "round trips, typed at once: word / phrase"
MOST_FOR_MATERIAL = 10_000
"""Texts: it indexes in the reader's browser."""


class Unmeasurable(Exception):
    """There is nothing to measure; says why in one line."""


def benchmark(
    collection: Collection, engines: Sequence[Engine], number: int, program: str, follow: Follow
) -> list[Row]:
    """Measure the engines, ours among them; what is built stays beside the collection.

    `number`: of queries of words; `program`: the browser. Raises `BrowserFailed`, `Unmeasurable`.
    """
    queries = sample(collection.documents, number)
    if not (queries.words and queries.phrases):
        raise Unmeasurable("the texts have no words to ask for")
    small = collection.texts <= MOST_FOR_MATERIAL
    run = [one for one in engines if one is not MATERIAL or small]
    indexed = build_all(collection, run, follow)
    if OURS not in indexed.folders:
        raise Unmeasurable("the index could not be built")
    site = collection.documents.with_name("site")
    build_site(indexed.folders[OURS], site)
    with visiting(program) as visitor:
        asking = Asking(visitor, indexed.folders, follow)
        asked = [*cold_rows(asking, queries), *warm_rows(asking, queries)]
        own = list(_box_rows(visitor, site, queries))
    missing = dict.fromkeys(engine.name for engine in engines if engine not in indexed.folders)
    compared = [replace(r, figures={**missing, **r.figures}) for r in (*asked, *indexed.rows)]
    return [*_with_own(compared, own), *own[1:]]


def _with_own(rows: Sequence[Row], own: Sequence[Row]) -> Iterator[Row]:
    """The rows; what is loaded once is, for ours, what its box loads."""
    for row in rows:
        yield replace(row, figures={**row.figures, **own[0].figures}) if row.name == ONCE else row


def _box_rows(visitor: Visitor, site: Path, queries: Sample) -> Iterator[Row]:
    """What is measured on our own pages, with a common word and with a phrase."""
    word, phrase = queries.words[0], queries.phrases[0]

    def row(name: str, unit: str, measure: Callable[..., int], *asked: str) -> Row:
        return Row(name, unit, {OURS.name: tuple(measure(visitor, site, one) for one in asked)})

    yield row(ONCE, BYTES, box.once, word)
    yield row(ONCE_PHRASE, BYTES, box.once, phrase)
    yield row(PAGE_BYTES, BYTES, box.search_page, word, phrase)
    yield row(ROUNDS, COUNT, box.rounds_when_ready, word, phrase)
    yield row(ROUNDS_AT_ONCE, COUNT, box.rounds_at_once, word, phrase)
