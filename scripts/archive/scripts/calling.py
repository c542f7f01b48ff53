"""Owns what names are called in a script of several modules, which stand side by side in one scope.

What each declares for all of itself gets a name of two letters that nothing else in the script has.
Names of one letter are left to functions (renaming.py); what is given (`document`, `location` ...)
keeps its own.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import count, product
from pathlib import Path
from string import ascii_letters

from archive.scripts.modules import Module

RESERVED = frozenset(
    ("as", "do", "if", "in", "is", "of", "for", "get", "let", "new", "set", "try", "var")
)
SHORTEST = 2

Called = Mapping[str, str]
"""What each name of a module is called that holds for all of it."""


def called(modules: Sequence[Module]) -> dict[Path, Called]:
    """What the names of each module are called; each stands behind those that it imports from."""
    shared = _shared(modules)
    return {
        module.path: {here: shared[origin] for here, origin in _origins(module).items()}
        for module in modules
    }


def _shared(modules: Sequence[Module]) -> dict[tuple[Path, str], str]:
    """The names of all modules, by the module that declares them: the most used are shortest."""
    uses: Counter[tuple[Path, str]] = Counter()
    for module in modules:
        for name, origin in _origins(module).items():
            uses[origin] += module.uses[name]
    places = {module.path: place for place, module in enumerate(modules)}
    ordered = sorted(uses, key=lambda one: (-uses[one], places[one[0]], one[1]))
    given = {name for module in modules for name in module.given}
    return dict(zip(ordered, (name for name in _in_order() if name not in given), strict=False))


def _origins(module: Module) -> dict[str, tuple[Path, str]]:
    """Which module declares each name that a module has for all of itself, and as what."""
    own = {name: (module.path, name) for name in module.whole}
    taken = {
        here: (one.path.resolve(), there) for one in module.imports for there, here in one.names
    }
    return {**taken, **own}


def _in_order() -> Iterator[str]:
    for length in count(SHORTEST):
        for name in map("".join, product(ascii_letters, repeat=length)):
            if name not in RESERVED:
                yield name
