"""Owns the command `archive add` as it is typed: its options and its help.

What it does is imported when it is called: the other commands need none of it.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from archive.console import give, say
from archive.problems import visible
from archive.which_archive import archive_option

if TYPE_CHECKING:
    from archive.drafting.draft import Kind
    from archive.intake.received import Received, Refusal
    from archive.recognition.private_persons import PrivatePerson


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--dry-run", "dry", is_flag=True, help="Show the record and a diff; write nothing.")
@archive_option()
@click.option("--ocr", is_flag=True, help="Read scans with ocrmypdf, if that is installed.")
@click.option(
    "--kind", type=click.Choice(["letter", "motion"]), help="What the files are; else a guess."
)
@click.option(
    "--keep",
    "kept",
    multiple=True,
    metavar="NAME",
    help="A name to be left in, whatever it is beside.",
)
def add(
    files: Sequence[str],
    dry: bool,
    root: Path,
    ocr: bool,
    kind: str | None,
    kept: Sequence[str],
) -> None:
    """Make a draft of each letter or motion: a record, and the text as received.

    FILE is a PDF, a Word file (.docx), an e-mail (.eml), a web page, or a text (.txt, .md); - is
    standard input. Prints what it understood, from which words; a question mark stands before what
    it is unsure of. Nothing is ever overwritten.

    A draft is not published: its fields are named under "proposed" until you have looked at them
    and taken the names out. Personal data is replaced by [redacted: ...] before anything is
    written, and the file that you name is not copied: keep it outside of the repository. So are
    names beside words as asthma, arrested or asylum, if they may be of private persons: a terminal
    asks about each.

    Exit codes: 0 each file has its draft, or was held already; 1 a file was refused; 2 the command
    was called wrongly.
    """
    from archive.drafting.adding import Wish, added
    from archive.model.dates import PartialDate

    _archive_at(root)
    day = date.today()
    today = PartialDate(day.year, day.month, day.day)
    wish = Wish(root, today, dry, cast("Kind | None", kind), _keeps(kept, files))
    refused = 0
    for done in added(((name, _received(name, ocr)) for name in _with_bar(files)), wish):
        if done.state == "refused":
            refused += 1
            say(done.text.rstrip("\n"))
        else:
            give(done.text)
    sys.exit(1 if refused else 0)


def _keeps(kept: Sequence[str], files: Sequence[str]) -> "Callable[[PrivatePerson], bool]":
    """Whether the name of somebody who may be private stays: as wished, or as answered."""
    named = {" ".join(name.split()).casefold() for name in kept}
    asks = _looked_on() and "-" not in files

    def keeps(person: "PrivatePerson") -> bool:
        if person.name.casefold() in named:
            return True
        words = f'"{visible(person.name)}" stands beside "{visible(person.beside)}": take it out?'
        return asks and not click.confirm(words, default=True, err=True)

    return keeps


def _looked_on() -> bool:
    """Whether somebody sits there who can be asked."""
    return sys.stdin.isatty()


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
