"""Owns records that say something else than their files, for tests of how they are shown."""

from dataclasses import replace
from typing import TypeVar

from archive.body import Body
from archive.held import Held
from archive.looks import Notes
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.model.version import Version
from archive.nodes import NO_KEYS, Node
from archive.recordfile import Read

N = TypeVar("N", Letter, Motion, Version)


def altered(
    held: Held[N], noun: N | None = None, body: Body | None = None, name: str | None = None
) -> Held[N]:
    """The same record with other fields, other words or under another id."""
    content = Read(noun or held.noun, body or held.body, _NOTHING, _NOTHING, ())
    record = replace(held.record, content=content)
    if name:
        record = replace(record, id=name, path=f"letters/{name}.md", digest=name)
    return Held(record, Notes())


_NOTHING = Node(1, 1, {}, NO_KEYS)
