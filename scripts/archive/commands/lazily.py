"""Owns commands each of which is loaded when it is called, and not before.

Loading all of them takes longer than a command that has nothing to do.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module

import click

from archive.sweeping import without_sweeping


class Lazily(Mapping[str, click.Command]):
    """Commands by name, each told as `module:attribute`."""

    def __init__(self, modules: Mapping[str, str]) -> None:
        self._modules = modules

    def __getitem__(self, name: str) -> click.Command:
        """The command of a name, loaded now; raises KeyError where there is none."""
        module, _, attribute = self._modules[name].partition(":")
        with without_sweeping():
            command = getattr(import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command

    def __iter__(self) -> Iterator[str]:
        """The names of all commands."""
        return iter(self._modules)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._modules)
