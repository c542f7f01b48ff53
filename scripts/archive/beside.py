"""Owns what a site holds beside its pages and the search: nobody looks at it while editing.

It is loaded only where some of it is made (see `parts`).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from archive.archive import Archive
from archive.cards.every import card_outputs
from archive.embeds.every import embed_outputs
from archive.exports.every import Exports
from archive.feeds.every import feed_outputs
from archive.filed import Filed
from archive.history.past import History
from archive.kept import Kept
from archive.ledger.book import Book
from archive.offline.seal import Kept as KeptAt
from archive.offline.seal import Read, seal
from archive.outputs import Output
from archive.signposts.every import signpost_outputs
from archive.tree import Large


@dataclass(frozen=True)
class Beside:
    """All of it, of an archive and its history; some share their work among the cores."""

    archive: Archive
    history: History
    values: Kept

    def cards(self) -> Iterable[Output]:
        """The pictures by which links to pages are shown."""
        return card_outputs(self.archive, self.values)

    def feeds(self) -> Iterable[Output]:
        """What is new, and the calendar."""
        return feed_outputs(self.archive, self.history)

    def embeds(self) -> Iterable[Output]:
        """What other sites show of records."""
        return embed_outputs(self.archive)

    def signposts(self) -> Iterable[Output]:
        """What programs are told that come by."""
        return signpost_outputs(self.archive)

    def data(self) -> Iterator[Output]:
        """Everything to be taken away; it needs nothing that is kept: any process can make it."""
        return chain.from_iterable(Exports(Book(self.archive), self.history).groups())

    def offline(
        self, files: Mapping[str, Filed], read: Read, kept: KeptAt
    ) -> Iterator[Output | Large]:
        """The offline copy of a site with these files, and the list of them (see `seal`)."""
        return seal(files, read, self.archive, self.history, kept)
