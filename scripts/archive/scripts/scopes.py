"""Owns the scopes of a module: what each declares, and which declaration each use of a name means.

Source: https://tc39.es/ecma262/#sec-syntax-directed-operations-scope-analysis (without `var`, which
no module here has).
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from archive.scripts.grammar import every, text

NAMES = ("identifier", "shorthand_property_identifier", "shorthand_property_identifier_pattern")
PROGRAM, CAUGHT = "program", "catch_clause"
FUNCTIONS = ("arrow_function", "function_expression", "function_declaration", "method_definition",
             "generator_function", "generator_function_declaration")  # fmt: skip
BLOCKS = (PROGRAM, CAUGHT, "statement_block", "for_statement", "for_in_statement", "switch_body",
          "class_static_block")  # fmt: skip
HELD = ("variable_declarator", "function_declaration", "generator_function_declaration",
        "class_declaration")  # fmt: skip
DEFAULTS = ("assignment_pattern", "object_assignment_pattern")


@dataclass(frozen=True)
class Binding:
    """A name with the part of the module in which it holds; `at` is where it is declared first."""

    name: str
    scope: Node
    at: int

    def holds(self, use: Node) -> bool:
        """Whether a use of the name is within its scope."""
        return self.scope.start_byte <= use.start_byte and use.end_byte <= self.scope.end_byte


class Scopes:
    """The bindings of a module, and each use of a name with the binding that it means, if any.

    What it imports has no binding: others have declared it.
    """

    def __init__(self, root: Node) -> None:
        """Of the tree of a module."""
        statements = [node for node in root.children if node.type != "import_statement"]
        nodes = [node for one in statements for node in every(one)]
        found: dict[tuple[str, Node], Binding] = {}
        for declared, scope in (pair for node in nodes for pair in _declared(node)):
            name = text(declared)
            found.setdefault((name, scope), Binding(name, scope, declared.start_byte))
        self.bindings = tuple(found.values())
        self._by_name: dict[str, list[Binding]] = {}
        for one in self.bindings:
            self._by_name.setdefault(one.name, []).append(one)
        self.uses = tuple((use, self._meant(use)) for use in nodes if use.type in NAMES)

    @property
    def counted(self) -> Counter[str]:
        """How often each name is used that does not hold for a part of the module alone."""
        outer = (text(u) for u, b in self.uses if b is None or b.scope.type == PROGRAM)
        return Counter(outer)

    @property
    def whole(self) -> frozenset[str]:
        """The names that are declared for all of the module."""
        return frozenset(one.name for one in self.bindings if one.scope.type == PROGRAM)

    @property
    def given(self) -> frozenset[str]:
        """The names that are used and declared nowhere: globals, and what is imported."""
        return frozenset(text(use) for use, binding in self.uses if binding is None)

    def _meant(self, use: Node) -> Binding | None:
        """The binding of the innermost scope."""
        known = [one for one in self._by_name.get(text(use), ()) if one.holds(use)]
        return max(known, key=lambda one: one.scope.start_byte - one.scope.end_byte, default=None)


def _declared(node: Node) -> Iterator[tuple[Node, Node]]:
    """The names that a node declares, each with the node in which it holds."""
    if node.type in HELD and (name := node.child_by_field_name("name")) and node.parent:
        scope = _around(node.parent)
        yield from ((one, scope) for one in _bound(name))
    if node.type in FUNCTIONS:
        fields = (node.child_by_field_name(field) for field in ("parameter", "parameters"))
        yield from ((one, node) for field in fields if field for one in _bound(field))
    if node.type == CAUGHT and (caught := node.child_by_field_name("parameter")):
        yield from ((one, node) for one in _bound(caught))
    if node.type == "for_in_statement" and node.child_by_field_name("kind"):
        left = node.child_by_field_name("left")
        yield from ((one, node) for one in (_bound(left) if left else ()))


def _bound(pattern: Node) -> Iterator[Node]:
    """The names in a pattern that it binds: not those of its default values and keys."""
    if pattern.type in NAMES:
        yield pattern
        return
    left = pattern.child_by_field_name("left") if pattern.type in DEFAULTS else None
    value = pattern.child_by_field_name("value") if pattern.type == "pair_pattern" else None
    for child in [left] if left else [value] if value else pattern.named_children:
        yield from _bound(child)


def _around(node: Node) -> Node:
    while node.type not in BLOCKS and node.parent:
        node = node.parent
    return node
