"""Owns the engines that are measured: their names, how each is built and how each is asked."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from archive.measure.adapters import ADAPTER, ADAPTERS
from archive.measure.bm25 import build_bm25, open_bm25
from archive.measure.material import build_material
from archive.measure.ours import MODULE, build_ours
from archive.measure.pagefind_site import build_pagefind
from archive.measure.stock_lunr import build_lunr

PAGE = "measured.html"

Find = Callable[[str, int], list[str]]
"""Answers a query as typed: at most so many document ids, best first."""


@dataclass(frozen=True)
class Engine:
    """A search engine that is measured; it has either an adapter or a ranker.

    `build` reads documents (JSON Lines, plain or gzipped: id, title, text, perhaps date) and writes
    into a folder all that is served. `adapter` is the address below it of an ES module that
    exports `prepare()`, which loads what every query needs, and `find(query, size)`, a promise of
    at most so many document ids, best first. `ranker` opens the folder of an engine that no browser
    runs.
    """

    name: str
    build: Callable[[Path, Path], None]
    adapter: str | None = None
    ranker: Callable[[Path], Find] | None = None

    def lay_out(self, documents: Path, folder: Path) -> None:
        """Build, and put an empty page beside it from which the adapter can be imported."""
        self.build(documents, folder)
        if self.adapter:
            shutil.copy(ADAPTERS / PAGE, folder / PAGE)


OURS = Engine("this archive", build_ours, MODULE)
LUNR = Engine("lunr.js", build_lunr, ADAPTER)
PAGEFIND = Engine("Pagefind", build_pagefind, ADAPTER)
MATERIAL = Engine("Material", build_material, ADAPTER)
BM25S = Engine("bm25s", build_bm25, ranker=open_bm25)

ENGINES = MappingProxyType(
    {engine.name: engine for engine in (OURS, LUNR, PAGEFIND, BM25S, MATERIAL)}
)
"""All engines by name, ours first."""
