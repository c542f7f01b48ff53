"""Owns building each engine's index for a benchmark, and the rows that say what that costs."""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from archive.measure.building import Built, build
from archive.measure.collection import Collection
from archive.measure.engines import ENGINES, MATERIAL, Engine
from archive.measure.table import BYTES, SECONDS, Figures, Row
from archive.measure.targets import BUILD, MEMORY, SIZES

TIMES = 3
"""How often a small collection is indexed: the engines in turn, the median of the times counts."""

Follow = Callable[[str, Sequence[str]], Iterator[str]]
"""Goes through names or queries under a heading, and may show how far."""


@dataclass(frozen=True)
class Indexed:
    """The engines that were built with the folders of their files, and what the building cost."""

    folders: Mapping[Engine, Path]
    rows: tuple[Row, ...]


def build_all(collection: Collection, engines: Sequence[Engine], follow: Follow) -> Indexed:
    """Index the texts with each engine: what is slow only once, and all if there are many texts."""
    built: dict[Engine, list[Built | None]] = {engine: [] for engine in engines}
    documents, folder = collection.documents, collection.documents.parent
    for time in range(TIMES if collection.texts <= SIZES[0] else 1):
        names = [engine.name for engine in engines if not time or engine is not MATERIAL]
        for name in follow("Indexes", names):
            built[ENGINES[name]].append(build(name, documents, folder / f"{name} {time}"))
            if time:
                shutil.rmtree(folder / f"{name} {time}", ignore_errors=True)
    folders = {engine: folder / f"{engine.name} 0" for engine in engines if all(built[engine])}
    return Indexed(folders, tuple(_rows(built)))


def _rows(built: Mapping[Engine, Sequence[Built | None]]) -> list[Row]:
    whole = {engine.name: [one for one in each if one] for engine, each in built.items()}
    seconds = {name: _figure([one.seconds for one in each]) for name, each in whole.items()}
    memory = {
        name: _figure([one.memory for one in each if one.memory]) for name, each in whole.items()
    }
    return [Row(BUILD, SECONDS, seconds), Row(MEMORY, BYTES, memory)]


def _figure(values: Sequence[float]) -> Figures | None:
    return (median(values),) if values else None
