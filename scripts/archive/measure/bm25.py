"""Owns ranking by the library bm25s: a server's search, to compare with, which no browser runs."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from archive.measure.texts import texts

IDS = "ids.json"


def build_bm25(documents: Path, folder: Path) -> None:
    """Write the index of title and text: method lucene, k1 1.2, b 0.75."""
    from bm25s import BM25

    held = list(texts(documents))
    index = BM25(method="lucene", k1=1.2, b=0.75)
    index.index(_tokens(f"{one.title} {one.text}" for one in held), show_progress=False)
    index.save(folder)
    (folder / IDS).write_text(json.dumps([one.id for one in held]), encoding="utf-8")


def open_bm25(folder: Path) -> Callable[[str, int], list[str]]:
    """What answers a query from a built folder: ids, best first, of documents that hold its words.

    Documents that score the same stand in the order of the file.
    """
    from bm25s import BM25

    index = BM25.load(folder)
    ids = json.loads((folder / IDS).read_text(encoding="utf-8"))
    return lambda query, size: [ids[at] for at in _best(index, query, size)]


def _best(index: Any, query: str, size: int) -> list[int]:
    import numpy

    [words] = _tokens([query], return_ids=False)
    if not words:
        return []
    scores = index.get_scores(words)
    order = numpy.argsort(-scores, kind="stable")[:size]
    return [int(at) for at in order if scores[at] > 0]


def _tokens(texts: Iterable[str], return_ids: bool = True) -> Any:
    """The stems of the Snowball stemmer for English, without the library's English stop words."""
    import bm25s
    from Stemmer import Stemmer

    return bm25s.tokenize(
        list(texts),
        stopwords="en",
        stemmer=Stemmer("english"),
        return_ids=return_ids,
        show_progress=False,
    )
