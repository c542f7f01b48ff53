"""Owns what the files of each engine are for: for one query, for one result, or for all."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from archive.measure.adapters import ADAPTER
from archive.measure.engines import MATERIAL, OURS, PAGE, PAGEFIND
from archive.measure.serving import Sent

INDEX = "index"
"""What depends on the query: parts of the index."""
TEXTS = "texts"
"""What depends on the records found: their texts, for snippets."""
TABLES = "tables"
"""What every query needs of the index."""
SCRIPTS = "scripts"
"""Programs."""

_HARNESS = {PAGE, ADAPTER}
"""Not the engine's: the empty page that it is measured in, and what asks it."""

_PARTS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        OURS.name: {
            r"search/(terms|pairs|vocabulary|columns)-": INDEX,
            r"search/texts-": TEXTS,
            r"search/root": TABLES,
            r"js/search/": SCRIPTS,
        },
        PAGEFIND.name: {
            r"pagefind/index/": INDEX,
            r"pagefind/fragment/": TEXTS,
            r"pagefind/.*(json|pf_meta)$": TABLES,
            r"pagefind/": SCRIPTS,
        },
        MATERIAL.name: {r"search/search_index\.json$": TABLES, r"": SCRIPTS},
    }
)


def part(engine: str, path: str) -> str | None:
    """What a file of an engine is for; nothing where it is none of the search's."""
    kinds = _PARTS[engine]
    return (
        None if path in _HARNESS else next((k for p, k in kinds.items() if re.match(p, path)), None)
    )


def size(engine: str, sent: Iterable[Sent], *parts: str) -> int:
    """The bytes sent of some parts; of all of them if none is named."""
    wanted = parts or (INDEX, TEXTS, TABLES, SCRIPTS)
    return sum(one.size for one in sent if part(engine, one.path) in wanted)
