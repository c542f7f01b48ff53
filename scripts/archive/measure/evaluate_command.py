"""Owns the command `archive evaluate` as it is typed: its options and its help.

What it does is imported when it is called: the other commands need none of it.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from archive.which_archive import archive_option

SLOW = "Material"
ENGINE_NAMES = ("this archive", "lunr.js", "Pagefind", "bm25s", SLOW)

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
_FOLDER = click.Path(path_type=Path, file_okay=False)


def _files(name: str, said: str) -> click.Option:
    """An option that names a file for each collection."""
    return click.Option([f"--{name}"], multiple=True, type=_FILE, metavar="FILE", help=said)


@click.group(
    invoke_without_command=True,
    subcommand_metavar="| intake DIR",
    params=[
        _files(
            "docs", "The texts: JSON Lines with id, title, text, perhaps date; *.gz is gzipped."
        ),
        _files("queries", "The queries: JSON Lines with id and text."),
        _files("qrels", "What is right: query id, document id and gain, with tabs between."),
    ],
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
    """Measure how well the search finds, or how right the intake reads (archive evaluate intake).

    Without intake it measures the search other engines, on judged collections.

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
    context = click.get_current_context()
    if context.invoked_subcommand:
        return
    _all_given(context, {"docs": docs, "queries": queries, "qrels": qrels})
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


def _all_given(context: click.Context, given: Mapping[str, Sequence[Path]]) -> None:
    """Ends the command where one of its files is missing."""
    for param in context.command.params:
        if param.name in given and not given[param.name]:
            raise click.MissingParameter(ctx=context, param=param)


@evaluate.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, exists=True))
@archive_option(
    "An archive whose people, offices and motions may be known; else nothing is.", default=None
)
def intake(folder: Path, root: Path | None) -> None:
    """Measure how right `archive add` reads the documents of a folder.

    Beside each document NAME.pdf, NAME.docx, NAME.txt ... stands what is right, as NAME.yml. Of a
    letter: from, to, date, reference, subject, sections (a list). Of a motion, with kind: motion:
    title, date, number, moved_by, seconded_by, outcome, vote, votes (12-3), asks (a list). People
    are given by name. What is not named there, the document does not have. NAME.truth.txt may have
    the true words.

    Prints for each field how many are right, the share of words that are wrong, and every miss.
    """
    from archive.console import give
    from archive.measure.intake_evaluation import NOTHING, as_table, measured
    from archive.measure.intake_truth import Untrue
    from archive.reading import read_archive
    from archive.recognition.knowledge import knowledge

    known = knowledge(read_archive(root)[0]) if root else NOTHING
    try:
        give(as_table(measured(folder, known)))
    except (Untrue, OSError) as error:
        raise click.ClickException(str(error)) from None
