"""Owns making what a change needs and no more: each bundle whose looks would see another thing.

A bundle is made in whichever process, and noted with what was looked at meanwhile; so whether it
must be made again is not a list that somebody keeps, but what happened the last time.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple, TypeAlias

from archive.elsewhere import Asked, elsewhere
from archive.filed import Again, Filed, Files
from archive.gathered import Gathered
from archive.looks import Notes, digest
from archive.outputs import Claimed, Output
from archive.phases import Phases
from archive.remembering import Made, MadeSheet, Remembering
from archive.shifts import in_shifts
from archive.tree import Large, Tree

WORTH_SHARING = 150
"""Bundles for which other processes begin to pay."""
FEW = 4
"""The same of bundles each of which has long lists to plan, be they changed or not."""

AS_SEEN = digest(())
"""Is given to what is made of nothing but what it looks at."""


@dataclass(frozen=True)
class Sheet:
    """Files of a bundle that are made only if they are `given` other things than the last time.

    Or if what is looked at while they are made is no longer what it was. `given` is a digest; None
    stands for what is always another thing.
    """

    name: str
    given: str | None
    make: Callable[[], Iterable[Output | Large]]


class Told(NamedTuple):
    """What a bundle tells those that are made after it, beside its files."""

    text: str


@dataclass(frozen=True)
class Bundle:
    """Files that are made together, under a name of their own.

    Some of them may be there already (`Filed`), or under another name (`Again`). `given` is a
    digest of what they are made of beside what is looked at.
    """

    name: str
    make: Callable[[], Iterable[Output | Large | Filed | Again | Sheet | Told]]
    given: str = ""


@dataclass(frozen=True)
class Workshop:
    """Makes bundles into a tree, as far as they are not as a build before has left them."""

    tree: Tree
    notes: Notes
    remembering: Remembering
    phases: Phases
    _names: set[str] = field(default_factory=set)
    _meanwhile: "list[_Elsewhere]" = field(default_factory=list)

    @property
    def files(self) -> Files:
        """What has been made or kept so far."""
        return self.remembering.files

    @property
    def told(self) -> Iterator[str]:
        """What has been told so far, in the order of the bundles' names."""
        return self.remembering.told

    def make(self, phase: str, bundles: Iterable[Bundle], few: int = WORTH_SHARING) -> None:
        """Make what is not there as it would be made now, in a phase.

        Less than `few` bundles are made in this process, so that they may share their own work
        among the cores; of more, each core makes some.
        """
        self._share(phase, self._missing(bundles), few)

    def lasts(self, bundles: Iterable[Bundle]) -> bool:
        """Whether all of these are there as they would be made now."""
        return all(map(self._lasts, bundles))

    @contextmanager
    def meanwhile(self, phase: str, bundles: Iterable[Bundle]) -> Iterator[None]:
        """Make these while the block makes others, if they are few; many are made before it."""
        missing = self._missing(bundles)
        if not 0 < len(missing) < WORTH_SHARING:
            self._share(phase, missing)
            yield
            return
        with elsewhere(partial(self._working(missing), slice(None))) as made:
            self._meanwhile.append(made)
            yield
            if made in self._meanwhile:
                with self.phases.phase(phase, len(missing)) as done:
                    self._take_in(made)
                    done(len(missing))

    def _take_in(self, made: "_Elsewhere") -> None:
        self._meanwhile.remove(made)
        self._remember(made())

    def _take_told(self) -> None:
        """Take in what is told: until then, its process has in memory all that it needed."""
        for made in [one for one in self._meanwhile if one.told()]:
            self._take_in(made)

    def _share(self, phase: str, missing: Sequence[Bundle], few: int = WORTH_SHARING) -> None:
        self._take_told()
        with self.phases.phase(phase, len(missing)) as done:
            working = self._working(missing)
            for part in in_shifts(working, len(missing), few):
                self._remember(part)
                done(len(part))
                self._take_told()

    def _remember(self, made: Iterable[tuple[str, Made]]) -> None:
        for name, one in made:
            self.remembering.remember(name, one)

    def _missing(self, bundles: Iterable[Bundle]) -> list[Bundle]:
        """Those that are not there as they would be made now; those that are are kept."""
        missing = []
        for bundle in bundles:
            self._name(bundle)
            if self._lasts(bundle):
                self.remembering.keep(bundle.name)
            else:
                missing.append(bundle)
        return missing

    def _name(self, bundle: Bundle) -> None:
        if bundle.name in self._names:
            raise Claimed(f"two parts of the site are called {bundle.name}")
        self._names.add(bundle.name)

    def _lasts(self, bundle: Bundle) -> bool:
        return self.remembering.lasts(bundle.name, bundle.given)

    def _working(self, bundles: Sequence[Bundle]) -> "_Working":
        each = ((one.name, self.remembering.sheets(one.name)) for one in bundles)
        lasting = {name: sheets for name, sheets in each if sheets}
        return _Working(bundles, self.tree, self.notes, lasting)

    def leave(self, bundles: Iterable[Bundle]) -> list[Bundle]:
        """Leave these as a build before has made them, perhaps of what has changed since.

        The next build that makes them will know. Gives back those that have never been made.
        """
        never = []
        for bundle in bundles:
            if self._lasts(bundle):
                self._name(bundle)
                self.remembering.keep(bundle.name)
            elif self.remembering.leave(bundle.name):
                self._name(bundle)
            else:
                never.append(bundle)
        return never


_Elsewhere: TypeAlias = Asked[list[tuple[str, Made]]]
"""Bundles that another process makes."""


@dataclass(frozen=True)
class _Working:
    """Makes any slice of some bundles, in whichever process it is called."""

    bundles: Sequence[Bundle]
    tree: Tree
    notes: Notes
    lasting: Mapping[str, Mapping[str, str]]
    """Of each bundle that has any the sheets that last, if they are given the same as here."""

    def __call__(self, part: slice) -> list[tuple[str, Made]]:
        return [(bundle.name, self._made(bundle)) for bundle in self.bundles[part]]

    def _made(self, bundle: Bundle) -> Made:
        files: list[Filed] = []
        sheets: dict[str, MadeSheet | None] = {}
        said, gathered = "", Gathered()
        before = self.lasting.get(bundle.name, {})
        with self.notes.aside() as looks:
            for one in bundle.make():
                if isinstance(one, Sheet):
                    lasts = one.given and before.get(one.name) == one.given
                    sheets[one.name] = None if lasts else self._sheet(one, gathered)
                elif isinstance(one, Told):
                    said = one.text
                else:
                    files.append(one if isinstance(one, Filed) else self.tree.put(one))
        gathered.places(looks)
        return Made(gathered.pairs, tuple(files), bundle.given, said, sheets)

    def _sheet(self, sheet: Sheet, gathered: Gathered) -> MadeSheet:
        with self.notes.taken() as looks:
            files = tuple(self.tree.put(output) for output in sheet.make())
        return MadeSheet(gathered.places(looks), files, sheet.given or "")
