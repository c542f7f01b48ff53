"""Owns the command `archive evaluate` as it is typed: its options and its help.

What it does is imported when it is called: the other commands need none of it.
"""

from collections.abc import Sequence
from pathlib import Path

import click

SLOW = "Material"
ENGINE_NAMES = ("this archive", "lunr.js", "Pagefind", "bm25s", SLOW)

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
_FOLDER = click.Path(path_type=Path, file_okay=False)


def _files(name: str, said: str) -> click.Option:
    """An option that names a file for each collection."""
    return click.Option(
        [f"--{name}"], multiple=True, required=True, type=_FILE, metavar="FILE", help=said
    )


@click.command(
    params=[
        _files(
            "docs", "The texts: JSON Lines with id, title, text, perhaps date; *.gz is gzipped."
        ),
        _files("queries", "The queries: JSON Lines with id and text."),
        _files("qrels", "What is right: query id, document id and gain, with tabs between."),
    ]
)
@click.option(
    "--engine",
    "names",
    multiple=True,
    type=click.Choice(ENGINE_NAMES),
    help=f"Only this engine; may be repeated. Else all but {SLOW}.",
)
@click.option(
    "--runs",
    "folder",
    type=_FOLDER,
    metavar="DIR",
    help="Also write the answers there, for trec_eval: a file for each collection and engine.",
)
@click.option("--json", "data", is_flag=True, help="Print JSON, with figures that are not rounded.")
def evaluate(
    docs: Sequence[Path],
    queries: Sequence[Path],
    qrels: Sequence[Path],
    names: Sequence[str],
    folder: Path | None,
    data: bool,
) -> None:
    """Measure how well the search finds, beside other engines, on judged collections.

    Asks every query as typed, in a real browser, and prints nDCG@10, MRR@10, recall@10 and P@1 of
    each engine, and how many queries have no result. Where queries are phrases in quotation marks,
    also precision and recall of their whole answers. With --docs, --queries and --qrels given
    several times, in the same order, it prints a table for each collection and one of their means.

    Problems in the files are printed all at once, one a line:

    \b
      path:line:column: found …; wanted …; allowed: …

    Exit codes: 0 measured; 1 the files have problems, or an engine failed; 2 the command was called
    wrongly, or what it measures with is not installed.
    """
    from archive.console import give
    from archive.measure.evaluating import measured, read_collections
    from archive.measure.report import as_json, as_tables, parts, run_outputs, write_runs

    if not len(docs) == len(queries) == len(qrels):
        raise click.UsageError("--docs, --queries and --qrels must be given equally often")
    chosen = names or [name for name in ENGINE_NAMES if name != SLOW]
    collections = read_collections(zip(docs, queries, qrels, strict=True))
    runs = measured(collections, chosen)
    if folder:
        write_runs(folder, run_outputs(collections, runs))
    told = parts(collections, runs)
    give(as_json(told) if data else as_tables(told))
