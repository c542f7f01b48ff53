"""Owns the command `archive demo` as it is typed: its options and its help."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from archive.console import from_here, say, this_command

if TYPE_CHECKING:
    from archive.outputs import Output


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--records",
    type=click.IntRange(1, 1_000_000),
    default=1_000,
    show_default=True,
    metavar="N",
    help="So many letters and motions; versions of motions come beside them.",
)
@click.option("--seed", type=int, default=1, show_default=True, help="Other invented records.")
def demo(folder: Path, records: int, seed: int) -> None:
    """Make an archive of invented records in DIR, to try and to measure with.

    Assembly, people, topics and words are invented; the archive says so in its name. It uses every
    field that a published record can have, and has no problems. The same N and seed make the same
    bytes. DIR must be empty or not there yet.

    Exit codes: 0 it was made; 1 it could not be; 2 the command was called wrongly.
    """
    from archive.demo.making import demo_outputs
    from archive.founding import Occupied, founded

    try:
        with founded(folder) as place:
            _write(place, demo_outputs(records, seed), records)
    except Occupied as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"cannot write {folder}: {error.strerror}") from None
    here = from_here(folder)
    say(
        f"Made an archive of {records:,} invented records. To see it: {this_command()} build"
        f" --archive {here}"
    )


def _write(place: Path, outputs: "Iterator[Output]", records: int) -> None:
    """Write the files one by one, with a bar on standard error where that is a terminal."""
    hidden = not sys.stderr.isatty()
    with click.progressbar(length=records, label="Records", file=sys.stderr, hidden=hidden) as bar:
        for output in outputs:
            target = place / output.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(output.content)
            if output.path.endswith(".md") and "/versions/" not in output.path:
                bar.update(1)
