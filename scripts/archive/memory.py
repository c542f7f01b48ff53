"""Owns what a build remembers for the next: what each bundle of files was made of, and its files.

It is one file of JSON among what is built, and comes and goes with it. Of another program, of other
settings or broken it tells nothing, and everything is made anew.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from archive.looks import STALE, Look
from archive.outputs import Output
from archive.tree import Filed, inside

NAME = ".made"


@dataclass(frozen=True)
class Made:
    """A bundle or a sheet as it was made: what was looked at for it, and its files.

    Of a sheet, `given` is a digest of what it was made of beside these looks. The files of a
    bundle's `sheets` are among its own.
    """

    looks: frozenset[Look]
    files: tuple[Filed, ...]
    given: str = ""
    sheets: Mapping[str, "Made"] = field(default_factory=dict)


class Lasting(NamedTuple):
    """The bundles that last, by name, and the sheets that last if they are given the same."""

    bundles: Mapping[str, Made]
    sheets: Mapping[str, Made]


@dataclass(frozen=True)
class Memory:
    """The bundles of a build, by name; `saw` is what each of their looks saw."""

    bundles: Mapping[str, Made] = field(default_factory=dict)
    saw: Mapping[Look, str] = field(default_factory=dict)

    @property
    def files(self) -> dict[str, Filed]:
        """All files, by their paths."""
        return {file.path: file for made in self.bundles.values() for file in made.files}

    def lasting(self, sees: Callable[[Look], str]) -> "Lasting":
        """What would be made the same again, given what each look would see now."""
        changed = {look for look, seen in self.saw.items() if sees(look) != seen} | {STALE}
        bundles = {name: m for name, m in self.bundles.items() if m.looks.isdisjoint(changed)}
        sheets = {
            name: sheet
            for made in self.bundles.values()
            for name, sheet in made.sheets.items()
            if sheet.looks.isdisjoint(changed)
        }
        return Lasting(bundles, sheets)

    def output(self, program: str) -> Output:
        """The file to remember by; only the same `program` will be told of it."""
        saw = {STALE: "", **self.saw}
        numbers = {look: number for number, look in enumerate(saw)}
        bundles = {name: _told(made, numbers) for name, made in self.bundles.items()}
        looks = [[*look, seen] for look, seen in saw.items()]
        told = {"program": program, "looks": looks, "bundles": bundles}
        return Output(NAME, json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode())


def remembered(folder: Path, program: str) -> Memory:
    """What the last build in a folder remembered for this program; nothing where there is none."""
    with suppress(OSError, ValueError, TypeError, KeyError, IndexError):
        told = json.loads((folder / NAME).read_bytes())
        if told["program"] == program:
            return _memory(told)
    return Memory()


def _memory(told: Mapping[str, Any]) -> Memory:
    looks = [Look(name, key) for name, key, _ in told["looks"]]
    saw = {look: seen for look, (_, _, seen) in zip(looks, told["looks"], strict=True)}
    del saw[STALE]
    bundles = {name: _made(one, looks) for name, one in told["bundles"].items()}
    return Memory(bundles, saw)


def _told(made: Made, numbers: Mapping[Look, int]) -> list[Any]:
    """A bundle or a sheet as it is written, its looks by their numbers."""
    looks = sorted(numbers[look] for look in made.looks)
    files = [[one.path, one.sha256, one.length, one.note] for one in made.files]
    sheets = {name: _told(sheet, numbers) for name, sheet in made.sheets.items()}
    return [looks, files, made.given, sheets]


def _made(told: list[Any], looks: Sequence[Look]) -> Made:
    numbers, files, given, sheets = told
    if not all(inside(path) for path, *_ in files):
        raise ValueError("a file that is none of ours")
    return Made(
        frozenset(looks[number] for number in numbers),
        tuple(Filed(*one) for one in files),
        given,
        {name: _made(sheet, looks) for name, sheet in sheets.items()},
    )
