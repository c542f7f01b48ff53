"""Owns evaluating: each engine is built over each collection's texts and asked all its queries."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from archive.measure.browser import BrowserFailed, asked
from archive.measure.engines import Engine, Find
from archive.measure.figures import CUTOFF, Answers, is_phrase
from archive.measure.judged import Collection

WHOLE = 1000
"""How many documents are asked for where the whole answer is judged."""

Follow = Callable[[str, Sequence[str]], Iterator[str]]
"""Goes through the ids of queries, and may show on the way how far it is with what."""


@dataclass(frozen=True)
class Run:
    """What one engine answered to the queries of one collection."""

    engine: str
    collection: Collection
    answers: Answers


def evaluate(
    collections: Sequence[Collection], engines: Sequence[Engine], program: str, follow: Follow
) -> Iterator[Run]:
    """The run of each engine on each collection; collections of the same texts share an index.

    Raises `BrowserFailed`, with the engine's name, and CalledProcessError of a program that builds.
    """
    for documents in dict.fromkeys(one.documents for one in collections):
        sharing = [one for one in collections if one.documents == documents]
        for engine in engines:
            try:
                with _opened(engine, documents, program) as find:
                    for one in sharing:
                        yield Run(engine.name, one, _answers(engine.name, one, find, follow))
            except BrowserFailed as error:
                raise BrowserFailed(f"{engine.name}: {error}") from None


@contextmanager
def _opened(engine: Engine, documents: Path, program: str) -> Iterator[Find]:
    """An engine, built and ready to be asked, until the block ends."""
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        engine.lay_out(documents, folder)
        if engine.ranker:
            yield engine.ranker(folder)
        elif engine.adapter:
            with asked(folder, engine.adapter, program) as find:
                yield find


def _answers(name: str, collection: Collection, find: Find, follow: Follow) -> Answers:
    queries = collection.queries
    return {
        id: find(queries[id], _size(collection, id))
        for id in follow(f"{name}, {collection.name}", list(queries))
    }


def _size(collection: Collection, id: str) -> int:
    """How many documents to ask for: more than there are right ones, where all are judged."""
    right = len(collection.judgements[id])
    return max(WHOLE, 2 * right) if is_phrase(collection.queries[id]) else CUTOFF
