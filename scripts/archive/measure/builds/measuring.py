"""Owns how `archive benchmark build` goes on: its archives, one after the other, and its table."""

import os
import platform
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from archive.console import give, say
from archive.measure.browser import BrowserFailed
from archive.measure.builds.benchmark import Wish, build_rows, grown_rows
from archive.measure.builds.peers import PEERS
from archive.measure.builds.rows import Row, as_raw, as_table
from archive.measure.builds.running import Failed
from archive.measure.builds.subject import Subject, copied, invented
from archive.measure.ready import ready


@dataclass(frozen=True)
class Asked:
    """What was asked for: sizes of invented archives, the first of them measured in every way.

    Or a `source` to be copied. `others` are peers by name.
    """

    sizes: Sequence[int]
    source: Path | None
    rounds: int
    others: Sequence[str]
    browser: bool


def measure(asked: Asked, table: Path | None) -> None:
    """Measure, print the table, and write the raw one; or end the command, saying why."""
    program = ready(("playwright",)) if asked.browser else None
    peers = [peer for peer in PEERS if peer.name in asked.others]
    wish = Wish(asked.rounds, peers, program)
    with TemporaryDirectory(prefix="archive-builds-") as temporary:
        try:
            rows = list(_rows(asked, wish, Path(temporary)))
        except (Failed, BrowserFailed) as error:
            raise click.ClickException(str(error)) from None
    give(f"{_about(asked)}\n\n{as_table(rows)}")
    if table:
        table.write_text(as_raw(rows, _about(asked)), encoding="utf-8")


def _rows(asked: Asked, wish: Wish, folder: Path) -> Iterator[Row]:
    first, *larger = asked.sizes
    subject = _subject(asked, folder, first)
    yield from build_rows(subject, folder, wish)
    for size in larger:
        yield from grown_rows(_subject(asked, folder, size), subject)


def _subject(asked: Asked, folder: Path, records: int) -> Subject:
    root = folder / f"archive {records}"
    if asked.source:
        return copied(asked.source, root)
    say(f"Making an archive of {records:,} invented records …")
    return invented(root, records)


def _about(asked: Asked) -> str:
    """What was measured, and on what machine."""
    what = f"of {asked.source.name}" if asked.source else "of invented records"
    cores = f"{os.cpu_count()} cores"
    system = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    return f"Builds {what}; {cores}, {system}; clean builds: {asked.rounds} of each, median"
