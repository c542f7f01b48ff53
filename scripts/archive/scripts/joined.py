"""Owns the few scripts that readers load: each with all it imports in one file, in small.

Many small modules are good to write and bad to load: one request for each, half of the bytes in
words that `gzip` sees for the first time, and after a deployment a mixture of old and new.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from archive.outputs import Output
from archive.scripts.calling import Called, called
from archive.scripts.grammar import Unreadable
from archive.scripts.modules import Module, read_module
from archive.scripts.small import Token, written
from archive.scripts.statements import Statement

FINGERPRINT = 10


class Scripts:
    """The scripts of a folder, to be joined; a module is read once."""

    def __init__(self, folder: Path, entries: Iterable[str]) -> None:
        """`entries`: paths below the folder of what is loaded by its address."""
        self._folder = folder
        self._entries = {(folder / entry).resolve(): entry for entry in entries}
        self._read: dict[Path, Module] = {}
        self._joined: dict[Path, str] = {}

    def outputs(self) -> Iterator[Output]:
        """Each entry as a file. Raises `Unreadable`."""
        for path, entry in self._entries.items():
            yield Output(entry, self._whole(path).encode())

    def addresses(self) -> dict[str, str]:
        """Each entry's address below the folder; it changes with what the script says.

        The part behind `?` is for caches alone: an old page that asks with an old one after a
        deployment gets the script of today, never nothing.
        """
        return {entry: self._address(path) for path, entry in self._entries.items()}

    def _address(self, path: Path) -> str:
        digest = hashlib.sha256(self._whole(path).encode()).hexdigest()[:FINGERPRINT]
        return f"{self._entries[path]}?v={digest}"

    def _module(self, path: Path) -> Module:
        if path not in self._read:
            self._read[path] = read_module(path)
        return self._read[path]

    def _whole(self, path: Path) -> str:
        if path not in self._joined:
            modules = self._needed(path)
            names = called(modules)
            used = _used(modules, names)
            pieces = [self._piece(module, names[module.path], used) for module in modules]
            pieces.append(_exports(modules[-1], names[path]))
            self._joined[path] = "\n".join(filter(None, pieces))
        return self._joined[path]

    def _needed(self, path: Path) -> list[Module]:
        """A module behind all that it imports, each once."""
        found: dict[Path, Module] = {}

        def visit(one: Path, importers: tuple[Path, ...]) -> None:
            if one in importers:
                names = " imports ".join(other.name for other in (*importers, one))
                raise Unreadable(f"{one.name}: imports itself: {names}")
            module = self._module(one)
            for other in module.imports:
                if other.path.resolve() not in found:
                    visit(other.path.resolve(), (*importers, one))
            found[one] = module

        visit(path, ())
        return list(found.values())

    def _piece(self, module: Module, names: Called, used: set[str]) -> str:
        """What a module does, in small, without the statements that nobody needs."""
        needed = (one for one in module.statements if _is_needed(one, names, used))
        tokens = (token for one in needed for token in one.tokens)
        return written(self._with_addresses(tokens, module.path.parent), names)

    def _with_addresses(self, tokens: Iterable[Token], folder: Path) -> Iterator[Token]:
        """The tokens, where a script is named by its file name as it is to be asked for."""
        near = {f'"./{p.name}"': p for p in self._entries if p.parent == folder}
        for token in tokens:
            path = near.get(token.text)
            if path is None:
                yield token
            else:
                yield Token(f'"./{Path(self._address(path)).name}"', token.on_new_line)


def _exports(module: Module, names: Called) -> str:
    """The last statement of an entry: what it gives to those who load it."""
    gives = ",".join(f"{names[one]} as {one}" for one in module.exports)
    return f"export{{{gives}}};" if gives else ""


def _used(modules: Sequence[Module], names: dict[Path, Called]) -> set[str]:
    """What is called so in all modules and needed: by an entry's readers, or by what happens."""
    entry = modules[-1]
    needs: dict[str, set[str]] = {}
    waiting = {names[entry.path][one] for one in entry.exports}
    for module in modules:
        own = names[module.path]
        for one in module.statements:
            uses = {own.get(name, name) for name in one.uses}
            if not one.idle:
                waiting |= uses | {own.get(name, name) for name in one.declares}
            for name in one.declares:
                needs.setdefault(own[name], set()).update(uses)
    used: set[str] = set()
    while waiting:
        name = waiting.pop()
        used.add(name)
        waiting |= needs.get(name, set()) - used
    return used


def _is_needed(statement: Statement, names: Called, used: set[str]) -> bool:
    return not statement.idle or any(names[name] in used for name in statement.declares)
