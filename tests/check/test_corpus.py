"""The invented archive has no problem, and uses all that the model offers."""

from collections.abc import Iterator
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest
from pydantic import BaseModel

from archive.archive import Archive
from archive.held import AnyHeld
from archive.load import load
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.model.version import Version
from archive.model.vocabulary import Abbreviation, Meeting, Person, Topic
from archive.settings import Site

CORPUS = Path(__file__).parents[1] / "corpus"
KINDS: tuple[type[BaseModel], ...] = (
    *(Letter, Motion, Version),
    *(Person, Topic, Meeting, Abbreviation, Site),
)

Used = tuple[str, str, Any]


@pytest.fixture(scope="module")
def archive() -> Archive:
    loaded = load(CORPUS)
    assert isinstance(loaded, Archive), "".join(f"{problem}\n" for problem in loaded)
    return loaded


@pytest.fixture(scope="module")
def held(archive: Archive) -> tuple[AnyHeld, ...]:
    versions = (version for group in archive.versions.values() for version in group)
    return (*archive.letters.values(), *archive.motions.values(), *versions)


def inner(annotation: Any) -> Iterator[Any]:
    """The types that an annotation is made of, through unions, lists and notes."""
    yield annotation
    if get_origin(annotation) is Annotated:
        yield from inner(get_args(annotation)[0])
    elif get_origin(annotation) in (tuple, dict, Union, UnionType):
        for part in get_args(annotation):
            yield from inner(part)


def offered(kind: type[BaseModel]) -> Iterator[Used]:
    """Every field of a model and of the models within, and each value a field may choose from."""
    for name, info in kind.model_fields.items():
        yield (kind.__name__, name, None)
        for part in inner(info.annotation):
            if get_origin(part) is Literal:
                yield from ((kind.__name__, name, value) for value in get_args(part))
            elif isinstance(part, type) and issubclass(part, BaseModel):
                yield from offered(part)


def used(value: Any) -> Iterator[Used]:
    """Every field that tells something in a noun or one within it, alone and with its text."""
    if isinstance(value, tuple):
        for item in value:
            yield from used(item)
    elif isinstance(value, BaseModel):
        for name, info in type(value).model_fields.items():
            inside = getattr(value, name)
            if inside == info.default and name not in value.model_fields_set:
                continue  # of what is recalled, nobody knows what was written
            yield (type(value).__name__, name, None)
            if isinstance(inside, str):
                yield (type(value).__name__, name, inside)
            yield from used(inside)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_and_choice_of_the_model_is_used(
    archive: Archive, held: tuple[AnyHeld, ...], kind: type[BaseModel]
) -> None:
    """All but `proposed`, with which nothing can be published."""
    records = tuple(one.noun for one in held)
    entries = (archive.people, archive.topics, archive.meetings, archive.abbreviations)
    found = {*used(archive.site), *used(records)}
    found |= {use for group in entries for use in used(tuple(group.values()))}
    unseen = {use for use in set(offered(kind)) - found if use[1] != "proposed"}
    assert unseen == set()


def test_the_size_is_that_of_a_small_real_archive(archive: Archive) -> None:
    assert (len(archive.letters), len(archive.motions)) == (18, 14)
    assert max(len(held.body.words) for held in archive.letters.values()) > 1_900


def test_every_kind_of_block_stands_in_some_text(
    held: tuple[AnyHeld, ...],
) -> None:
    kinds = {block.kind for one in held for block in one.body.blocks}
    assert kinds == {"heading", "paragraph", "list", "quotation"}
