"""Owns the statements of a module: their tokens, what they declare, if they may be left out."""

from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from archive.scripts.grammar import every, text, tokens
from archive.scripts.scopes import NAMES
from archive.scripts.small import Named, Token

FUNCTIONS = ("function_declaration", "generator_function_declaration")
IDLE = ("arrow_function", "function_expression", "string", "number", "regex")
"""Values that nothing happens by."""


@dataclass(frozen=True)
class Statement:
    """A statement of a module: its tokens, and the names that it declares and uses.

    Where it is `idle`, nothing happens by it: it may go if nobody uses what it declares.
    """

    tokens: tuple[Token, ...]
    declares: frozenset[str]
    uses: frozenset[str]
    idle: bool


def statement(nodes: list[Node], whole: frozenset[str]) -> Statement:
    """The statement that some nodes are; `whole` are the names that hold for all of its module."""
    used = {text(node) for one in nodes for node in every(one) if node.type in NAMES}
    kinds = [node.type for node in nodes if node.type != "comment"]
    owners = [
        child
        for node in nodes
        for child in node.named_children
        if child.type == "variable_declarator"
    ]
    values = [owner.child_by_field_name("value") for owner in owners]
    declared = [one.child_by_field_name("name") for one in (owners or nodes)]
    plain = [text(name) for name in declared if name and name.type == "identifier"]
    still = (
        kinds[0] in FUNCTIONS
        or _has_nothing_static(nodes[0])
        or (bool(owners) and all(v and v.type in IDLE for v in values))
    )
    return Statement(
        tuple(_tokens(nodes)),
        frozenset(plain) & whole,
        frozenset(used) - frozenset(plain),
        still and len(plain) == len(declared),
    )


def _has_nothing_static(node: Node) -> bool:
    """Whether it is a class by whose declaration nothing happens."""
    return node.type == "class_declaration" and not any(
        one.type in ("static", "class_static_block", "computed_property_name")
        for one in every(node)
    )


def _tokens(nodes: list[Node]) -> Iterator[Token]:
    """The tokens of some nodes; `let` declares what is constant too, which nothing assigns to."""
    row = -1
    for node in (token for one in nodes for token in tokens(one)):
        word = "let" if node.type == "const" else text(node)
        yield Token(word, node.start_point[0] > row, tuple(_named(node)))
        row = node.end_point[0]


def _named(token: Node) -> Iterator[Named]:
    """Where a token has names: the whole of it, or what a template puts in."""
    for node in every(token):
        if node.type in NAMES:
            before = (token.text or b"")[: node.start_byte - token.start_byte].decode()
            yield Named(len(before), len(before) + len(text(node)), node.type != "identifier")
