"""Owns short names for what a module declares within functions: half of a script's bytes are names.

What it declares for all of itself keeps its name here (calling.py), what is given and every
property that others can see for good. A name is as short as its scope allows: only names used in it
are taken.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, count
from string import ascii_letters

from tree_sitter import Node

from archive.scripts.grammar import every, text, tree
from archive.scripts.scopes import CAUGHT, FUNCTIONS, PROGRAM, Binding, Scopes

PRIVATE = "private_property_identifier"


@dataclass
class Renaming:
    """What the names of a module become, scope by scope, from the outermost on."""

    scopes: Scopes

    def __post_init__(self) -> None:
        """Nothing is renamed yet."""
        self._short: dict[Binding, str] = {}

    def edits(self) -> Iterator[tuple[Node, str]]:
        """Each use of a name that becomes another, with that."""
        inner = (one for one in self.scopes.bindings if one.scope.type != PROGRAM)
        for one in sorted(inner, key=lambda b: (b.scope.start_byte, -b.scope.end_byte, b.at)):
            self._short[one] = self._free(one)
        for use, binding in self.scopes.uses:
            if binding in self._short:
                yield use, self._short[binding]

    def _free(self, one: Binding) -> str:
        taken = {*self._within(one.scope), *self._beside(one)}
        return next(name for name in _in_order() if name not in taken)

    def _within(self, scope: Node) -> Iterator[str]:
        """The names by which a scope uses what is declared around it, or by nobody."""
        for use, binding in self.scopes.uses:
            if scope.start_byte <= use.start_byte and use.end_byte <= scope.end_byte:
                if binding is None or binding.scope.type == PROGRAM:
                    yield text(use)
                elif binding in self._short:
                    yield self._short[binding]

    def _beside(self, one: Binding) -> Iterator[str]:
        """Names that must differ although nobody may use them: a body's and its parameters'."""
        around = one.scope.parent
        scopes = [one.scope, *([around] if around and around.type in (*FUNCTIONS, CAUGHT) else [])]
        for other in self.scopes.bindings:
            if other.scope in scopes and other in self._short:
                yield self._short[other]


def shortened(source: bytes, name: str) -> bytes:
    """A module with short names within its functions and for what its classes have for themselves.

    Raises `Unreadable` where it is none.
    """
    root = tree(source, name)
    return _edited(source, chain(Renaming(Scopes(root)).edits(), _privates(root)))


def _privates(root: Node) -> Iterator[tuple[Node, str]]:
    """Each use of a private property's name with a short one: one for the same in all classes."""
    uses = [node for node in every(root) if node.type == PRIVATE]
    short = dict(zip(dict.fromkeys(map(text, uses)), _in_order(), strict=False))
    return ((use, f"#{short[text(use)]}") for use in uses)


def _in_order() -> Iterator[str]:
    """No name that calling.py gives, and no word of the language."""
    return chain(ascii_letters, (f"_{number}" for number in count()))


def _edited(source: bytes, changes: Iterable[tuple[Node, str]]) -> bytes:
    pieces: list[bytes] = []
    at = 0
    for node, short in sorted(changes, key=lambda change: change[0].start_byte):
        alone = node.type in ("identifier", PRIVATE)
        whole = short if alone else f"{text(node)}:{short}"
        pieces += [source[at : node.start_byte], whole.encode()]
        at = node.end_byte
    return b"".join([*pieces, source[at:]])
