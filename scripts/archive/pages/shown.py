"""Owns a digest of all that a page was given to show: with the same, it would look the same.

What the page's template looks up while it is made is not in it; that is noted (see `looks`).
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AnySet
from dataclasses import fields, is_dataclass
from types import FunctionType

from pydantic import BaseModel

from archive.archive import Archive, Held
from archive.ledger.book import Book
from archive.looks import digest
from archive.pages.page import Page


class Unlike(Exception):
    """Something of which no digest can be made; its page must be made anew each time."""


def shown(page: Page) -> str | None:
    """A digest of a page as it is given to its template; None where there can be none."""
    try:
        return digest(list(_parts(page)))
    except Unlike:
        return None


def _parts(value: object) -> Iterator[str]:
    """Texts that tell a value from any other."""
    if isinstance(value, Held):
        yield value.path  # what is read in it is noted
    elif isinstance(value, Archive | Book):
        yield type(value).__name__  # what is looked up in them is noted
    elif value is None or isinstance(value, str | int | float | bool):
        yield f"{type(value).__name__} {value}"
    elif isinstance(value, BaseModel):
        yield repr(value)
    else:
        yield from _within(value)


def _within(value: object) -> Iterator[str]:
    """The parts of a value that has several."""
    yield type(value).__name__
    if is_dataclass(value):
        for field in fields(value):
            yield from _parts(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from _parts(key)
            yield from _parts(one)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _parts(one)
    elif isinstance(value, FunctionType) and not value.__closure__:
        yield f"{value.__module__} {value.__qualname__}"
    else:
        yield from _otherwise(value)
    yield "."


def _otherwise(value: object) -> Iterator[str]:
    """Values without an order of their own; of any other kind nothing is known."""
    if not isinstance(value, AnySet):
        raise Unlike(type(value).__name__)
    yield from sorted(part for one in value for part in _parts(one))
