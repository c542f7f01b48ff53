"""Owns groups of records, found in the gists of all of them: no fields need to be read for that."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias, TypeVar

from archive.held import AnyHeld, Held
from archive.looks import digest
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.model.version import Version

N = TypeVar("N", Letter, Motion, Version)
H = TypeVar("H", bound=AnyHeld)

Groups: TypeAlias = Mapping[str, tuple[Held[N], ...]]


def grouped(
    names: Iterable[str], held: Iterable[H], keys: Callable[[H], Iterable[str]]
) -> Mapping[str, tuple[H, ...]]:
    """Under each of the names (all of them, be it with nothing), what has it among its keys."""
    groups: dict[str, list[H]] = {name: [] for name in names}
    for one in held:
        for key in dict.fromkeys(keys(one)):
            groups[key].append(one)
    return {name: tuple(group) for name, group in groups.items()}


def members(group: Iterable[object]) -> str:
    """What is seen of records, or of ids, that stand together: which they are."""
    return digest([one.path if isinstance(one, Held) else str(one) for one in group])
