"""Owns the way from a checked archive to its finished site, which replaces the old one whole."""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout
from jinja2 import TemplateError, TemplateSyntaxError

from archive.archive import Archive
from archive.cards.every import card_outputs
from archive.citations.every import Citations
from archive.embeds.every import embed_outputs
from archive.exports.every import Exports
from archive.feeds.every import feed_outputs
from archive.history.past import History
from archive.history.read import read_history
from archive.kept import Kept, kept
from archive.ledger.book import Book
from archive.mkdocs_site import Unpublished, run_mkdocs
from archive.offline.seal import seal
from archive.outputs import Output, add_outputs
from archive.pages.every import every_page
from archive.pages.page import Page, Renderer
from archive.search.index import search_outputs
from archive.signposts.every import signpost_outputs

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
    history = read_history(place.root, archive.site.settings.country)
    with _alone(place.build), kept(place.build / KEPT) as values:
        citations = Citations(archive, history, values).written_ahead()
        exports = Exports(Book(archive), history)
        pages = list(every_page(archive, history, exports.sizes))
        shutil.rmtree(place.build / UNFINISHED, ignore_errors=True)
        _make_pages(place, Renderer(archive, history, citations), pages)
        for outputs in _beside_pages(archive, history, values):
            add_outputs(place.build / UNFINISHED, outputs)
        for outputs in exports.groups():
            add_outputs(place.build / UNFINISHED, outputs)
        add_outputs(place.build / UNFINISHED, citations.outputs())
        seal(place.build / UNFINISHED, archive, history)
        _move_in(place.build)
    return len(pages)


def _make_pages(place: Place, renderer: Renderer, pages: list[Page]) -> None:
    try:
        run_mkdocs(renderer, pages, place.build, DOCS, UNFINISHED)
    except TemplateSyntaxError as error:
        raise Unpublished(f"{error.filename}:{error.lineno}: {error.message}") from None
    except TemplateError as error:
        raise Unpublished(f"a template cannot be used: {error}") from None


def _beside_pages(archive: Archive, history: History, values: Kept) -> Iterator[Iterable[Output]]:
    """What the site holds beside its pages, one part after the other."""
    yield search_outputs(archive, values)
    yield card_outputs(archive, values)
    yield feed_outputs(archive, history)
    yield embed_outputs(archive)
    yield signpost_outputs(archive)


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
