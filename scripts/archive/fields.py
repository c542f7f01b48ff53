"""Owns turning YAML fields into nouns, each misfit into a problem at its line and column."""

import types
import typing
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from archive.model.noun import ID_ALLOWED, ID_PATTERN, Noun
from archive.nearest import did_you_mean, nearest_word
from archive.nodes import NO_KEYS, Node, Plain
from archive.problems import Problem, quoted

MOST_TOLD = 50
"""Misfits told of one noun: a file with more is of another kind altogether."""

N = TypeVar("N", bound=Noun)
Place = tuple[int | str, ...]


def build(kind: type[N], path: str, node: Node) -> tuple[N | None, list[Problem]]:
    """The noun of this kind that the fields make, or None and every problem they have."""
    try:
        return kind.model_validate(node.plain()), []
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)[:MOST_TOLD]
        misspelt = {_meant(kind, detail) for detail in details}
        told = (d for d in details if d["type"] != "missing" or d["loc"] not in misspelt)
        return None, [_problem(kind, path, node, detail) for detail in told]


def fitting(kind: type[N], plain: Plain) -> N | None:
    """The noun of this kind that fields make, given their values; None where one does not fit."""
    try:
        return kind.model_validate(plain)
    except ValidationError:
        return None


def _problem(kind: type[Noun], path: str, node: Node, detail: ErrorDetails) -> Problem:
    place = detail["loc"]
    if detail["type"] in ("missing", "extra_forbidden"):
        return _wrong_field(kind, path, node, detail)
    here = _key(node, place[:-1]) if place[-1:] == ("[key]",) else node.at(place)
    found, wanted, allowed = _words(detail, here)
    named = _written(node, place)
    what = f"{wanted} for {quoted(named)}" if named else wanted
    if detail["type"] == "literal_error" and isinstance(here.value, str):
        what += did_you_mean(here.value, allowed.split(", "))
    return Problem(path, here.line, here.column, found, what, allowed)


def _written(node: Node, place: Place) -> str | None:
    """The name of the field at a place, as far as somebody wrote one; None for items and keys."""
    if place[-1:] == ("[key]",):
        return None
    while len(place) > 1 and node.at(place[:-1]) is node.at(place):
        place = place[:-1]  # pydantic's place leads on into a quotation written as a text alone
    return place[-1] if place and isinstance(place[-1], str) else None


def _key(node: Node, place: Place) -> Node:
    """The key at a place, as a text where it stands."""
    line, column = node.at(place[:-1]).keys[str(place[-1])]
    return Node(line, column, str(place[-1]), NO_KEYS)


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


def _meant(kind: type[Noun], detail: ErrorDetails) -> Place | None:
    """The place of the field that an unknown one stands for, so that it is not missed as well."""
    if detail["type"] != "extra_forbidden":
        return None
    *outer, name = detail["loc"]
    near = nearest_word(str(name), field_names(_kind_at(kind, tuple(outer))))
    return (*outer, near) if near else None


def field_names(kind: type[BaseModel]) -> tuple[str, ...]:
    """The names under which a record writes the fields of a kind: its own, then inherited ones."""
    bases = (base for base in kind.__bases__ if issubclass(base, BaseModel))
    inherited = {name for base in bases for name in base.model_fields}
    ordered = sorted(kind.model_fields.items(), key=lambda field: field[0] in inherited)
    return tuple(info.alias or name for name, info in ordered)


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


FORMS = {
    "^[A-Z]{2}$": ("a country", "two capital letters, as GB"),
    "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$": ("a language", "a BCP 47 tag, as en-GB"),
    "^[0-9a-f]{64}$": ("a SHA-256", "64 digits and small letters a-f"),
    r"^([01]\d|2[0-3]):[0-5]\d$": ("a time", "HH:MM, from 00:00 to 23:59"),
    r"^[^@\s]+@[^@\s]+\.[^@\s]+$": ("an e-mail address", "one address with an @ in it"),
    ID_PATTERN: ("an id fit for an address", ID_ALLOWED),
}
"""What each pattern of the model stands for: what is wanted, and what is allowed."""

_PLAIN: dict[str, tuple[str, str]] = {
    "greater_than_equal": ("a larger number", "{ge} or more"),
    "string_type": (
        "one text",
        "text; in quotation marks if it begins with [ or { or has a colon and a space in it",
    ),
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
        return context["found"] or shown(here), context["wanted"], context["allowed"]
    found = shown(here)
    if detail["type"] == "literal_error":
        allowed = context["expected"].replace("'", "").replace(" or ", ", ")
        return found, "one of the listed values", allowed
    if detail["type"] == "string_pattern_mismatch":
        return found, *FORMS[context["pattern"]]
    wanted, allowed = _PLAIN[detail["type"]]
    return found, wanted, allowed.replace("{ge}", str(context.get("ge")))


def shown(node: Node) -> str:
    """What a node holds, in a few words."""
    if isinstance(node.value, str):
        return quoted(node.value) if node.value.strip() else "nothing"
    return "a list" if isinstance(node.value, tuple) else "a group of fields"
