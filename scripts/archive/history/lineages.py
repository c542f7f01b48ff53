"""Owns following each record through the commits, under whatever path it had."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from archive.desk import folder_of
from archive.history.git import Entry, Step
from archive.history.past import Kind


@dataclass(frozen=True)
class Stage:
    """What one commit did to a record."""

    kind: Kind
    entry: Entry
    step: Step


Lineage = tuple[Stage, ...]
"""What commits did to one record, oldest first."""


def lineages(entries: Iterable[Entry]) -> Mapping[str, Lineage]:
    """What befell each record, by its last path, from commits in their order, oldest first."""
    found: dict[str, Lineage] = {}
    for entry in entries:
        moving = {s.before: found.pop(s.before, ()) for s in entry.steps if _moves(s)}
        for step in entry.steps:
            for path, kind in _kinds(step):
                before = moving.get(step.before, ()) if kind == "renamed" else ()
                found[path] = (*before, *found.get(path, ()), Stage(kind, entry, step))
    return found


def _moves(step: Step) -> bool:
    """Whether a record became a record of another path."""
    both = folder_of(step.before) and folder_of(step.path)
    return step.status == "R" and both is not None


def _kinds(step: Step) -> Iterable[tuple[str, Kind]]:
    """What a step did, to which record; a file that becomes a record or no record counts so."""
    if _moves(step):
        yield step.path, "renamed"
        return
    if step.status in "DR" and folder_of(step.before):
        yield step.before, "withdrawn"
    if step.status in "AR" and folder_of(step.path):
        yield step.path, "added"
    if step.status in "MT" and folder_of(step.path):
        yield step.path, "changed"
