"""Owns finding every id within a noun, and the place at which it stands."""

from functools import cache
from typing import Any, TypeAlias, get_args

from pydantic import BaseModel

from archive.model.noun import Reference

Place: TypeAlias = tuple[int | str, ...]


def references(noun: BaseModel) -> list[tuple[Place, Reference]]:
    """Every id within a noun, with the path of field names and indexes that leads to it."""
    found: list[tuple[Place, Reference]] = []
    _gather(found, noun, ())
    return found


def _gather(found: list[tuple[Place, Reference]], value: Any, place: Place) -> None:
    if isinstance(value, Reference):
        found.append((place, value))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            _gather(found, item, (*place, index))
    elif isinstance(value, BaseModel):
        for name, written in _leading_on(type(value)):
            if inner := getattr(value, name):  # most are left out
                _gather(found, inner, (*place, written))


@cache
def _leading_on(kind: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields of a kind of noun that can hold ids, each by its own name and as written."""
    fields = kind.model_fields.items()
    return tuple((name, info.alias or name) for name, info in fields if _holds(info.annotation))


def _holds(annotation: Any) -> bool:
    """Whether values of a type are ids or have ids within them."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return bool(_leading_on(annotation))
    if isinstance(annotation, type) and issubclass(annotation, Reference):
        return True
    return any(map(_holds, get_args(annotation)))
