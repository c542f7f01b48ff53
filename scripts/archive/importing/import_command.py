"""Owns the command `archive import` as it is typed: its options and its help."""

import sys
from datetime import date
from pathlib import Path

import click

from archive.console import from_here, give, say, this_command
from archive.counting import counted


@click.command("import")
@click.option(
    "--jsonl",
    "source",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    required=True,
    metavar="FILE",
    help="The texts: JSON Lines with id, title, date and body (or question and answer), perhaps"
    " author, recipient, topic and url; *.gz is gzipped.",
)
@click.option(
    "--received",
    metavar="DATE",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day on which the texts came to you; else today.",
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def import_(source: Path, received: date | None, folder: Path) -> None:
    """Make an archive in DIR of a collection of texts: a letter of each line of FILE.

    The words stay as they are; a question stands as a quotation before its answer, which is from
    the one who was asked. People and topics get entries by their names. Personal data that the
    check knows is replaced by [redacted: ...] and declared, and faults that the texts have are
    excepted. What the archive needs and the file does not say is called not recorded.

    If anything is wrong with any line, prints path:line:column and what is wrong, for all of them,
    and writes nothing. DIR must be empty or not there yet.

    Exit codes: 0 it was made; 1 it could not be; 2 the command was called wrongly.
    """
    from archive.founding import Occupied
    from archive.importing.importing import Refused
    from archive.problems import as_text

    try:
        letters = _imported(source, received or date.today(), folder)
    except Refused as refused:
        give(as_text(refused.problems))
        say(f"{counted(len(refused.problems), 'problem')}; nothing was written.")
        sys.exit(1)
    except Occupied as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"cannot write {folder}: {error.strerror}") from None
    say(
        f"Made an archive of {counted(letters, 'letter')} from {source.name}. To see it:"
        f" {this_command()} build --archive {from_here(folder)}"
    )


def _imported(source: Path, day: date, folder: Path) -> int:
    """Write the archive; the number of its letters."""
    from archive.founding import founded
    from archive.importing.importing import import_outputs
    from archive.model.dates import PartialDate

    letters = 0
    with founded(folder) as place:
        for output in import_outputs(source, PartialDate(day.year, day.month, day.day)):
            target = place / output.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(output.content)
            letters += output.path.endswith(".md")
        (place / "motions").mkdir(exist_ok=True)
    return letters
