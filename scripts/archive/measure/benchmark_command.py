"""Owns the command `archive benchmark`: what it is called with."""

from collections.abc import Sequence
from pathlib import Path

import click

from archive.measure.builds.build_command import build

OTHERS = ("Pagefind", "Material")
NOTHING = "nothing"


@click.group(invoke_without_command=True, subcommand_metavar="| build [OPTIONS]")
@click.option(
    "--docs",
    "source",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="The texts: JSON Lines with id, title, text (or question and answer), perhaps date;"
    " *.gz is gzipped.",
)
@click.option(
    "--records", type=click.IntRange(1), metavar="N", help="Or so many texts of invented words."
)
@click.option("--seed", type=int, default=1, show_default=True, help="Other invented texts.")
@click.option(
    "--queries",
    "number",
    type=click.IntRange(1),
    default=200,
    show_default=True,
    help="So many first queries of words, drawn from the texts; and about as many phrases.",
)
@click.option(
    "--against",
    "others",
    multiple=True,
    type=click.Choice([*OTHERS, NOTHING]),
    help="Compare with this engine only; may be repeated. Else with all.",
)
@click.option("--json", "data", is_flag=True, help="Print JSON, with figures that are not rounded.")
def benchmark(
    source: Path | None,
    records: int | None,
    seed: int,
    number: int,
    others: Sequence[str],
    data: bool,
) -> None:
    """Measure what the search costs, or what builds cost (archive benchmark build), in one table.

    Without build it measures what the search costs readers and builders, beside other engines.

    Builds the index of the same texts with each engine, then has new visitors in a real browser ask
    queries drawn from these texts. Bytes are those of the files as a host sends them, gzipped,
    without headers. Times depend on the machine and on what else it does: compare them only within
    a table. Where a number to reach is set for so many texts, the table says whether it is.

    \b
      archive benchmark --docs FILE
      archive benchmark --records 100000 --against nothing

    10,000 texts take some ten minutes; what is built goes to the system's folder for temporary
    files, and is removed.

    Exit codes: 0 measured, whatever the figures; 1 the file has problems, or nothing could be
    measured; 2 the command was called wrongly, or what it measures with is not installed.
    """
    if click.get_current_context().invoked_subcommand:
        return
    from archive.measure.benchmarking import Wanted, measure

    if (source is None) == (records is None):
        raise click.UsageError("give either --docs FILE or --records N")
    compared = [name for name in others or OTHERS if name != NOTHING]
    measure(Wanted(source, records, seed, number, compared), data)


benchmark.add_command(build)
