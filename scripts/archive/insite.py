"""Owns where the site is below what is built, and bundles of files told by their paths in it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias

from archive.filed import Again, Filed
from archive.making import Bundle, Sheet
from archive.outputs import Output
from archive.tree import Large

SITE = "site/"

Placed: TypeAlias = Output | Large | Filed | Again | Sheet
"""Files, and sheets of them."""


def in_site(name: str, outputs: Callable[[], Iterable[Placed]]) -> Bundle:
    """A bundle of files of the site, told by their paths in it."""

    def make() -> Iterator[Placed]:
        return map(_placed, outputs())

    return Bundle(name, make)


def in_it(file: Filed) -> str:
    """The path of a file in the site."""
    return file.path.removeprefix(SITE)


def _placed(one: Placed) -> Placed:
    if isinstance(one, Sheet):
        return replace(one, make=lambda: map(_put, one.make()))
    if isinstance(one, Again):
        return Again(SITE + one.path, one.there._replace(path=SITE + one.there.path))
    path = SITE + one.path
    return one._replace(path=path) if isinstance(one, Filed) else replace(one, path=path)


def _put(output: Output | Large) -> Output | Large:
    return replace(output, path=SITE + output.path)
