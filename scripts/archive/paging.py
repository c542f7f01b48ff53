"""Owns how pages are made in bundles: each is a sheet of a Markdown file and a file of the site."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial

from archive.archive import Archive
from archive.citations.every import Citations
from archive.framing import Frame
from archive.history.past import History
from archive.insite import SITE
from archive.making import Bundle, Sheet, Told
from archive.outputs import Output
from archive.pages.every import PageBundle
from archive.pages.follow import Followed
from archive.pages.leaf import Leaf
from archive.pages.page import Page, Renderer
from archive.pages.shown import shown
from archive.search.records import letter_group, motion_group
from archive.telling import telling

DOCS = "docs/"
"""Where the Markdown of the pages is, below what is built."""


@dataclass(frozen=True)
class Paging:
    """Makes pages of an archive and its history, with `frame` around them."""

    archive: Archive
    history: History
    frame: Frame
    citations: Citations

    def bundle(self, bundle: PageBundle) -> Bundle:
        """The bundle in which pages are made."""
        return Bundle(bundle.name, partial(self._made, bundle), bundle.given)

    def sheet(self, page: Page | Leaf) -> Sheet:
        """One page, which is made only if it shows other things than the last time."""
        return Sheet(page.address, shown(page), partial(self._forms, page))

    @cached_property
    def followed(self) -> Followed:
        """What pages offer to be followed."""
        return Followed(self.archive)

    @cached_property
    def _renderer(self) -> Renderer:
        return Renderer(self.archive, self.history, self.citations)

    def _made(self, bundle: PageBundle) -> Iterator[Sheet | Told]:
        """Its pages, and of a record what others are to know."""
        yield from map(self.sheet, bundle.make())
        if letter := bundle.letter:
            yield telling(self.archive, letter, letter_group(self.archive, letter))
        if motion := bundle.motion:
            yield telling(self.archive, motion, motion_group(self.archive, motion))

    def _forms(self, one: Page | Leaf) -> Iterator[Output]:
        """A page in both its forms: the Markdown file, and the file of the site."""
        page = self.followed(one.made() if isinstance(one, Leaf) else one)
        markdown = self._renderer.output(page)
        html = self.frame.around(markdown)
        yield Output(DOCS + markdown.path, markdown.content)
        yield Output(SITE + html.path, html.content, self._listed(page))

    def _listed(self, page: Page) -> str:
        return json.dumps([page.address, page.kind, self._renderer.modified(page)])
