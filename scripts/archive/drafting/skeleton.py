"""Owns the skeleton of a record or an entry: its needed fields, and what each field means."""

import types
import typing
from collections.abc import Iterator, Mapping
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from archive.model.dates import PartialDate
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.model.noun import Noun, Reference
from archive.model.provenance import NO_DIGEST, Source
from archive.model.vocabulary import Person, Topic

Thing = Literal["letter", "motion", "person", "topic"]
THINGS: Mapping[Thing, type[Noun]] = {
    "letter": Letter,
    "motion": Motion,
    "person": Person,
    "topic": Topic,
}
RECORDS: tuple[Thing, ...] = ("letter", "motion")
_FILLED_BY_ADD = "proposed"
_BODY = "The words of the document, a blank line between paragraphs.\n"


def skeleton(thing: Thing) -> str:
    """A record or an entry with its needed fields to be filled in, the others as comments."""
    noun = THINGS[thing]
    if thing not in RECORDS:
        lines = ["id-of-the-entry:", *(f"  {line}" for line in _lines(noun))]
        return "".join(f"{line}\n" for line in lines)
    head = f"# yaml-language-server: $schema=../.schemas/{thing}.schema.json"
    lines = ["---", head, *_lines(noun), "---"]
    return "".join(f"{line}\n" for line in lines) + (_BODY if thing == "letter" else "")


def _lines(noun: type[Noun]) -> Iterator[str]:
    fields = {info.alias or name: info for name, info in noun.model_fields.items()}
    fields.pop(_FILLED_BY_ADD, None)
    for name, info in fields.items():
        if info.is_required():
            yield f"# {info.description}{_choices(info)}"
            yield from _needed(name, info)
    yield "# What follows may be left out:"
    for name, info in fields.items():
        if not info.is_required():
            yield f"# {name}: {info.description}{_choices(info)}"


def _needed(name: str, info: FieldInfo) -> Iterator[str]:
    """The line of a needed field, with a value of the right form to be written over."""
    kind = info.annotation
    if kind is Source:
        yield f"{name}:"
        inside = {n: i for n, i in Source.model_fields.items() if i.is_required()}
        for part, about in inside.items():
            yield f"  # {about.description}"
            yield f"  {part}: {_value(part, about)}"
        return
    yield f"{name}: {_value(name, info)}"


def _value(name: str, info: FieldInfo) -> str:
    kind = info.annotation
    if kind is PartialDate:
        return "2000-01-01"
    if name == "sha256":
        return NO_DIGEST
    if get_origin(kind) is Literal:
        return str(get_args(kind)[0])
    if isinstance(kind, type) and issubclass(kind, Reference):
        return f"id-of-the-{kind.noun}"
    return "sources/NAME.txt" if name == "file" else "WORDS"


def _choices(info: FieldInfo) -> str:
    """The values that a field may have, if they are few."""
    found = _literal(info.annotation)
    return f" ({', '.join(map(str, get_args(found)))})" if found else ""


def _literal(kind: Any) -> Any:
    if get_origin(kind) is Literal:
        return kind
    if get_origin(kind) in (types.UnionType, typing.Union):
        return next((one for one in map(_literal, get_args(kind)) if one), None)
    return None
