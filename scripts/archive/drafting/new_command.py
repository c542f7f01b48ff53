"""Owns the command `archive new` as it is typed: its options and its help."""

from pathlib import Path
from typing import cast

import click

from archive.console import from_here, give, say


@click.command()
@click.argument("thing", type=click.Choice(["letter", "motion", "person", "topic"]))
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
def new(thing: str, file: Path | None) -> None:
    """Write an empty letter, motion, person or topic, with comments that say what goes where.

    Without FILE, prints it. With FILE, writes it there, unless something is there: letters and
    motions are files of their own; a person or a topic is an entry, to be put into
    letters/people.yml or motions/topics.yml.

    Exit codes: 0 it was written; 1 it could not be; 2 the command was called wrongly.
    """
    from archive.drafting.skeleton import Thing, skeleton

    text = skeleton(cast("Thing", thing))
    if file is None:
        give(text)
        return
    try:
        with file.open("x", encoding="utf-8", newline="") as opened:
            opened.write(text)
    except OSError as error:
        raise click.ClickException(f"cannot write {file}: {error.strerror}") from None
    say(f"Wrote {from_here(file)}: fill in what it asks for.")
