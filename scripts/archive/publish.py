"""Owns the way from a checked archive to its finished site, of which only what changed is made."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Literal, TypeAlias

from filelock import FileLock, Timeout
from jinja2 import TemplateError, TemplateSyntaxError

from archive.archive import Archive
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
from archive.tree import INCOMING, MOVING, Tree, holds, recover, sha256_of
from archive.unchanged import program

LOCK, KEPT = ".lock", ".kept"

Extent: TypeAlias = Literal["everything", "quick", "pages"]
"""How much is made: all of it; the pages and the search, but for what compares all texts; or only
these pages, where there is a search already."""


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


def publish(
    place: Place,
    archive: Archive,
    *,
    extent: Extent = "everything",
    phases: Phases | None = None,
) -> int:
    """Make the site of a checked archive; the number of its pages.

    What a build before made of the same is kept. The site stays as it was until all that is new is
    there. Beyond its extent a build leaves everything as a build before has left it. Raises
    `Unpublished` where MkDocs objects, another build is at work or a link lies in the way; OSError
    where the disk objects.
    """
    phases = phases or Phases()
    with phases.phase("reading the history"):
        history = read_history(place.root, archive.site.settings.country).watched(archive.notes)
    made_by = " ".join((program(), repr(archive.site), history.why_not))
    with _alone(place.build), kept(place.build / KEPT) as values, _as_unpublished():
        memory = _memory(place.build, made_by)
        parts = Parts(archive, history, _frame(place.build, archive, memory), values)
        workshop = Workshop(
            Tree(place.build, memory.files), archive.notes, parts.sees, memory, phases
        )
        _make(workshop, parts, extent)
        with phases.phase("putting in place"):
            last = workshop.remembered().output(made_by + _configured(place.build))
            workshop.tree.change(workshop.files, last)
        parts.keep()
        values.drop_unused()
    return sum(bool(file.note) for file in workshop.files.values())


def _memory(build: Path, made_by: str) -> Memory:
    """What the last build remembers; nothing where what it made is not there as it was."""
    memory = read_memory(build, made_by + _configured(build))
    return memory if memory.bundles and holds(build, memory.files) else Memory()


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
    workshop.make("pages of records", parts.records())
    search = list(parts.search(workshop.told, workshop.tree))
    left = extent != "everything" and workshop.leave(parts.compared())
    others = parts.pages() if left else chain(parts.compared(), parts.pages())
    with workshop.meanwhile("other pages", others):
        if extent != "pages" or not workshop.leave(search):
            workshop.make("search", search)
    if extent != "everything":
        workshop.leave(parts.beside())
        workshop.leave(parts.offline(workshop.tree, workshop.files))
    else:
        for bundle in parts.beside():
            workshop.make(bundle.name, [bundle])
    workshop.make("page of data", parts.about_data(workshop.files), anew=True)
    workshop.make("list of pages", parts.sitemap(workshop.files), anew=True)
    workshop.make("rules for caches", parts.caches(workshop.files), anew=True)
    if extent == "everything":
        workshop.make("offline copy", parts.offline(workshop.tree, workshop.files), anew=True)


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
