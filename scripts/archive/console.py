"""Owns how the command speaks: what goes to which stream, and how things are counted and named."""

import sys
from pathlib import Path

import click

from archive.archive import Archive
from archive.counting import counted
from archive.problems import Problem


def contents(archive: Archive) -> str:
    """What an archive holds: `13 letters and 11 motions`."""
    letters, motions = len(archive.letters), len(archive.motions)
    return f"{counted(letters, 'letter')} and {counted(motions, 'motion')}"


def summary(found: tuple[Problem, ...]) -> str:
    """How many problems there are, and that nothing came of it."""
    files = len({problem.path for problem in found})
    return f"{counted(len(found), 'problem')} in {counted(files, 'file')}; nothing was written."


def this_command() -> str:
    """The command as one would type it here: it is in .venv, and seldom on the path."""
    started = Path(sys.argv[0])
    return str(from_here(started)) if started.name.startswith("archive") else "archive"


def same_archive(root: Path) -> str:
    """The option by which another command is given the same archive; empty for this folder."""
    return "" if root == Path() else f" --archive {root}"


def from_here(path: Path) -> str:
    """A path as one would type it in this folder."""
    resolved = path.resolve()
    return str(
        resolved.relative_to(Path.cwd()) if resolved.is_relative_to(Path.cwd()) else resolved
    )


def give(text: str) -> None:
    """What was asked for: standard output, as UTF-8 whatever the terminal's language is."""
    sys.stdout.buffer.write(text.encode())
    sys.stdout.flush()


def say(text: str) -> None:
    """What is said about it: standard error, so that standard output stays clean for tools."""
    click.echo(text, err=True)
