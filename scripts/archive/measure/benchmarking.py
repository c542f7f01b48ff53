"""Owns how `archive benchmark` goes on: its steps, each of which may end it with a line."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

import click

from archive.console import give, say
from archive.counting import counted
from archive.measure.benchmark import Unmeasurable, benchmark
from archive.measure.browser import BrowserFailed
from archive.measure.collection import Collection, collect, invent
from archive.measure.engines import ENGINES, OURS, Engine
from archive.measure.packing import LEVEL
from archive.measure.progress import followed
from archive.measure.ready import ready
from archive.measure.table import Row, as_json, as_table
from archive.problems import Problem, as_text

PACKAGES = ("pagefind", "playwright")


@dataclass(frozen=True)
class Wanted:
    """What is to be measured: texts from a file, or so many invented ones; and beside what."""

    source: Path | None
    records: int | None
    seed: int
    queries: int
    others: Sequence[str]

    @property
    def engines(self) -> list[Engine]:
        """Ours first."""
        return [OURS, *(ENGINES[name] for name in dict.fromkeys(self.others))]

    @property
    def called(self) -> str:
        """The texts in words."""
        return f"of {self.source.name}" if self.source else f"of invented words (seed {self.seed})"


def measure(wanted: Wanted, data: bool) -> None:
    """Measure, and print the table or JSON; or end the command, saying why."""
    program = ready(PACKAGES)
    with TemporaryDirectory(prefix="archive-benchmark-") as temporary:
        documents = Path(temporary, "texts.jsonl")
        collection = Collection(documents, _collected(wanted, documents))
        try:
            rows = benchmark(collection, wanted.engines, wanted.queries, program, followed)
        except BrowserFailed as error:
            raise click.ClickException(f"the browser failed: {error}") from None
        except Unmeasurable as error:
            raise click.ClickException(str(error)) from None
    give(_json(wanted, collection, rows) if data else _table(wanted, collection, rows))


def _table(wanted: Wanted, collection: Collection, rows: Sequence[Row]) -> str:
    names = [engine.name for engine in wanted.engines]
    return (
        f"{counted(collection.texts, 'text')} {wanted.called}; {wanted.queries} queries of words;"
        f" bytes as sent, gzip level {LEVEL}\n\n{as_table(rows, names, collection.texts)}"
    )


def _json(wanted: Wanted, collection: Collection, rows: Sequence[Row]) -> str:
    about = {"texts": collection.texts, "kind": wanted.called, "queries": wanted.queries}
    return as_json(rows, about, collection.texts)


def _collected(wanted: Wanted, target: Path) -> int:
    if wanted.source is None:
        return invent(wanted.records or 0, wanted.seed, target)
    found = collect(wanted.source, target)
    return found if isinstance(found, int) else _refused(found)


def _refused(problems: Sequence[Problem]) -> NoReturn:
    give(as_text(problems))
    say(f"{counted(len(problems), 'problem')}; nothing was measured.")
    sys.exit(1)
