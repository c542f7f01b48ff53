"""Owns what a build remembers for the next: what each bundle of files was made of, and its files.

It is one file among what is built, and comes and goes with it. Of another program, of other
settings or broken it tells nothing, and everything is made anew. Its lines are JSON: the program,
all looks with what they saw, then of each bundle its looks and files, what it tells, its sheets.
Of a bundle that has not changed nobody reads the sheets, and its lines are written as they were.
"""

import json
from array import array
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import NamedTuple

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


class Lines(NamedTuple):
    """What the memory's file says of a bundle."""

    top: bytes
    told: bytes
    sheets: bytes


class Remembered(NamedTuple):
    """A bundle as it is remembered: its looks and those of its sheets by their numbers, its files.

    All in little room: there are many.
    """

    looks: Sequence[int]
    files: tuple[Filed, ...]
    given: str
    lines: Lines

    @property
    def told(self) -> str:
        """What it tells others."""
        return self.lines.told.decode("utf-8", _LONE)


NOTHING = Remembered((), (), "", Lines(b"", b"", b""))
"""Stands for a bundle that is still to be made."""


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
            for name, (numbers, given, files) in json.loads(kept.lines.sheets).items():
                if changed.isdisjoint(numbers):
                    looks = frozenset(seen.look for n in numbers if (seen := self.sights.seen[n]))
                    yield name, Made(looks, tuple(kept.files[file] for file in files), given)

    def output(self, program: str) -> Output:
        """The file to remember by; only the same `program` will be told of it."""
        lines = chain.from_iterable(kept.lines for kept in self.bundles.values())
        heads = (_json(program), _json(self.sights.plain()))
        return Output(NAME, b"\n".join((*heads, *lines)))


class Remembering:
    """Remembers bundles one after the other, as they are made, for the next build."""

    def __init__(self, before: Memory, now: Sequence[str], sees: Sees) -> None:
        self._numbers = Numbers(before.sights, now, sees)

    def remembered(self, name: str, made: Made) -> Remembered:
        """A bundle that has just been made, as it is remembered."""
        numbers, places = self._numbers, {file.path: at for at, file in enumerate(made.files)}
        sheets = {
            sheet: (numbers.of(one.looks), one.given, [places[file.path] for file in one.files])
            for sheet, one in made.sheets.items()
        }
        below = chain.from_iterable(looks for looks, *_ in sheets.values())
        looks = sorted({*numbers.of(made.looks), *below})
        top = [name, looks, made.files, made.given]
        lines = Lines(_json(top), made.told.encode("utf-8", _LONE), _json(sheets))
        return Remembered(array("I", looks), made.files, made.given, lines)

    def memory(self, bundles: Mapping[str, Remembered]) -> Memory:
        """All that is to be remembered when these bundles have been made or kept."""
        used = set(chain.from_iterable(kept.looks for kept in bundles.values()))
        return Memory(bundles, self._numbers.sights(used))


def read_memory(folder: Path, program: str) -> Memory:
    """What the last build in a folder remembered for this program; nothing where there is none."""
    with suppress(OSError, ValueError, TypeError, IndexError):
        first, second, *lines = (folder / NAME).read_bytes().split(b"\n")
        if json.loads(first) == program:
            return _memory(Sights.read(json.loads(second)), lines)
    return Memory()


def _memory(sights: Sights, lines: Sequence[bytes]) -> Memory:
    every = [Lines(*one) for one in zip(lines[::3], lines[1::3], lines[2::3], strict=True)]
    bundles: dict[str, Remembered] = {}
    tops = json.loads(b"[%s]" % b",".join(one.top for one in every))
    for (name, numbers, files, given), one in zip(tops, every, strict=True):
        if not all(0 <= number < len(sights.seen) for number in numbers):
            raise ValueError("a look that is not told of")
        if not all(inside(path) for path, *_ in files):
            raise ValueError("a file that is none of ours")
        filed = tuple(Filed(*file) for file in files)
        bundles[name] = Remembered(array("I", numbers), filed, given, one)
    return Memory(bundles, sights)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", _LONE)
