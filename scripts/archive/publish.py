"""Owns the way from a checked archive to its finished site, of which only what changed is made."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from filelock import FileLock, Timeout
from jinja2 import TemplateError, TemplateSyntaxError

from archive.archive import Archive
from archive.decided import INCOMING, MOVING, recover
from archive.framing import Frame
from archive.history.read import read_history
from archive.kept import kept
from archive.making import Workshop
from archive.memory import NAME as MADE
from archive.memory import Memory, read_memory
from archive.mkdocs_site import Unpublished, configured
from archive.outputs import Claimed
from archive.parts import DOCS, SITE, Parts
from archive.phases import Phases
from archive.recalled import Changed
from archive.settings import PATH as CONFIGURATION
from archive.sweeping import without_sweeping
from archive.tree import Tree, holds, sha256_of
from archive.unchanged import program

LOCK, KEPT = ".lock", ".kept"

Extent: TypeAlias = Literal["everything", "quick", "pages", "records"]
"""How much is made: all of it; the pages and the search, but for what compares all texts; only
these pages; or of them only those about one record. What has never been made is made in any case,
but for what is beside the pages and the search."""


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
    """What a build has left: the number of pages, and all that the next one is to know of it.

    `file` tells the file of this memory from one that another process has written since.
    """

    pages: int
    memory: Memory
    made_by: str
    file: tuple[int, int]


def publish(
    place: Place,
    archive: Archive,
    *,
    extents: Sequence[Extent] = ("everything",),
    shown: Callable[[Extent], object] = lambda _: None,
    before: Left | None = None,
    phases: Phases | None = None,
) -> Left:
    """Make the site of a checked archive, to one extent after the other; what is left of it.

    What a build before made of the same is kept; a process that has built before may say what that
    has left. The site stays as it was until all that is new of an extent is there; then it is
    `shown`. Beyond its extent a build leaves everything as a build before has left it. Raises
    `Unpublished` where MkDocs objects, another build is at work or a link lies in the way; OSError
    where the disk objects.
    """
    phases = phases or Phases()
    with phases.phase("reading the history"):
        history = read_history(place.root, archive.site.settings.country).watched(archive.notes)
    made_by = " ".join((program(), repr(archive.site), history.why_not))
    with _alone(place.build), kept(place.build / KEPT) as values, _as_unpublished():
        memory, pages = _memory(place.build, made_by, before), 0
        parts = Parts(archive, history, _frame(place.build, archive, memory), values)
        for extent in extents:
            tree = Tree(place.build, memory.files)
            workshop = Workshop(tree, archive.notes, parts.sees, memory, phases)
            _make(workshop, parts, extent)
            with phases.phase("putting in place"):
                memory = workshop.remembered()
                last = memory.output(made_by + _configured(place.build))
                tree.change(workshop.files, last)
            pages = sum(bool(file.note) for file in workshop.files.values())
            shown(extent)
        parts.keep()
        values.drop_unused()
        made_by += _configured(place.build)
        return Left(pages, memory, made_by, _told_apart(place.build / MADE))


def _memory(build: Path, made_by: str, before: Left | None) -> Memory:
    """What the last build remembers; nothing where what it made is not there as it was."""
    made_by += _configured(build)
    if before and (before.made_by, before.file) == (made_by, _told_apart(build / MADE)):
        return before.memory
    with without_sweeping():
        memory = read_memory(build, made_by)
    return memory if memory.bundles and holds(build, memory.files) else Memory()


def _told_apart(file: Path) -> tuple[int, int]:
    """What tells a file from another that was written later."""
    with suppress(OSError):
        found = file.stat()
        return found.st_ino, found.st_mtime_ns
    return 0, 0


def _configured(build: Path) -> str:
    """A digest of the configuration of MkDocs by which pages get their frame."""
    with suppress(FileNotFoundError):
        return sha256_of(build / CONFIGURATION)
    return ""


def _frame(build: Path, archive: Archive, memory: Memory) -> Frame:
    """The frame of pages; its configuration is written only where nothing is made by it yet."""
    if memory.bundles:
        return Frame(build / CONFIGURATION)
    return Frame(configured(build, archive.site, DOCS.strip("/"), SITE.strip("/")))


def _make(workshop: Workshop, parts: Parts, extent: Extent) -> None:
    """Make the parts of this extent; what tells of other files comes after these."""
    workshop.make("theme", parts.theme())
    _pages(workshop, parts, extent)
    if extent == "everything":
        for bundle in parts.beside():
            workshop.make(bundle.name, [bundle])
    else:
        workshop.leave(parts.beside())
        workshop.leave(parts.offline(workshop.tree, workshop.files))
    for phase, telling in (
        ("page of data", parts.about_data),
        ("list of pages", parts.sitemap),
        ("rules for caches", parts.caches),
    ):
        bundles = telling(workshop.files)
        made = workshop.leave(bundles) if extent == "records" else bundles
        workshop.make(phase, made, anew=True)
    if extent == "everything":
        workshop.make("offline copy", parts.offline(workshop.tree, workshop.files), anew=True)


def _pages(workshop: Workshop, parts: Parts, extent: Extent) -> None:
    """Make the pages and the search, which is made of what is told of records meanwhile."""
    workshop.make("pages of records", parts.records())
    search = list(parts.search(workshop.told, workshop.tree))
    others, compared = list(parts.pages()), list(parts.compared())
    if extent == "records":
        others = workshop.leave(others)
    if extent != "everything":
        compared = workshop.leave(compared)
    if extent in ("records", "pages"):
        search = workshop.leave(search)
    with workshop.meanwhile("other pages", chain(compared, others)), without_sweeping():
        workshop.make("search", search)


@contextmanager
def _as_unpublished() -> Iterator[None]:
    """A fault of a template, or of two parts of the site against each other, in one line."""
    try:
        yield
    except TemplateSyntaxError as error:
        raise Unpublished(f"{error.filename}:{error.lineno}: {error.message}") from None
    except TemplateError as error:
        raise Unpublished(f"a template cannot be used: {error}") from None
    except (Claimed, Changed) as error:
        raise Unpublished(str(error)) from None


@contextmanager
def _alone(build: Path) -> Iterator[None]:
    """No other build meanwhile, and no link that would lead writing or deleting elsewhere."""
    names = (DOCS.strip("/"), SITE.strip("/"), INCOMING, MOVING, LOCK, KEPT, MADE, CONFIGURATION)
    for path in (build, *(build / name for name in names)):
        if path.is_symlink():
            raise Unpublished(f"{path} is a symbolic link; remove it, then build again")
    build.mkdir(exist_ok=True)
    try:
        with FileLock(build / LOCK, timeout=0):
            recover(build)
            yield
    except Timeout:
        raise Unpublished("another build of this archive is at work; wait for its end") from None
