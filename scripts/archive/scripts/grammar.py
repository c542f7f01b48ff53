"""Owns reading JavaScript by its real grammar: a tree of the script, or where it is none."""

from collections.abc import Iterator

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

WHOLE = ("string", "template_string", "regex")
"""What is one token although the grammar sees parts in it: its blanks are its own."""

_parser = Parser(Language(tree_sitter_javascript.language()))


class Unreadable(ValueError):
    """A script that is no JavaScript; says where."""


def tree(source: bytes, name: str) -> Node:
    """The tree of a script. Raises `Unreadable`, with `name` and line, where it has none."""
    root = _parser.parse(source).root_node
    if root.has_error:
        broken = next(node for node in every(root) if node.is_error or node.is_missing)
        raise Unreadable(f"{name}:{broken.start_point[0] + 1}: this is not JavaScript")
    return root


def tokens(root: Node) -> Iterator[Node]:
    """The tokens of a tree in their order, comments left out."""
    return (node for node in every(root, WHOLE) if not node.child_count or node.type in WHOLE)


def text(node: Node) -> str:
    """The words of a node as they stand in its source."""
    return (node.text or b"").decode()


def every(root: Node, whole: tuple[str, ...] = ()) -> Iterator[Node]:
    """A node and all below it in their order, without comments and what is below the `whole`."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.type != "comment":
            yield node
            if node.type not in whole:
                waiting += reversed(node.children)
