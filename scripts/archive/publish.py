"""Owns the way from a checked archive to its finished site, of which only what changed is made."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeAlias

from archive.archive import Archive
from archive.decided import INCOMING, recover
from archive.extents import Extent, make_extent
from archive.framing import Frame
from archive.guarding import KEPT, alone, faults_in_a_line
from archive.history.past import History
from archive.history.read import read_history
from archive.insite import SITE
from archive.kept import Kept, kept
from archive.making import Workshop
from archive.memory import NAME as MADE
from archive.memory import Memory, read_memory
from archive.mkdocs_site import configured
from archive.paging import DOCS
from archive.parts import Parts
from archive.phases import Phases
from archive.remembering import Remembering
from archive.settings import PATH as CONFIGURATION
from archive.stands import Mark, Standing, mark_of, standing
from archive.tree import Tree, sha256_of
from archive.unchanged import program

Shown: TypeAlias = Callable[[Extent], bool]
"""Shows what is there to an extent; whether that is enough, so that the next ones are left."""


@dataclass(frozen=True)
class Place:
    """An archive's folder, and what is built below it."""

    root: Path

    @property
    def build(self) -> Path:
        """Everything that is made: the Markdown, the site, and what is still under way."""
        return self.root / "build"

    @property
    def site(self) -> Path:
        """The finished site."""
        return self.build / SITE


class Left(NamedTuple):
    """What a build has left: the number of pages, and its mark."""

    pages: int
    mark: Mark | None


def publish(
    place: Place,
    archive: Archive,
    *,
    extents: Sequence[Extent] = ("everything",),
    shown: Shown = lambda _: False,
    stood: Standing = lambda: None,
    phases: Phases | None = None,
) -> Left:
    """Make the site of a checked archive, to one extent after the other; what is left of it.

    What a build before made of the same is kept, if all of that stands; who has looked for it
    already tells of which build it `stood`. The site stays as it was until all that is new of an
    extent is there; then it is `shown`. Beyond its extent a build leaves everything as a build
    before has left it. Raises `Unpublished` where MkDocs objects, another build is at work or a
    link lies in the way; OSError where the disk objects.
    """
    phases = phases or Phases()
    with phases.phase("reading the history"):
        history = read_history(place.root, archive.site.settings.country).watched(archive.notes)
    made_by = " ".join((program(), repr(archive.site), history.why_not))
    with alone(place.build), kept(place.build / KEPT) as values, faults_in_a_line():
        press = _Press(place, archive, history, values, extents, shown, phases, made_by)
        try:
            memory = read_memory(place.build, made_by + _configured(place.build))
            return press.published(memory, _stands(place.build, stood))
        except (_Lost, sqlite3.DatabaseError) as error:
            if isinstance(error, sqlite3.OperationalError):
                file = str(place.build / MADE)
                raise OSError(error.sqlite_errorcode, str(error), file) from None
            recover(place.build)  # what has been made so far is not wanted
            return press.published(Memory(), lambda: True)


class _Lost(Exception):
    """What the last build made is not there as it was, so that nothing of it can be kept."""


@dataclass(frozen=True)
class _Press:
    """All that a site is made of, but for what is remembered of the last build."""

    place: Place
    archive: Archive
    history: History
    values: Kept
    extents: Sequence[Extent]
    shown: Shown
    phases: Phases
    made_by: str

    def published(self, memory: Memory, stands: Callable[[], bool]) -> Left:
        """Make each extent; raises `_Lost`, and all is as before, if what is remembered is lost."""
        build, pages = self.place.build, 0
        frame = _frame(build, self.archive, memory)
        parts = Parts(self.archive, self.history, frame, self.values)
        made_by = self.made_by + _configured(build)
        as_it_was = _unless_lost(stands) if memory else nullcontext()
        for extent in self.extents:
            pages = self._made(parts, extent, memory, made_by, as_it_was)
            memory, as_it_was = Memory(build / MADE), nullcontext()
            if self.shown(extent):
                break
        parts.keep()
        self.values.drop_unused()
        return Left(pages, mark_of(build))

    def _made(
        self,
        parts: Parts,
        extent: Extent,
        memory: Memory,
        made_by: str,
        as_it_was: AbstractContextManager[None],
    ) -> int:
        """Make one extent and put it in place; the number of pages that are there then."""
        build = self.place.build
        tree = Tree(build, memory.files)
        with self._remembering(memory, parts) as remembering:
            workshop = Workshop(tree, self.archive.notes, remembering, self.phases)
            with as_it_was:
                make_extent(workshop, parts, extent)
            with self.phases.phase("putting in place"):
                gone = [*remembering.finish(made_by), *tree.strays(workshop.files)]
            pages = workshop.files.noted()
        memory.close()
        with self.phases.phase("putting in place"):
            tree.change(gone, MADE)
        return pages

    @contextmanager
    def _remembering(self, memory: Memory, parts: Parts) -> Iterator[Remembering]:
        """What the last build remembered, without what would become another thing now."""
        with ExitStack() as stack:
            with self.phases.phase("seeing what has changed"):
                copy = stack.enter_context(memory.copied(self.place.build / INCOMING / MADE))
                remembering = Remembering(copy, parts.sees)
                self.archive.work_out()
            yield remembering


@contextmanager
def _unless_lost(stands: Callable[[], bool]) -> Iterator[None]:
    """Raises `_Lost` after the block, or where a file is missed in it, if not all stands."""
    try:
        yield
    except FileNotFoundError:
        if stands():
            raise
        raise _Lost from None
    if not stands():
        raise _Lost


def _stands(build: Path, stood: Standing) -> Callable[[], bool]:
    """What tells whether all stands that is remembered; where that is not known, it is seen now."""
    mark = mark_of(build)

    def stands() -> bool:
        return mark is not None and (stood() == mark or standing(build) == mark)

    return stands


def _configured(build: Path) -> str:
    """A digest of the configuration of MkDocs by which pages get their frame."""
    with suppress(FileNotFoundError):
        return sha256_of(build / CONFIGURATION)
    return ""


def _frame(build: Path, archive: Archive, memory: Memory) -> Frame:
    """The frame of pages; its configuration is written only where nothing is made by it yet."""
    if memory:
        return Frame(build / CONFIGURATION)
    return Frame(configured(build, archive.site, DOCS.strip("/"), SITE.strip("/")))
