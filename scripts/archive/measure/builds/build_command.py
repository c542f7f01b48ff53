"""Owns the command `archive benchmark build` as it is typed: its options and its help."""

from collections.abc import Sequence
from pathlib import Path

import click

PEERS = ("Hugo + Pagefind", "Material, our pages", "Material", "Zensical")
NOTHING = "nothing"


@click.command("build")
@click.option(
    "--records",
    "sizes",
    type=click.IntRange(1),
    multiple=True,
    metavar="N",
    help="So many invented records; given again, how cost grows to so many. [default: 1000]",
)
@click.option(
    "--archive",
    "source",
    metavar="DIR",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Measure with a copy of this archive instead.",
)
@click.option(
    "--rounds",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    help="Everything so many times, clean builds of ours and the peers' in turn; medians.",
)
@click.option(
    "--against",
    "others",
    multiple=True,
    type=click.Choice([*PEERS, NOTHING]),
    help="Compare with this builder only; may be repeated. Else with all.",
)
@click.option("--no-browser", is_flag=True, help="Without the rows that need a browser.")
@click.option(
    "--raw",
    "table",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Also write the figures there, not rounded, with tabs between them.",
)
def build(
    sizes: Sequence[int],
    source: Path | None,
    rounds: int,
    others: Sequence[str],
    no_browser: bool,
    table: Path | None,
) -> None:
    """Measure what builds cost, beside other builders of the same texts, in one table.

    Peers get a page of plain Markdown for each letter, motion and version, and nothing is set but
    what keeps their pages small; "Material, our pages" gets the very Markdown that our build has
    made, all pages of it. Beside their time stands that of our pages and search alone; the others
    build fewer pages than this archive, which has some for people, topics, meetings and more. Times
    depend on the machine and on what else it does: look at the ratios. Memory is that of all
    processes together. A builder that is not installed is left out, with a line that says so.

    \b
      archive benchmark build --records 5000 --records 50000 --raw builds.tsv

    What is built goes to the system's folder for temporary files, and is removed.

    Exit codes: 0 measured, whatever the figures; 1 nothing could be measured; 2 the command was
    called wrongly, or what it measures with is not installed.
    """
    from archive.measure.builds.measuring import Asked, measure

    if source and sizes:
        raise click.UsageError("give either --archive DIR or --records N")
    compared = [name for name in others or PEERS if name != NOTHING]
    measure(Asked(sizes or (1000,), source, rounds, compared, not no_browser), table)
