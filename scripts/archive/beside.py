"""Owns what a site holds beside its pages and the search: nobody looks at it while editing.

Each part is loaded only where it is made: together they take longer to load than an edit's pages
to make.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from archive.archive import Archive
from archive.exports.harvest import Find, harvest_outputs
from archive.filed import Filed
from archive.history.past import History
from archive.kept import Kept
from archive.making import Sheet
from archive.outputs import Output
from archive.tree import Large, Shelf


@dataclass(frozen=True)
class Beside:
    """All of it, of an archive and its history; some share their work among the cores."""

    archive: Archive
    history: History
    values: Kept

    def cards(self) -> Iterable[Sheet]:
        """The pictures by which links to pages are shown."""
        from archive.cards.every import card_sheets

        return card_sheets(self.archive, self.values)

    def feeds(self) -> Iterable[Sheet]:
        """What is new, and the calendar."""
        from archive.feeds.every import feed_sheets

        return feed_sheets(self.archive, self.history)

    def embeds(self) -> Iterable[Sheet]:
        """What other sites show of records."""
        from archive.embeds.every import embed_sheets

        return embed_sheets(self.archive)

    def signposts(self) -> Iterable[Output]:
        """What programs are told that come by."""
        from archive.signposts.every import signpost_outputs

        return signpost_outputs(self.archive)

    def data(self, shelf: Shelf) -> Iterator[Sheet]:
        """Everything to be taken away; rows of records as they were are in tables that are kept.

        It needs none of the values that are kept: any process can make it.
        """
        from archive.exports.every import Exports
        from archive.ledger.book import Book

        return Exports(Book(self.archive), self.history, shelf.kept, shelf.room).sheets()

    def harvest(self, data: Iterable[Filed], find: Find) -> Iterator[Output]:
        """The lists of what there is to be taken away."""
        return harvest_outputs(self.archive, self.history, data, find)

    def offline(self, lines: Iterable[bytes], shelf: Shelf) -> Iterator[Large]:
        """The offline copy of a site of whose files these lines tell, and their list."""
        from archive.offline.seal import seal

        return seal(lines, self.archive, self.history, shelf)
