"""Owns a module of JavaScript as a script for pages on a disk, where browsers load no modules.

The site's own scripts import one another only by `import()`, for their other modules are joined
into them already (`archive.scripts`). What is called for here, scripts/site/offline/offline.js
defines: `$offline.load` in place of `import`, `$offline.ran` in place of `export`.
"""

import json
from collections.abc import Iterator

from tree_sitter import Node

from archive.scripts.grammar import every, text, tree

_BEFORE = '(($meta)=>{"use strict";\n'
_BEHIND = "\n})({url:document.currentScript.src});\n"


def classic(module: str, name: str) -> str:
    """A module as a script. Raises `Unreadable`, with `name`, where it is no JavaScript."""
    source = module.encode()
    pieces, at = [], 0
    exported: list[str] = []
    for begin, end, instead in _changes(tree(source, name), exported):
        pieces += [source[at:begin].decode(), instead]
        at = end
    pieces.append(source[at:].decode())
    ran = f"\n$offline.ran($meta.url,{{{','.join(exported)}}});"
    return f"{_BEFORE}{''.join(pieces)}{ran}{_BEHIND}"


def given(path: str, content: str) -> str:
    """A file as a script that gives its text."""
    return f"$offline.give({json.dumps(path)},{json.dumps(content)});\n"


def _changes(root: Node, exported: list[str]) -> Iterator[tuple[int, int, str]]:
    """Where a module says what only modules may say, and what a script says instead."""
    for node in every(root, ("meta_property", "import")):
        if node.type == "export_statement":
            exported += [_property(one) for one in every(node) if one.type == "export_specifier"]
            yield node.start_byte, node.end_byte, ""
        elif node.type == "import":
            yield node.start_byte, node.end_byte, "$offline.load"
        elif node.type == "meta_property":
            yield node.start_byte, node.end_byte, "$meta"


def _property(specifier: Node) -> str:
    """What is exported, as a property: `inside as outside` has its outer name and inner value."""
    names = [text(one) for one in specifier.named_children]
    return f"{names[-1]}:{names[0]}"
