"""Owns what of a record with misfits can still be checked: the fields that fit, at their places."""

from collections.abc import Mapping
from typing import TypeVar

from pydantic import ValidationError

from archive.model.noun import Noun
from archive.nodes import NO_KEYS, Node

N = TypeVar("N", bound=Noun)
Place = tuple[int | str, ...]

MOST_ROUNDS = 12
"""A round takes out what does not fit; what that leaves incomplete goes in the next."""


def salvage(kind: type[N], node: Node, needed: Mapping[str, Node]) -> tuple[N | None, Node]:
    """The noun of those fields that fit, and these fields; None where nothing can be made of them.

    `needed` has a stand-in for each field that the kind cannot be without. A stand-in has no key
    in the fields that come back, so that checks can tell it from what somebody wrote.
    """
    for _ in range(MOST_ROUNDS):
        try:
            return kind.model_validate(node.plain()), node
        except ValidationError as error:
            details = error.errors(include_url=False, include_input=False, include_context=False)
            misfits = {_misfit(node, detail["loc"], detail["type"]) for detail in details}
        absent = {str(place[0]) for place in misfits if len(place) == 1} - _keys(node)
        node = _with(_without(node, misfits), {name: needed[name] for name in absent & set(needed)})
    return None, node


def _misfit(node: Node, place: Place, kind: str) -> Place:
    """The place of what must go: of the value, or of the group that lacks something."""
    if kind == "missing" and len(place) > 1:
        return place[:-1]
    reached = place
    while len(reached) > 1 and node.at(reached[:-1]) is node.at(reached):
        reached = reached[:-1]  # pydantic's place leads on to where the fields have nothing
    return reached


def _keys(node: Node) -> set[str]:
    return set(node.value) if isinstance(node.value, dict) else set()


def _without(node: Node, places: set[Place]) -> Node:
    """The node without the items and entries at these places."""
    if () in places or isinstance(node.value, str):
        return node
    below = {name: {p[1:] for p in places if p[:1] == (name,)} for name in {p[0] for p in places}}
    if isinstance(node.value, tuple):
        items = enumerate(node.value)
        left = tuple(_without(i, below.get(n, set())) for n, i in items if (n,) not in places)
        return Node(node.line, node.column, left, NO_KEYS)
    entries = {
        key: _without(value, below.get(key, set()))
        for key, value in node.value.items()
        if (key,) not in places
    }
    return Node(
        node.line, node.column, entries, {k: p for k, p in node.keys.items() if k in entries}
    )


def _with(node: Node, stand_ins: Mapping[str, Node]) -> Node:
    entries = node.value if isinstance(node.value, dict) else {}
    return Node(node.line, node.column, {**entries, **stand_ins}, node.keys)
