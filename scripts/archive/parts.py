"""Owns the parts of a site and the bundles in which they are made, in the order of their needs."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import chain, starmap

from archive.archive import Archive
from archive.beside import Beside
from archive.citations.every import Citations
from archive.citations.styles import KIND
from archive.exports.addresses import DATA
from archive.filed import Again, Filed, Files
from archive.framing import Frame, Listed
from archive.history.past import History
from archive.insite import SITE, in_it, in_site
from archive.kept import InMemory, Kept
from archive.ledger.echoes import echoes
from archive.looks import digest
from archive.making import Bundle, Sheet, Told
from archive.mkdocs_site import dated, newest_day, theme_outputs
from archive.offline.manifest import line
from archive.outputs import Output
from archive.pages.echoes import echo_pages
from archive.pages.every import (
    abbreviations_bundle,
    data_bundle,
    ledger_bundle,
    other_bundles,
    record_bundles,
)
from archive.paging import Paging
from archive.search.extracts import recalled
from archive.search.rules import reviewed_rules
from archive.seeing import Seeing
from archive.sights import Sees
from archive.signposts.caching import FOR_EVER
from archive.signposts.servers import headers_output
from archive.telling import passages, sought, telling_passages, used
from archive.tree import Large, Tree


@dataclass(frozen=True)
class Parts:
    """Everything that a site of an archive consists of, with `frame` around its pages."""

    archive: Archive
    history: History
    frame: Frame
    values: Kept

    def theme(self) -> Iterator[Bundle]:
        """What all pages load."""
        outputs = partial(theme_outputs, self.frame.configuration, newest_day(self.archive))
        yield in_site("theme", outputs)

    def compared(self) -> Iterator[Bundle]:
        """The pages for which all texts are compared, which takes the longest."""
        yield Bundle("pages compared", self._compared)

    def _compared(self) -> Iterator[Sheet | Told]:
        """The passages that recur; how many there are is all that another page needs of them."""
        passages = echoes(self.archive)
        yield from map(self._paging.sheet, echo_pages(passages))
        yield telling_passages(len(passages))

    def ledger(self, told: Iterable[str]) -> Iterator[Bundle]:
        """The page that counts these and what is in the other views, when these have been made."""
        yield self._paging.bundle(ledger_bundle(self.archive, passages(told)))

    def records(self) -> Iterator[Bundle]:
        """The pages about one record."""
        return map(self._paging.bundle, record_bundles(self.archive, self.history))

    def pages(self, told: Iterable[str]) -> Iterator[Bundle]:
        """All other pages, but for the one that tells how large files are.

        Which short forms are used is known from what the pages of records have told.
        """
        abbreviations = abbreviations_bundle(self.archive, used(told))
        others = other_bundles(self.archive, self.history)
        return map(self._paging.bundle, chain(others, [abbreviations]))

    def search(self, told: Callable[[], Iterable[str]], tree: Tree) -> Iterator[Bundle]:
        """The index of the search, of what the pages of records have told.

        That is asked for again when it is made: it is too much to be kept until then.
        """
        make = partial(self._search, told, tree)
        yield replace(in_site("search", make), given=digest(sought(told())))

    def _search(
        self, told: Callable[[], Iterable[str]], tree: Tree
    ) -> Iterator[Output | Filed | Again]:
        # Loaded here, as what is beside the pages: an edit seldom changes what is found.
        from archive.search.index import index_files

        held = {file._replace(path=in_it(file)) for file in tree.held(SITE + FOR_EVER)}
        records = recalled(self.archive, sought(told()))
        return index_files(records, reviewed_rules(), self.values, held.__contains__)

    def beside(self) -> Iterator[Bundle]:
        """What the site holds beside its pages and its data; some share their work among cores."""
        yield self._beside("cards", lambda beside: beside.cards())
        yield self._beside("feeds", lambda beside: beside.feeds())
        yield self._beside("embeds", lambda beside: beside.embeds())
        yield self._beside("signposts", lambda beside: beside.signposts())
        yield in_site("citations", self.citations.sheets)

    def data(self, tree: Tree) -> Iterator[Bundle]:
        """Everything to be taken away."""
        yield self._beside("data", lambda beside: beside.data(tree.shelf(SITE)))

    def harvest(self, files: Files, given: str = "") -> Iterator[Bundle]:
        """The lists of everything to be taken away, when these have been made.

        They are `given` a digest of all files, which who only leaves them need not work out.
        """
        yield replace(self._beside("lists of data", partial(_harvest, files)), given=given)

    def about_data(self, files: Files) -> Iterator[Bundle]:
        """The page that tells how large files are, when these have been made."""
        data = files.below(SITE + DATA)
        sizes = {in_it(file): file.length for file in data}
        given = digest([f"{path} {size}" for path, size in sizes.items()])
        yield replace(self._paging.bundle(data_bundle(self.archive, sizes)), given=given)

    def sitemap(self, files: Files) -> Iterator[Bundle]:
        """The list of all pages for search engines, when these have been made."""
        day = newest_day(self.archive)
        make = partial(self._sitemap, files, day)
        yield replace(in_site("sitemap", make), given=f"{day} {files.digest(SITE, 'note')}")

    def caches(self, files: Files) -> Iterator[Bundle]:
        """What hosts are told of how long files may be kept, when the search has been made."""
        make = partial(_caches, files)
        yield replace(in_site("caches", make), given=files.digest(SITE + FOR_EVER, "path"))

    def offline(self, tree: Tree, files: Files, given: str = "") -> Iterator[Bundle]:
        """The offline copy of all files, and the list of them, when these have been made.

        It is `given` a digest of these, as what is in `harvest`.
        """
        yield replace(self._beside("offline", partial(_offline, tree, files)), given=given)

    def _beside(
        self, name: str, outputs: Callable[[Beside], Iterable[Output | Large | Sheet]]
    ) -> Bundle:
        """A bundle of what is beside the pages."""
        beside = Beside(self.archive, self.history, self.values)
        return in_site(name, lambda: outputs(beside))

    def _sitemap(self, files: Files, day: int) -> Iterator[Output]:
        with dated(day):
            yield from self.frame.sitemap([Listed(*json.loads(note)) for note in files.notes()])

    @cached_property
    def citations(self) -> Citations:
        """The citations of all records and topics."""
        return Citations(self.archive, self.history, self._patterns)

    @cached_property
    def _patterns(self) -> InMemory:
        """The patterns of citations: a file of SQLite must not be used in several processes."""
        return self.values.of_kind(KIND)

    def keep(self) -> None:
        """Keep what was made for the next build, as far as this process has made it."""
        self.values.take_in(self._patterns)

    @cached_property
    def _paging(self) -> Paging:
        return Paging(self.archive, self.history, self.frame, self.citations)

    @cached_property
    def sees(self) -> Sees:
        """What looks at the archive, or at its history, see now."""
        return Seeing(self.history, self.archive, self._paging.followed)


def _caches(files: Files) -> list[Output]:
    return [headers_output(map(in_it, files.below(SITE + FOR_EVER)))]


def _harvest(files: Files, beside: Beside) -> Iterator[Output]:
    def found(paths: Iterable[str]) -> Iterator[Filed]:
        there = files.among(SITE + path for path in paths)
        return (file._replace(path=in_it(file)) for file in there)

    data = (file._replace(path=in_it(file)) for file in files.below(SITE + DATA))
    return beside.harvest(data, found)


def _offline(tree: Tree, files: Files, beside: Beside) -> Iterator[Large]:
    return beside.offline(starmap(line, files.digests(SITE)), tree.shelf(SITE))
