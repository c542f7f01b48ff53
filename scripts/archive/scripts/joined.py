"""Owns the few scripts that readers load: each with all it imports in one file, in small.

Forty small modules are good to write and bad to load: one request for each, half of the bytes in
words that `gzip` sees for the first time, and after a deployment a mixture of old and new.
"""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from archive.outputs import Output
from archive.scripts.grammar import Unreadable
from archive.scripts.modules import Module, read_module
from archive.scripts.small import Token, written

FINGERPRINT = 10


class Scripts:
    """The scripts of a folder, to be joined; a module is read once."""

    def __init__(self, folder: Path, entries: Iterable[str]) -> None:
        """`entries`: paths below the folder of what is loaded by its address."""
        self._folder = folder
        self._entries = {(folder / entry).resolve(): entry for entry in entries}
        self._read: dict[Path, Module] = {}
        self._written: dict[Path, str] = {}
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
            names = {one.path: f"$${number}" for number, one in enumerate(modules)}
            self._joined[path] = "\n".join(self._piece(one, names, path) for one in modules)
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

    def _piece(self, module: Module, names: dict[Path, str], entry: Path) -> str:
        """A module as a function that is called once and gives what others take from it."""
        taken = (_taken(one.names, names[one.path.resolve()]) for one in module.imports)
        if module.path not in self._written:
            self._written[module.path] = written(self._with_addresses(module))
        body = "".join(taken) + self._written[module.path]
        gives = ",".join(module.exports)
        if module.path == entry:
            return body + (f"\nexport{{{gives}}};" if gives else "")
        return f"const {names[module.path]}=(()=>{{{body}\nreturn{{{gives}}}}})();"

    def _with_addresses(self, module: Module) -> Iterator[Token]:
        """The tokens, where a script is named by its file name as it is to be asked for."""
        near = {f'"./{p.name}"': p for p in self._entries if p.parent == module.path.parent}
        for token in module.body:
            path = near.get(token.text)
            if path is None:
                yield token
            else:
                yield Token(f'"./{Path(self._address(path)).name}"', token.on_new_line)


def _taken(names: tuple[tuple[str, str], ...], other: str) -> str:
    if not names:
        return ""
    pairs = ",".join(there if there == here else f"{there}:{here}" for there, here in names)
    return f"const{{{pairs}}}={other};"
