"""Owns how `archive evaluate` goes on: its steps in order, each of which may end it with a line."""

import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from archive.console import give, say
from archive.counting import counted
from archive.measure.browser import BrowserFailed
from archive.measure.engines import ENGINES
from archive.measure.evaluation import Run, evaluate
from archive.measure.judged import Collection, read_collection
from archive.measure.progress import followed
from archive.measure.ready import ready
from archive.problems import as_text, in_order

PACKAGES = ("bm25s", "ir_measures", "pagefind", "playwright", "Stemmer")


def read_collections(files: Iterable[tuple[Path, Path, Path]]) -> list[Collection]:
    """The collections in files of texts, queries and judgements, or the end with all problems."""
    found = [read_collection(*three) for three in files]
    if problems := in_order(one for each in found if isinstance(each, tuple) for one in each):
        give(as_text(problems))
        say(f"{counted(len(problems), 'problem')}; nothing was measured.")
        sys.exit(1)
    return [each for each in found if isinstance(each, Collection)]


def measured(collections: Sequence[Collection], names: Iterable[str]) -> list[Run]:
    """The runs of the engines of these names, with a bar for each on a terminal."""
    program = ready(PACKAGES)
    engines = [ENGINES[name] for name in dict.fromkeys(names)]
    try:
        return list(evaluate(collections, engines, program, followed))
    except (BrowserFailed, subprocess.CalledProcessError) as error:
        raise click.ClickException(str(error)) from None
