"""Owns a digest of all that a page is given to show: with the same, it would look the same.

What the page's template looks up while it is made is not in it; that is noted (see `looks`).
"""

from collections.abc import Callable, Mapping
from collections.abc import Set as AnySet
from dataclasses import fields, is_dataclass
from datetime import date
from hashlib import sha256
from io import BytesIO
from operator import attrgetter
from pickle import Pickler
from types import FunctionType
from typing import Any, TypeAlias

from pydantic import BaseModel

from archive.archive import Archive
from archive.held import Held
from archive.ledger.book import Book
from archive.pages.leaf import Leaf
from archive.pages.page import Page


class Unlike(Exception):
    """Something of which no digest can be made; its page must be made anew each time."""


def shown(page: Page | Leaf) -> str | None:
    """A digest of a page as it is given to its template, or of what it is to be made of.

    None where there can be none.
    """
    written = BytesIO()
    try:
        _Writer(written).dump(page)
    except Unlike:
        return None
    return sha256(written.getbuffer()).hexdigest()


class _Writer(Pickler):
    """Writes out a value with all that is in it; nobody ever reads that back.

    Python's own writer of values is the quickest way through one.
    """

    def __init__(self, file: BytesIO) -> None:
        super().__init__(file, protocol=5)
        self.fast = True  # what comes twice is written twice, whether or not it is one object

    def reducer_override(self, value: object) -> Any:
        """What tells a value from any other, as values that Python can write."""
        told = _TELLING[type(value)]
        return (tuple, (told(value),)) if told else NotImplemented


Told: TypeAlias = tuple[Any, ...]
Tell: TypeAlias = Callable[[Any], Told]


class _Telling(dict[type, Tell | None]):
    """What tells values of each type; of None, Python itself does. It is found once."""

    def __missing__(self, kind: type) -> Tell | None:
        self[kind] = found = None if issubclass(kind, type | date) else _telling(kind)
        return found


_TELLING = _Telling()


def _telling(kind: type) -> Tell:
    """What tells values of a type: its name, and what such a value consists of, as far as known."""
    name = kind.__qualname__
    if issubclass(kind, Held):
        return lambda value: (name, value.path)  # what is read in it is noted
    if issubclass(kind, Archive | Book):
        return lambda _: (name,)  # what is looked up in them is noted
    if is_dataclass(kind):
        names = [field.name for field in fields(kind)]
        values = attrgetter(*names) if names else _nothing
        return lambda value: (name, values(value))
    if issubclass(kind, FunctionType):
        return _function
    parts = next((parts for base, parts in _PARTS.items() if issubclass(kind, base)), None)
    if parts is None:
        raise Unlike(name)
    return lambda value: (name, parts(value))


_PARTS: Mapping[type, Callable[[Any], object]] = {
    BaseModel: lambda value: tuple(vars(value).values()),
    str: str,
    tuple: tuple,
    Mapping: lambda value: tuple(value.items()),
    AnySet: lambda value: tuple(sorted(value, key=repr)),
}


def _nothing(_: object) -> None:
    """What a value without fields consists of."""


def _function(value: FunctionType) -> Told:
    """A function, which must depend on nothing but what it is given."""
    if value.__closure__:
        raise Unlike(value.__qualname__)
    return value.__module__, value.__qualname__
