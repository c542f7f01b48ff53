"""Owns making what a change needs and no more: each bundle whose looks would see another thing.

A bundle is made in whichever process, and noted with what was looked at meanwhile; so whether it
must be made again is not a list that somebody keeps, but what happened the last time.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import NamedTuple

from archive.elsewhere import elsewhere
from archive.looks import ALL, STALE, Look, Notes
from archive.memory import NOTHING, Lasting, Made, Memory, Remembered, Remembering
from archive.outputs import Claimed, Output
from archive.phases import Phases
from archive.sharing import in_parts
from archive.sights import Sees
from archive.tree import Filed, Large, Tree

WORTH_SHARING = 150
"""Bundles for which other processes begin to pay."""
FEW = 4
"""The same of bundles each of which has long lists to plan, be they changed or not."""
MOST_LOOKS = 5_000
"""Keys of one mapping that are told apart; whoever looked at more has looked at all of it."""


@dataclass(frozen=True)
class Sheet:
    """Files of a bundle that are made only if they are `given` other things than the last time.

    Or if what is looked at while they are made is no longer what it was. `given` is a digest; None
    stands for what is always another thing.
    """

    name: str
    given: str | None
    make: Callable[[], Iterable[Output]]


class Told(NamedTuple):
    """What a bundle tells those that are made after it, beside its files."""

    text: str


@dataclass(frozen=True)
class Bundle:
    """Files that are made together, under a name of their own.

    Some of them may be there already (`Filed`). `given` is a digest of what they are made of beside
    what is looked at.
    """

    name: str
    make: Callable[[], Iterable[Output | Large | Filed | Sheet | Told]]
    given: str = ""


@dataclass(frozen=True)
class Workshop:
    """Makes bundles into a tree, as far as they are not as a build before has left them."""

    tree: Tree
    notes: Notes
    sees: Sees
    memory: Memory
    phases: Phases
    _made: dict[str, Remembered] = field(default_factory=dict)

    @cached_property
    def _lasting(self) -> Lasting:
        return self.memory.lasting(self.sees)

    @cached_property
    def _remembering(self) -> Remembering:
        return Remembering(self.memory, self._lasting.now, self.sees)

    @property
    def files(self) -> dict[str, Filed]:
        """What has been made or kept so far, by path; raises `Claimed` where two claim one."""
        found: dict[str, Filed] = {}
        for made in self._made.values():
            for file in made.files:
                if found.setdefault(file.path, file) is not file:
                    raise Claimed(f"two parts of the site claim {file.path}")
        return found

    @property
    def told(self) -> Iterator[str]:
        """What has been told so far, in the order of bundles."""
        return (told for made in self._made.values() if (told := made.told))

    def remembered(self) -> Memory:
        """What the next build is to know of this one."""
        return self._remembering.memory(self._made)

    def make(self, phase: str, bundles: Iterable[Bundle], few: int = WORTH_SHARING) -> None:
        """Make what is not there as it would be made now, in a phase.

        Less than `few` bundles are made in this process, so that they may share their own work
        among the cores; of more, each core makes some.
        """
        self._share(phase, self._missing(bundles), few)

    def lasts(self, bundles: Iterable[Bundle]) -> bool:
        """Whether all of these are there as they would be made now."""
        return all(map(self._kept, bundles))

    @contextmanager
    def meanwhile(self, phase: str, bundles: Iterable[Bundle]) -> Iterator[None]:
        """Make these while the block makes others, if they are few; many are made before it."""
        missing = self._missing(bundles)
        if not 0 < len(missing) < WORTH_SHARING:
            self._share(phase, missing)
            yield
            return
        with elsewhere(partial(self._working(missing), slice(None))) as made:
            yield
            with self.phases.phase(phase, len(missing)) as done:
                self._remember(made())
                done(len(missing))

    def _share(self, phase: str, missing: Sequence[Bundle], few: int = WORTH_SHARING) -> None:
        with self.phases.phase(phase, len(missing)) as done:
            working = self._working(missing)
            for part in in_parts(working, len(missing), few, bulky=True):
                self._remember(part)
                done(len(part))

    def _remember(self, made: Iterable[tuple[str, Made]]) -> None:
        for name, one in made:
            self._made[name] = self._remembering.remembered(name, one)

    def _missing(self, bundles: Iterable[Bundle]) -> list[Bundle]:
        """Those that are not there as they would be made now; those that are are kept."""
        missing = []
        for bundle in bundles:
            if bundle.name in self._made:
                raise Claimed(f"two parts of the site are called {bundle.name}")
            kept = self._kept(bundle)
            self._made[bundle.name] = kept or NOTHING  # keeps its place in the order
            if not kept:
                missing.append(bundle)
        return missing

    def _kept(self, bundle: Bundle) -> Remembered | None:
        """A bundle as it was made, if it would be made the same again."""
        kept = self._lasting.bundles.get(bundle.name)
        return kept if kept and kept.given == bundle.given else None

    def _working(self, bundles: Sequence[Bundle]) -> "_Working":
        lasting = {one.name: self._lasting.sheets.get(one.name, {}) for one in bundles}
        return _Working(bundles, self.tree, self.notes, lasting)

    def leave(self, bundles: Iterable[Bundle]) -> list[Bundle]:
        """Leave these as a build before has made them, perhaps of what has changed since.

        The next build that makes them will know. Gives back those that have never been made.
        """
        never = []
        for bundle in bundles:
            if before := self.memory.bundles.get(bundle.name):
                sheets = self._lasting.sheets.get(bundle.name, {})
                stale = Made(frozenset({STALE}), before.files, sheets=sheets)
                kept = self._kept(bundle)
                self._made[bundle.name] = kept or self._remembering.remembered(bundle.name, stale)
            else:
                never.append(bundle)
        return never


@dataclass(frozen=True)
class _Working:
    """Makes any slice of some bundles, in whichever process it is called."""

    bundles: Sequence[Bundle]
    tree: Tree
    notes: Notes
    lasting: Mapping[str, Mapping[str, Made]]

    def __call__(self, part: slice) -> list[tuple[str, Made]]:
        return [(bundle.name, self._made(bundle)) for bundle in self.bundles[part]]

    def _made(self, bundle: Bundle) -> Made:
        files: list[Filed] = []
        sheets: dict[str, Made] = {}
        said = ""
        with self.notes.aside() as looks:
            for one in bundle.make():
                if isinstance(one, Sheet):
                    sheets[one.name] = self._sheet(one, self.lasting[bundle.name].get(one.name))
                    files += sheets[one.name].files
                elif isinstance(one, Told):
                    said = one.text
                else:
                    files.append(one if isinstance(one, Filed) else self.tree.put(one))
        apart = {name: sheet for name, sheet in sheets.items() if sheet.given and len(sheets) > 1}
        return Made(_gathered(looks), tuple(files), bundle.given, said, apart)

    def _sheet(self, sheet: Sheet, before: Made | None) -> Made:
        """A sheet as it was made before, or made now."""
        if before and before.given == sheet.given:
            self.notes.note_all(before.looks)
            return before
        with self.notes.taken() as looks:
            files = tuple(self.tree.put(output) for output in sheet.make())
        return Made(_gathered(looks), files, sheet.given or "")


def _gathered(looks: Iterable[Look]) -> frozenset[Look]:
    """The same looks, those at many keys of one mapping as a look at all of it."""
    counts = Counter(look.name for look in looks)
    many = {name for name, count in counts.items() if count > MOST_LOOKS}
    told_apart = (look for look in looks if look.name not in many)
    return frozenset((*told_apart, *(Look(name, ALL) for name in many)))
