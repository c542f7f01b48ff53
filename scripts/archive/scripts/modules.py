"""Owns one module of JavaScript as a value: what it imports and exports, and what it does."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tree_sitter import Node

from archive.scripts.grammar import Unreadable, text, tree
from archive.scripts.renaming import shortened
from archive.scripts.scopes import Scopes
from archive.scripts.statements import FUNCTIONS, Statement, statement

DECLARED = (*FUNCTIONS, "class_declaration")


@dataclass(frozen=True)
class Import:
    """Names that a module takes from another: as they are called there, and here."""

    path: Path
    names: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Module:
    """A module: its place, what it takes and gives, and what it does between.

    `uses` counts its names but those within functions, which are short; `whole` are those that it
    declares for all of itself.
    """

    path: Path
    imports: tuple[Import, ...]
    exports: tuple[str, ...]
    statements: tuple[Statement, ...]
    uses: Counter[str]
    whole: frozenset[str]

    @property
    def given(self) -> frozenset[str]:
        """The names that it neither declares nor imports: globals, and those within functions."""
        imported = {here for one in self.imports for _, here in one.names}
        return frozenset(self.uses) - self.whole - imported


def read_module(path: Path) -> Module:
    """The module in a file. Raises `Unreadable`, also for imports and exports of other forms than
    `import { a, b as c } from "./d.js"` and `export` before a declaration; OSError."""
    root = tree(shortened(path.read_bytes(), path.name), path.name)
    scopes = Scopes(root)
    imports: list[Import] = []
    exports: list[str] = []
    statements: list[Statement] = []
    for node in root.children:
        if node.type == "import_statement":
            imports.append(_import(node, path))
        elif node.type == "export_statement":
            exports += _exported(node, path)
            statements.append(statement(node.children[1:], scopes.whole))
        elif node.type != "comment":
            statements.append(statement([node], scopes.whole))
    return Module(
        path, tuple(imports), tuple(exports), tuple(statements), scopes.counted, scopes.whole
    )


def _import(statement: Node, path: Path) -> Import:
    source = statement.child_by_field_name("source")
    clauses = [child for child in statement.children if child.type == "import_clause"]
    named = [child for clause in clauses for child in clause.children]
    address = text(source)[1:-1] if source else ""
    if not address.startswith(".") or any(child.type != "named_imports" for child in named):
        raise _unknown(statement, path)
    pairs = [child for names in named for child in names.named_children]
    return Import(path.parent / address, tuple(_pair(one) for one in pairs))


def _pair(specifier: Node) -> tuple[str, str]:
    name, alias = (specifier.child_by_field_name(field) for field in ("name", "alias"))
    there = text(name) if name else ""
    return there, text(alias) if alias else there


def _exported(statement: Node, path: Path) -> Iterator[str]:
    """The names that an export declares."""
    declaration = statement.child_by_field_name("declaration")
    if declaration and declaration.type in DECLARED:
        owners = [declaration]
    elif declaration and declaration.type == "lexical_declaration" and text(declaration)[0] == "c":
        owners = declaration.named_children
    else:
        raise _unknown(statement, path)
    for owner in owners:
        name = owner.child_by_field_name("name")
        if name is None or name.type != "identifier":
            raise _unknown(statement, path)
        yield text(name)


def _unknown(statement: Node, path: Path) -> Unreadable:
    line = statement.start_point[0] + 1
    return Unreadable(f"{path.name}:{line}: an import or export of a form that is not used here")
