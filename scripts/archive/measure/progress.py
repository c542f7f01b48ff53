"""Owns showing how far a measurement is: a bar on standard error, where that is a terminal."""

import sys
from collections.abc import Iterator, Sequence

import click


def followed(label: str, names: Sequence[str]) -> Iterator[str]:
    """The names one after the other, with a bar under a label."""
    hidden = not sys.stderr.isatty()
    with click.progressbar(names, label=label, file=sys.stderr, hidden=hidden) as bar:
        yield from bar
