"""Owns a digest of all that a page is given to show: with the same, it would look the same.

What the page's template looks up while it is made is not in it; that is noted (see `looks`).
"""

from collections.abc import Mapping
from collections.abc import Set as AnySet
from dataclasses import fields, is_dataclass
from datetime import date
from hashlib import sha256
from io import BytesIO
from pickle import Pickler
from types import FunctionType
from typing import Any

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
        return NotImplemented if isinstance(value, type | date) else (tuple, (_told(value),))


def _told(value: object) -> tuple[Any, ...]:
    name = type(value).__qualname__
    if isinstance(value, Held):
        return name, value.path  # what is read in it is noted
    if isinstance(value, Archive | Book):
        return (name,)  # what is looked up in them is noted
    return name, *_parts(value)


def _parts(value: object) -> tuple[Any, ...]:
    """What a value consists of, as far as one can know it."""
    if is_dataclass(value):
        return tuple(getattr(value, field.name) for field in fields(value))
    if isinstance(value, BaseModel):
        return tuple(vars(value).values())
    if isinstance(value, str):
        return (str(value),)
    if isinstance(value, FunctionType) and not value.__closure__:
        return value.__module__, value.__qualname__
    if isinstance(value, Mapping):
        return tuple(value.items())
    if isinstance(value, AnySet):
        return tuple(sorted(value, key=repr))
    raise Unlike(type(value).__name__)
