"""Owns turning YAML fields into nouns, each misfit into a problem at its line and column."""

import types
import typing
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import process

from archive.model.noun import Noun
from archive.problems import Problem, quoted
from archive.yamltext import Node

N = TypeVar("N", bound=Noun)
Place = tuple[int | str, ...]


def build(kind: type[N], path: str, node: Node) -> tuple[N | None, list[Problem]]:
    """The noun of this kind that the fields make, or None and every problem they have."""
    try:
        return kind.model_validate(node.plain()), []
    except ValidationError as error:
        return None, [_problem(kind, path, node, detail) for detail in error.errors()]


def _problem(kind: type[Noun], path: str, node: Node, detail: ErrorDetails) -> Problem:
    place = detail["loc"]
    if detail["type"] in ("missing", "extra_forbidden"):
        return _wrong_field(kind, path, node, detail)
    here = node.at(place)
    found, wanted, allowed = _words(detail, here)
    what = f"{wanted} for {quoted(str(place[-1]))}" if place and _named(place) else wanted
    return Problem(path, here.line, here.column, found, what, allowed)


def _named(place: Place) -> bool:
    return isinstance(place[-1], str)


def _wrong_field(kind: type[Noun], path: str, node: Node, detail: ErrorDetails) -> Problem:
    *outer, name = detail["loc"]
    group = node.at(tuple(outer))
    names = field_names(_kind_at(kind, tuple(outer)))
    if detail["type"] == "missing":
        found, wanted = f"no field {quoted(str(name))}", f"the field {quoted(str(name))}"
        return Problem(path, group.line, group.column, found, wanted, ", ".join(names))
    line, column = group.keys.get(str(name), (group.line, group.column))
    wanted = "a known field" + did_you_mean(str(name), names)
    return Problem(path, line, column, f"the field {quoted(str(name))}", wanted, ", ".join(names))


def field_names(kind: type[BaseModel]) -> tuple[str, ...]:
    """The names under which a record writes the fields of this kind, in the model's order."""
    return tuple(info.alias or name for name, info in kind.model_fields.items())


def did_you_mean(text: str, known: typing.Iterable[str]) -> str:
    """` (did you mean "…"?)` with the nearest of the known words; empty where none is near."""
    best = process.extractOne(text.lower(), sorted(known), processor=str.lower, score_cutoff=60)
    return f' (did you mean "{best[0]}"?)' if best else ""


def _kind_at(kind: type[BaseModel], place: Place) -> type[BaseModel]:
    """The model that stands at a place within another: each name a field, each index an item."""
    for step in place:
        if not isinstance(step, str):
            continue
        for name, info in kind.model_fields.items():
            if step in (name, info.alias):
                kind = next(_models(info.annotation), kind)
    return kind


def _models(annotation: Any) -> typing.Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    if get_origin(annotation) is not None or isinstance(annotation, types.UnionType):
        for inner in get_args(annotation):
            yield from _models(inner)


_FORMS = {
    "^[A-Z]{2}$": "two capital letters, as GB",
    r"^[0-9a-f]{64}$": "a SHA-256: 64 digits and small letters a-f",
    r"^([01]\d|2[0-3]):[0-5]\d$": "a time as HH:MM, from 00:00 to 23:59",
}


_PLAIN: dict[str, tuple[str, str]] = {
    "int_parsing": ("a number", "digits only, as in 12"),
    "bool_parsing": ("true or false", "true, false"),
    "greater_than_equal": ("a larger number", "{ge} or more"),
    "string_type": ("one text", "text; in quotation marks if it has a colon in it"),
    "string_too_short": ("text", "at least one character, or no such field"),
    "tuple_type": ("a list", "items on lines of their own, each with a dash: - ITEM"),
    "model_type": ("a group of fields", "fields, one a line: NAME: VALUE"),
    "dict_type": ("a group of fields", "fields, one a line: NAME: VALUE"),
    "int_type": ("a number", "digits only, as in 12"),
    "bool_type": ("true or false", "true, false"),
}
"""Pydantic's kinds of error, in our words; https://docs.pydantic.dev/latest/errors/validation_errors/"""


def _words(detail: ErrorDetails, here: Node) -> tuple[str, str, str]:
    """What was found, wanted and allowed, for one of pydantic's kinds of error."""
    context = detail.get("ctx", {})
    if detail["type"] == "unfit":
        return context["found"], context["wanted"], context["allowed"]
    found = shown(here)
    if detail["type"] == "literal_error":
        allowed = context["expected"].replace("'", "").replace(" or ", ", ")
        known = allowed.split(", ")
        typed = here.value if isinstance(here.value, str) else ""
        return found, "one of the listed values" + did_you_mean(typed, known), allowed
    if detail["type"] == "string_pattern_mismatch":
        return found, "another form", _FORMS[context["pattern"]]
    wanted, allowed = _PLAIN[detail["type"]]
    return found, wanted, allowed.format(**context)


def shown(node: Node) -> str:
    """What a node holds, in a few words."""
    if isinstance(node.value, str):
        return quoted(node.value) if node.value else "nothing"
    return "a list" if isinstance(node.value, tuple) else "a group of fields"
