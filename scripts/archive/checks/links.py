"""Owns checking that every id leads to a noun of the archive."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from archive.checks.faults import Place
from archive.desk import folder_of
from archive.model.noun import Reference, with_article
from archive.nearest import did_you_mean
from archive.nodes import Node
from archive.problems import Problem, quoted
from archive.records import AnyRecord

MOST_LISTED = 12
"""Ids named in a message; beyond that it says where they stand."""

HOMES = {
    "letter": "letters/",
    "motion": "motions/",
    "meeting": "motions/meetings.yml",
    "topic": "motions/topics.yml",
    "person": "letters/people.yml",
    "office": "extra.archive.offices in mkdocs.yml",
}

Known = Mapping[str, Collection[str] | None]
"""The ids of each kind of noun; None for a kind whose file could not be read."""


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


def may_lead_nowhere(record: AnyRecord, known: Known) -> bool:
    """Whether any id within a record may be one that no noun has, as far as its gist tells."""
    found = named(record)
    if found is None:
        return True
    for kind, names in found.items():
        ids = known[kind]
        if ids is not None and not all(name in ids for name in names):
            return True
    return False


def named(record: AnyRecord) -> Mapping[str, Iterable[str]] | None:
    """The ids within a record by the kind of noun; None where its gist does not tell each kind.

    It has the records that evidence is from, and the earlier ones of a motion, but not their kinds.
    """
    gist, folder = record.gist, folder_of(record.path)
    if folder == HOMES["letter"] and not gist.cites:
        return {
            "person": (*gist.people, *gist.unheld[:1]),
            "topic": gist.topics,
            "motion": (*gist.answers, *(motion for motion, *_ in gist.undertaken if motion)),
            "letter": (*filter(None, [gist.replies_to]), *gist.takes_up),
        }
    if folder == HOMES["motion"] and not (gist.cites or gist.takes_up):
        return {
            "person": gist.people,
            "topic": gist.topics,
            "meeting": (gist.within,),
            "office": gist.offices,
        }
    return None


def link_problems(path: str, fields: Node, noun: BaseModel, known: Known) -> Iterator[Problem]:
    """Ids that no noun of the archive has, each with the nearest that one does."""
    for place, reference in references(noun):
        ids = known[reference.noun]
        if ids is None or reference in ids or place[0] not in fields.keys:
            continue
        here = fields.at(place)
        wanted = f"the id of {with_article(reference.noun)}{did_you_mean(reference, ids)}"
        yield Problem(
            path, here.line, here.column, quoted(reference), wanted, _listed(reference, ids)
        )


def twice_problems(path: str, fields: Node, noun: BaseModel) -> Iterator[Problem]:
    """Ids that a list names a second time."""
    seen: set[tuple[Place, str]] = set()
    for place, reference in references(noun):
        if isinstance(place[-1], int) and (place[:-1], reference) in seen:
            here, found = fields.at(place), f"{quoted(reference)} again"
            yield Problem(path, here.line, here.column, found, "each id once", "one entry")
        seen.add((place[:-1], reference))


def absent_problems(nouns: Iterable[BaseModel], absent: Mapping[str, str]) -> Iterator[Problem]:
    """Vocabularies that are not there although needed, each a kind of noun and its path."""
    if not absent:
        return
    wanted_kinds = {reference.noun for noun in nouns for _, reference in references(noun)}
    for kind, path in absent.items():
        if kind in wanted_kinds:
            wanted = f"a vocabulary, since the archive points to the id of {with_article(kind)}"
            yield Problem(path, 1, 1, "no such file", wanted, "entries, each an id with its fields")


def _listed(reference: Reference, ids: Collection[str]) -> str:
    home = HOMES[reference.noun]
    if len(ids) > MOST_LISTED:
        return f"one of the {len(ids)} ids of {home}"
    return f"{', '.join(sorted(ids)) or 'none yet'} (see {home})"
