"""Owns what a build remembers for the next: what each bundle of files was made of, and its files.

It is one file among what is built, and comes and goes with it. Of another program, of other
settings or broken it tells nothing, and everything is made anew. Its lines are JSON: the program,
all looks with what they saw, then of each bundle its looks and files, and below these its sheets.
Of a bundle that has not changed nobody reads the sheets, and its lines are written as they were.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from archive.decided import inside
from archive.looks import Look
from archive.outputs import Output
from archive.sights import Numbers, Sees, Sights
from archive.tree import Filed

NAME = ".made"
_LONE = "surrogatepass"


@dataclass(frozen=True)
class Made:
    """A bundle or a sheet as it was made: what was looked at for it, and its files.

    `given` is a digest of what it was made of beside these looks, `told` what it tells others. The
    files of a bundle's `sheets` are among its own.
    """

    looks: frozenset[Look]
    files: tuple[Filed, ...]
    given: str = ""
    told: str = ""
    sheets: Mapping[str, "Made"] = field(default_factory=dict)


class Remembered(NamedTuple):
    """A bundle as it is remembered: its looks and those of its sheets by their numbers, its files.

    `lines` are those of the memory's file.
    """

    looks: Sequence[int]
    files: tuple[Filed, ...]
    given: str
    told: str
    lines: tuple[str, str]


class Lasting(NamedTuple):
    """The bundles that last, by name, and of the others the sheets that last if given the same.

    `now` has what each look that is remembered sees now, by its number.
    """

    bundles: Mapping[str, Remembered]
    sheets: Mapping[str, Mapping[str, Made]]
    now: Sequence[str]


@dataclass(frozen=True)
class Memory:
    """The bundles of a build by name, and what their looks saw."""

    bundles: Mapping[str, Remembered] = field(default_factory=dict)
    sights: Sights = field(default_factory=Sights)

    @property
    def files(self) -> dict[str, Filed]:
        """All files, by their paths."""
        return {file.path: file for kept in self.bundles.values() for file in kept.files}

    def lasting(self, sees: Sees) -> Lasting:
        """What would be made the same again, given what each look would see now."""
        now = self.sights.now(sees)
        changed = self.sights.changed(now)
        bundles = {n: kept for n, kept in self.bundles.items() if changed.isdisjoint(kept.looks)}
        others = self.bundles.keys() - bundles.keys()
        sheets = {name: dict(self._sheets(self.bundles[name], changed)) for name in others}
        return Lasting(bundles, sheets, now)

    def _sheets(self, kept: Remembered, changed: set[int]) -> Iterator[tuple[str, Made]]:
        """The sheets of a bundle that has changed, as far as they have not; no broken ones."""
        with suppress(ValueError, TypeError, AttributeError, IndexError):
            for name, (numbers, given, files) in json.loads(kept.lines[1]).items():
                if changed.isdisjoint(numbers):
                    looks = frozenset(seen.look for n in numbers if (seen := self.sights.seen[n]))
                    yield name, Made(looks, tuple(kept.files[file] for file in files), given)

    def next(
        self, made: Mapping[str, Made | Remembered], now: Sequence[str], sees: Sees
    ) -> "Memory":
        """What is to be remembered when these have been made or kept; `now` as of `lasting`."""
        kept = [one.looks for one in made.values() if isinstance(one, Remembered)]
        numbers = Numbers(self.sights, set(chain.from_iterable(kept)), now, sees)
        bundles = {
            name: one if isinstance(one, Remembered) else _kept(name, one, numbers)
            for name, one in made.items()
        }
        return Memory(bundles, numbers.sights())

    def output(self, program: str) -> Output:
        """The file to remember by; only the same `program` will be told of it."""
        lines = chain.from_iterable(kept.lines for kept in self.bundles.values())
        heads = (_json(program), _json(self.sights.plain()))
        return Output(NAME, "\n".join((*heads, *lines)).encode("utf-8", _LONE))


def read_memory(folder: Path, program: str) -> Memory:
    """What the last build in a folder remembered for this program; nothing where there is none."""
    with suppress(OSError, ValueError, TypeError, IndexError):
        first, second, *lines = (folder / NAME).read_bytes().decode("utf-8", _LONE).split("\n")
        if json.loads(first) == program:
            return _memory(Sights.read(json.loads(second)), lines)
    return Memory()


def _memory(sights: Sights, lines: Sequence[str]) -> Memory:
    tops, below = lines[::2], lines[1::2]
    bundles: dict[str, Remembered] = {}
    told = json.loads(f"[{','.join(tops)}]")
    for (name, numbers, files, *rest), *both in zip(told, tops, below, strict=True):
        if not all(0 <= number < len(sights.seen) for number in numbers):
            raise ValueError("a look that is not told of")
        if not all(inside(path) for path, *_ in files):
            raise ValueError("a file that is none of ours")
        given, said = rest
        filed = tuple(Filed(*file) for file in files)
        bundles[name] = Remembered(numbers, filed, given, said, (both[0], both[1]))
    return Memory(bundles, sights)


def _kept(name: str, made: Made, numbers: Numbers) -> Remembered:
    """A bundle that has just been made, as it is remembered."""
    places = {file.path: place for place, file in enumerate(made.files)}
    sheets = {
        sheet: (numbers.of(one.looks), one.given, [places[file.path] for file in one.files])
        for sheet, one in made.sheets.items()
    }
    looks = {*numbers.of(made.looks), *chain.from_iterable(sheet[0] for sheet in sheets.values())}
    ordered: list[Any] = sorted(looks)
    top = [name, ordered, made.files, made.given, made.told]
    return Remembered(ordered, made.files, made.given, made.told, (_json(top), _json(sheets)))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
