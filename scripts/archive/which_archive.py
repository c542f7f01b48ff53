"""Owns the option --archive, by which a command is told the archive that it works on."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

Command = Callable[..., Any]
_SAID = "The archive's folder, with its mkdocs.yml, letters/ and motions/; else this folder."


def archive_option(said: str = _SAID, default: str | None = ".") -> Callable[[Command], Command]:
    """The option as a parameter `root`; `said` is its help, `default` the folder without it."""
    folder = click.Path(path_type=Path, exists=True, file_okay=False)
    return click.option("--archive", "root", metavar="DIR", type=folder, default=default, help=said)
