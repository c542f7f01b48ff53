"""Owns how much of a site is made, from all of it to what one looks at, and what then stays."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from typing import Literal, TypeAlias

from archive.insite import SITE
from archive.making import FEW, Bundle, Workshop
from archive.parts import Parts
from archive.sweeping import without_sweeping

Extent: TypeAlias = Literal["everything", "quick", "pages", "records"]
"""How much is made: all of it; the pages and the search, but for what compares all texts; only
these pages; or of them only those about one record. What has never been made is made in any case,
but for what is beside the pages and the search."""


def make_extent(workshop: Workshop, parts: Parts, extent: Extent) -> None:
    """Make the parts of this extent; what tells of other files comes after these."""
    workshop.make("theme", parts.theme())
    workshop.make("pages of records", parts.records())
    with _beside(workshop, parts, extent):
        _pages(workshop, parts, extent)
    for phase, telling in (
        ("page of data", parts.about_data),
        ("list of pages", parts.sitemap),
        ("rules for caches", parts.caches),
    ):
        bundles = telling(workshop.files)
        made = workshop.leave(bundles) if extent == "records" else bundles
        workshop.make(phase, made)
    if extent == "everything":
        every = workshop.files.digest(SITE, "path", "sha256")
        workshop.make("offline copy", parts.offline(workshop.tree, workshop.files, every))
    else:
        workshop.leave(parts.offline(workshop.tree, workshop.files))


@contextmanager
def _beside(workshop: Workshop, parts: Parts, extent: Extent) -> Iterator[None]:
    """Make what is beside the pages: the data meanwhile, as it takes longest, the rest after."""
    if extent != "everything":
        harvest = parts.harvest(workshop.files)
        workshop.leave(chain(parts.beside(), parts.data(workshop.tree), harvest))
        yield
        return
    with workshop.meanwhile("data", parts.data(workshop.tree)):
        yield
        for bundle in parts.beside():
            workshop.make(bundle.name, [bundle])
    published = workshop.files.digest(SITE, "path", "sha256")
    workshop.make("lists of data", parts.harvest(workshop.files, published))


def _pages(workshop: Workshop, parts: Parts, extent: Extent) -> None:
    """Make the other pages, and meanwhile the search of what has been told of records."""
    search = list(parts.search(lambda: workshop.told, workshop.tree))
    others = list(parts.pages(workshop.told))
    compared = list(parts.compared())
    if extent == "records":
        others = workshop.leave(others)
    if extent != "everything":
        compared = workshop.leave(compared)
    if extent in ("records", "pages"):
        search = workshop.leave(search)
    _beside_search(workshop, chain(compared, others), search)
    ledger = parts.ledger(workshop.told)
    workshop.make("other pages", ledger if extent == "everything" else workshop.leave(ledger))


def _beside_search(workshop: Workshop, pages: Iterable[Bundle], search: list[Bundle]) -> None:
    """Make pages beside the search, where that is to be made."""
    if workshop.lasts(search):
        workshop.make("search", search)
        workshop.make("other pages", pages, FEW)
        return
    with workshop.meanwhile("other pages", pages), without_sweeping():
        workshop.make("search", search)
