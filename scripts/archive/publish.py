"""Owns the way from a checked archive to its finished site, which replaces the old one whole."""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout
from jinja2 import TemplateError, TemplateSyntaxError

from archive.archive import Archive
from archive.kept import Kept, kept
from archive.mkdocs_site import Unpublished, run_mkdocs
from archive.outputs import Output, add_outputs, write_outputs
from archive.pages.every import page_outputs
from archive.search.index import search_outputs

DOCS, SITE, UNFINISHED, OUTGOING, LOCK = "docs", "site", "site.unfinished", "site.outgoing", ".lock"
KEPT = ".kept"


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


def publish(place: Place, archive: Archive) -> int:
    """Make the site of a checked archive; the number of its pages.

    The site of before stays until the new one is complete. Raises `Unpublished` where MkDocs
    objects, another build is at work or a link lies in the way; OSError where the disk objects.
    """
    pages = _pages(archive)
    with _alone(place.build):
        shutil.rmtree(place.build / UNFINISHED, ignore_errors=True)
        write_outputs(place.build / DOCS, pages)
        run_mkdocs(archive, place.build, DOCS, UNFINISHED)
        with kept(place.build / KEPT) as values:
            for outputs in _beside_pages(archive, values):
                add_outputs(place.build / UNFINISHED, outputs)
        _move_in(place.build)
    return len(pages)


def _pages(archive: Archive) -> list[Output]:
    try:
        return list(page_outputs(archive))
    except TemplateSyntaxError as error:
        raise Unpublished(f"{error.filename}:{error.lineno}: {error.message}") from None
    except TemplateError as error:
        raise Unpublished(f"a template cannot be used: {error}") from None


def _beside_pages(archive: Archive, values: Kept) -> Iterator[Iterable[Output]]:
    """What the site holds beside its pages, one part after the other."""
    yield search_outputs(archive, values)


@contextmanager
def _alone(build: Path) -> Iterator[None]:
    """No other build meanwhile, and no link that would lead writing or deleting elsewhere."""
    for path in (build, *(build / name for name in (DOCS, SITE, UNFINISHED, OUTGOING, LOCK, KEPT))):
        if path.is_symlink():
            raise Unpublished(f"{path} is a symbolic link; remove it, then build again")
    build.mkdir(exist_ok=True)
    try:
        with FileLock(build / LOCK, timeout=0):
            if (build / OUTGOING).exists() and not (build / SITE).exists():
                (build / OUTGOING).rename(build / SITE)  # a build was killed between two renames
            yield
    except Timeout:
        raise Unpublished("another build of this archive is at work; wait for its end") from None


def _move_in(build: Path) -> None:
    shutil.rmtree(build / OUTGOING, ignore_errors=True)
    if (build / SITE).exists():
        (build / SITE).rename(build / OUTGOING)
    (build / UNFINISHED).rename(build / SITE)
    shutil.rmtree(build / OUTGOING, ignore_errors=True)
