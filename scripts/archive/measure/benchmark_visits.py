"""Owns the rows of a benchmark that say what queries cost a reader: bytes, requests and time."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from statistics import median

from archive.measure.benchmark_building import Follow
from archive.measure.engines import ENGINES, MATERIAL, Engine
from archive.measure.parts import INDEX, SCRIPTS, TABLES, part, size
from archive.measure.sampling import Sample
from archive.measure.table import BYTES, COUNT, SECONDS, Figures, Row
from archive.measure.targets import ALL_BYTES, COLD, INDEX_BYTES, ONCE, PHRASE_BYTES, WARM
from archive.measure.visits import Cold, Visitor

TYPING_BYTES = "index bytes, cold query while typing, median / p95"
ONCE_TABLES = "one-time bytes, tables of the index alone"
REQUESTS = "requests, cold query, ten results, median"
FIRST = "time of a new query in a warm page, p95"
TIMED = 20
"""Cold visits of each engine whose time is taken: one engine after the other, query by query."""
TYPED = 4
"""One in so many beginnings of a query is also a first one."""

Visits = Mapping[Engine, Sequence[Cold]]


@dataclass(frozen=True)
class Asking:
    """How queries are put to the engines, each of which has a folder with its files."""

    visitor: Visitor
    folders: Mapping[Engine, Path]
    follow: Follow

    def cold(
        self, heading: str, queries: Sequence[str], typing: bool = False, rested: bool = False
    ) -> Visits:
        """A visit for each query and engine, the engines in turn.

        Only one where an engine loads everything for any query: it tells all.
        """
        visits: dict[Engine, list[Cold]] = {engine: [] for engine in self.folders}
        for query in self.follow(heading, queries):
            for engine, folder in self.folders.items():
                if engine is not MATERIAL or not visits[engine]:
                    visits[engine].append(self.visitor.cold(engine, folder, query, typing, rested))
        return visits


def cold_rows(asking: Asking, sample: Sample) -> Iterator[Row]:
    """What a first query costs."""
    words = asking.cold("Words", sample.words)
    typed = asking.cold("Words while typed", sample.typed[::TYPED], typing=True)
    phrases = asking.cold("Phrases", sample.phrases)
    # By now the server has packed every file that these need: what they take is the engine's time.
    timed = asking.cold("First queries", sample.words[:TIMED], rested=True)
    yield Row(INDEX_BYTES, BYTES, _figures(words, _index, median, _high))
    yield Row(TYPING_BYTES, BYTES, _figures(typed, _index, median, _high))
    yield Row(PHRASE_BYTES, BYTES, _figures(phrases, _index, _high))
    yield Row(ONCE, BYTES, _figures(words, lambda *one: _bytes(*one, SCRIPTS, TABLES), max))
    yield Row(ONCE_TABLES, BYTES, _figures(words, lambda *one: _bytes(*one, TABLES), max))
    yield Row(ALL_BYTES, BYTES, _figures(words, _bytes, median))
    yield Row(REQUESTS, COUNT, _figures(words, _requests, median))
    yield Row(COLD, SECONDS, _figures(timed, lambda _, one: one.seconds, median))


def warm_rows(asking: Asking, sample: Sample) -> Iterator[Row]:
    """What further queries cost: words, phrases, and words as they are typed."""
    queries = (*sample.words, *sample.phrases)
    new: dict[str, Figures] = {}
    again: dict[str, Figures] = {}
    for name in asking.follow("Warm queries", [engine.name for engine in asking.folders]):
        engine = ENGINES[name]
        warm = asking.visitor.warm(engine, asking.folders[engine], queries, sample.typed)
        new[name], again[name] = (_high(warm.first),), (_high(warm.again),)
    yield Row(FIRST, SECONDS, new)
    yield Row(WARM, SECONDS, again)


def _figures(
    visits: Visits,
    measure: Callable[[str, Cold], float],
    *summaries: Callable[[Sequence[float]], float],
) -> dict[str, Figures]:
    """Summaries of what is measured of each visit, by engine."""
    measured = {e.name: [measure(e.name, one) for one in each] for e, each in visits.items()}
    return {name: tuple(sum_up(all) for sum_up in summaries) for name, all in measured.items()}


def _bytes(engine: str, one: Cold, *parts: str) -> int:
    return size(engine, one.sent, *parts)


def _index(engine: str, one: Cold) -> int:
    return _bytes(engine, one, INDEX)


def _requests(engine: str, one: Cold) -> int:
    return sum(1 for sent in one.sent if part(engine, sent.path))


def _high(values: Sequence[float]) -> float:
    """The 95th percentile: the smallest value that at least 95 in 100 do not exceed."""
    return sorted(values)[ceil(len(values) * 0.95) - 1]
