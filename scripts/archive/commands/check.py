"""Owns the command `archive check`: every problem, or that there is none."""

import sys
from pathlib import Path

import click

from archive.archive import Archive
from archive.console import contents, give, say, summary
from archive.load import load
from archive.phases import Phases
from archive.problems import as_github, as_json, as_text
from archive.sweeping import without_sweeping
from archive.unchanged import put_seal, sealed, went_in
from archive.which_archive import archive_option

FORMATS = {"text": as_text, "github": as_github, "json": as_json}
SEAL = Path("build", ".checked")


@click.command()
@archive_option()
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="text for people, github for annotations of a pull request, json for tools.",
)
def check(root: Path, form: str) -> None:
    """Check the whole archive and print every problem.

    Prints one line a problem, in the order of files and lines:

    \b
      path:line:column: found …; wanted …; allowed: …

    Writes nothing, but for a note in build/ by which it knows the next time that nothing has
    changed. Exit code 1 if there is any problem.
    """
    before = went_in(root)
    said = sealed(root / SEAL, before, None)
    if said is None:
        with without_sweeping():
            found = load(root, Phases(), remembering=True)
        if not isinstance(found, Archive):
            give(FORMATS[form](found))
            say(summary(found))
            sys.exit(1)
        said = contents(found)
        put_seal(root / SEAL, before, None, said)
    give(FORMATS[form](()))
    say(f"{said}: no problems.")
