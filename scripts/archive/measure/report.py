"""Owns how an evaluation is told: as tables, as JSON, and as runs that other tools read."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from archive.measure.evaluation import Run
from archive.measure.figures import Figures, figures, is_phrase, mean
from archive.measure.judged import Collection
from archive.outputs import Output

WIDTH = len("0.0000")


@dataclass(frozen=True)
class Part:
    """The figures of each engine, by its name, on one collection or over several."""

    heading: str
    figures: dict[str, Figures]


def parts(collections: Sequence[Collection], runs: Sequence[Run]) -> list[Part]:
    """A part for each collection, and behind several their mean."""
    by_collection = [
        {run.engine: figures(one, run.answers) for run in runs if run.collection is one}
        for one in collections
    ]
    told = [Part(_heading(*pair), pair[1]) for pair in zip(collections, by_collection, strict=True)]
    if len(told) > 1:
        engines = dict.fromkeys(run.engine for run in runs)
        means = {name: mean([each[name] for each in by_collection]) for name in engines}
        told.append(Part(f"Mean of {len(collections)} collections", means))
    return told


def as_tables(told: Sequence[Part]) -> str:
    """A table for each part, an engine a line."""
    return "\n".join("\n".join(_table(part)) + "\n" for part in told)


def as_json(told: Sequence[Part]) -> str:
    """An array with an object for each part: heading, engines with their figures, not rounded."""
    rows = [{"heading": part.heading, "engines": part.figures} for part in told]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def run_outputs(collections: Sequence[Collection], runs: Sequence[Run]) -> Iterator[Output]:
    """A file for each run: query, Q0, document, rank, score, engine, parted by blanks.

    Format: the results file of trec_eval, https://github.com/usnistgov/trec_eval
    """
    for run in runs:
        # By identity: a collection given twice is two.
        [number] = (n for n, one in enumerate(collections, 1) if one is run.collection)
        engine = re.sub(r"\W+", "-", run.engine)
        name = re.sub(r"\W+", "-", run.collection.name)
        rows = (
            f"{query} Q0 {id} {rank} {-rank} {engine}\n"
            for query, found in run.answers.items()
            for rank, id in enumerate(found, 1)
        )
        yield Output(f"{number}-{name}-{engine}.run", "".join(rows).encode())


def write_runs(folder: Path, outputs: Iterator[Output]) -> None:
    """Put the runs into a folder, beside what it holds."""
    folder.mkdir(parents=True, exist_ok=True)
    for output in outputs:
        (folder / output.path).write_bytes(output.content)


def _heading(collection: Collection, _: dict[str, Figures]) -> str:
    queries = collection.queries
    phrases = sum(map(is_phrase, queries.values()))
    told = f"{collection.name}: {len(queries)} queries, {collection.size} documents"
    return told + (f"; {phrases} of the queries are phrases" if phrases else "")


def _table(part: Part) -> Iterator[str]:
    names = list(next(iter(part.figures.values())))
    widest = max(map(len, part.figures))
    yield part.heading
    yield "  ".join([" " * widest, *(name.rjust(WIDTH) for name in names)])
    for engine, found in part.figures.items():
        cells = (_shown(found[name]).rjust(max(WIDTH, len(name))) for name in names)
        yield "  ".join([engine.ljust(widest), *cells])


def _shown(figure: float) -> str:
    """A count as it is, a share of 1 with four digits."""
    return str(figure) if isinstance(figure, int) else f"{figure:.4f}"
