"""Owns checking that every id leads to a noun of the archive."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from pydantic import BaseModel
from pydantic_core import from_json

from archive.model.noun import Reference, with_article
from archive.model.references import Place, references
from archive.nearest import did_you_mean
from archive.nodes import Node
from archive.problems import Problem, quoted

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


def leads_nowhere(names: str, known: Known) -> bool:
    """Whether no noun has one of some ids, which stand behind their kinds (`gist.Gist.names`)."""
    for name in from_json(names):
        kind, _, reference = name.partition(" ")
        ids = known[kind]
        if ids is not None and reference not in ids:
            return True
    return False


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
