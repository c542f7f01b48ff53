"""Owns short names for what a module has to itself: half of a script's bytes are names.

What it imports and exports keeps its names, and so does every property. A name is changed
everywhere in the module or nowhere, and no two names become one, so that whatever scopes there
are stay as they were. A name that is used anywhere outside of its declarations' scopes is a global
there (`name`, `location` ...) and left alone.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import count, product
from string import ascii_letters

from tree_sitter import Node

from archive.scripts.grammar import every, text, tree

NAMES = ("identifier", "shorthand_property_identifier", "shorthand_property_identifier_pattern")
FUNCTIONS = ("arrow_function", "function_expression", "function_declaration", "method_definition",
             "generator_function", "generator_function_declaration")  # fmt: skip
BLOCKS = ("program", "statement_block", "for_statement", "for_in_statement", "switch_body",
          "class_static_block", "catch_clause")  # fmt: skip
HELD = ("variable_declarator", "function_declaration", "generator_function_declaration",
        "class_declaration")  # fmt: skip
DEFAULTS = ("assignment_pattern", "object_assignment_pattern")
RESERVED = frozenset(
    ("as", "do", "if", "in", "is", "of", "for", "get", "let", "new", "set", "try", "var")
)

Span = tuple[int, int]


def shortened(source: bytes, name: str) -> bytes:
    """A module with short names. Raises `Unreadable` where it is none."""
    root = tree(source, name)
    uses = [node for node in every(root) if node.type in NAMES]
    scopes: dict[str, list[Span]] = {}
    for node in every(root):
        for declared, scope in _declared(node):
            scopes.setdefault(text(declared), []).append((scope.start_byte, scope.end_byte))
    kept = _shared(root) | {
        text(use) for use in uses if not _within(use, scopes.get(text(use), []))
    }
    short = _short_names(Counter(map(text, uses)), kept)
    return _edited(source, ((use, short[text(use)]) for use in uses if text(use) in short))


def _declared(node: Node) -> Iterator[tuple[Node, Node]]:
    """The names that a node declares, each with the node in which it holds."""
    if node.type in HELD and (name := node.child_by_field_name("name")) and node.parent:
        scope = _around(node.parent, BLOCKS)
        yield from ((one, scope) for one in _bound(name))
    if node.type in FUNCTIONS:
        fields = (node.child_by_field_name(field) for field in ("parameter", "parameters"))
        yield from ((one, node) for field in fields if field for one in _bound(field))
    if node.type == "catch_clause" and (caught := node.child_by_field_name("parameter")):
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


def _around(node: Node, kinds: tuple[str, ...]) -> Node:
    while node.type not in kinds and node.parent:
        node = node.parent
    return node


def _within(use: Node, spans: list[Span]) -> bool:
    return any(start <= use.start_byte and use.end_byte <= end for start, end in spans)


def _shared(root: Node) -> set[str]:
    """What others know by its name: all that stands in an import, and what an export declares."""
    shared: set[str] = set()
    for statement in root.children:
        if statement.type == "import_statement":
            shared |= {text(node) for node in every(statement) if node.type in NAMES}
        elif statement.type == "export_statement":
            declaration = statement.child_by_field_name("declaration")
            owners = [declaration, *declaration.named_children] if declaration else []
            found = (one.child_by_field_name("name") for one in owners)
            shared |= {text(name) for name in found if name}
    return shared


def _short_names(uses: Counter[str], kept: set[str]) -> dict[str, str]:
    """The most used first, so that they get the shortest."""
    ordered = sorted(uses.keys() - kept, key=lambda name: (-uses[name], name))
    free = (name for name in _in_order() if name not in kept and name not in RESERVED)
    return dict(zip(ordered, free, strict=False))


def _in_order() -> Iterator[str]:
    for length in count(1):
        yield from map("".join, product(ascii_letters, repeat=length))


def _edited(source: bytes, changes: Iterable[tuple[Node, str]]) -> bytes:
    pieces: list[bytes] = []
    at = 0
    for node, short in sorted(changes, key=lambda change: change[0].start_byte):
        whole = short if node.type == "identifier" else f"{text(node)}:{short}"
        pieces += [source[at : node.start_byte], whole.encode()]
        at = node.end_byte
    return b"".join([*pieces, source[at:]])
