"""Owns the way from a checked archive to its finished site, which replaces the old one whole."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from archive.archive import Archive
from archive.mkdocs_site import run_mkdocs
from archive.outputs import write_outputs
from archive.pages.every import page_outputs


@dataclass(frozen=True)
class Place:
    """An archive's folder and what is built below it."""

    root: Path

    @property
    def docs(self) -> Path:
        """The generated Markdown."""
        return self.root / "build" / "docs"

    @property
    def site(self) -> Path:
        """The finished site."""
        return self.root / "build" / "site"

    @property
    def unfinished(self) -> Path:
        """The site that MkDocs is still writing."""
        return self.root / "build" / "site.unfinished"

    @property
    def outgoing(self) -> Path:
        """The site of before, while the new one takes its place."""
        return self.root / "build" / "site.outgoing"


def publish(place: Place, archive: Archive) -> int:
    """Make the site of a checked archive; the number of its pages.

    The site of before stays until the new one is complete. Raises `Unpublished` where MkDocs
    objects, `Claimed` where two pages claim one address, OSError where the disk does.
    """
    pages = list(page_outputs(archive))
    write_outputs(place.docs, pages)
    shutil.rmtree(place.unfinished, ignore_errors=True)
    run_mkdocs(archive, place.root, place.docs, place.unfinished)
    _move_in(place)
    return len(pages)


def _move_in(place: Place) -> None:
    shutil.rmtree(place.outgoing, ignore_errors=True)
    if place.site.exists():
        place.site.rename(place.outgoing)
    place.unfinished.rename(place.site)
    shutil.rmtree(place.outgoing, ignore_errors=True)
