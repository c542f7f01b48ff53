"""Owns the command `archive add` as it is typed: its options and its help.

What it does is imported when it is called: the other commands need none of it.
"""

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from archive.console import give, say

if TYPE_CHECKING:
    from archive.drafting.draft import Kind
    from archive.intake.received import Received, Refusal


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--dry-run", "dry", is_flag=True, help="Show the record and a diff; write nothing.")
@click.option(
    "--archive",
    "root",
    metavar="DIR",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=".",
    help="The archive's folder; else this folder.",
)
@click.option("--ocr", is_flag=True, help="Read scans with ocrmypdf, if that is installed.")
@click.option(
    "--kind", type=click.Choice(["letter", "motion"]), help="What the files are; else a guess."
)
def add(files: Sequence[str], dry: bool, root: Path, ocr: bool, kind: str | None) -> None:
    """Make a draft of each letter or motion: a record, and the text as received.

    FILE is a PDF, a Word file (.docx), an e-mail (.eml), a web page, or a text (.txt, .md); - is
    standard input. Prints what it understood, from which words; a question mark stands before what
    it is unsure of. Nothing is ever overwritten.

    A draft is not published: its fields are named under "proposed" until you have looked at them
    and taken the names out. Personal data is replaced by [redacted: ...] before anything is
    written, and the file that you name is not copied: keep it outside of the repository.

    Exit codes: 0 each file has its draft, or was held already; 1 a file was refused; 2 the command
    was called wrongly.
    """
    from archive.drafting.adding import Wish, added
    from archive.model.dates import PartialDate

    _archive_at(root)
    day = date.today()
    today = PartialDate(day.year, day.month, day.day)
    wish = Wish(root, today, dry, cast("Kind | None", kind))
    refused = 0
    for name in _with_bar(files):
        done = added(name, _received(name, ocr), wish)
        if done.state == "refused":
            refused += 1
            say(done.text.rstrip("\n"))
        else:
            give(done.text)
    sys.exit(1 if refused else 0)


def _archive_at(root: Path) -> None:
    if not (root / "mkdocs.yml").is_file():
        raise click.UsageError(f"{root} is no archive: it has no mkdocs.yml; name one by --archive")


def _with_bar(files: Sequence[str]) -> Iterator[str]:
    """The files, with a bar on standard error where there are several and somebody looks on."""
    if len(files) == 1 or not sys.stderr.isatty():
        yield from files
        return
    with click.progressbar(files, label="Reading", file=sys.stderr) as bar:
        yield from bar


def _received(name: str, ocr: bool) -> "Received | Refusal":
    from archive.intake.receive import receive, receive_bytes

    if name == "-":
        return receive_bytes("standard input", sys.stdin.buffer.read(), ocr)
    return receive(Path(name), ocr)
