"""Owns the ledger of a whole archive, worked out once, for every page to look up its part."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from archive.archive import Archive
from archive.ledger.asks import Entry, entries_of
from archive.ledger.deeds import Citing, Promise, citing, promises_of
from archive.ledger.replies import Reply, reply_to

UNJUDGED, NO_REPLY = "not yet judged", "no full reply here"
"""Of an ask that nothing is set against: a full reply to its motion is held, or none is."""


@dataclass(frozen=True)
class Book:
    """Asks and replies under the ids of their motions, commitments under those of their letters."""

    archive: Archive

    @cached_property
    def entries(self) -> Mapping[str, tuple[Entry, ...]]:
        """The asks of each motion, newest motion first."""
        motions = self.archive.motions
        return {name: entries_of(self.archive, motion) for name, motion in motions.items()}

    @cached_property
    def replies(self) -> Mapping[str, Reply]:
        """What is known of the reply to each motion, newest motion first."""
        motions = self.archive.motions
        return {name: reply_to(self.archive, motion) for name, motion in motions.items()}

    @cached_property
    def promises(self) -> Mapping[str, tuple[Promise, ...]]:
        """The commitments of each letter, newest letter first."""
        letters = self.archive.letters
        return {name: promises_of(self.archive, letter) for name, letter in letters.items()}

    @cached_property
    def citing(self) -> Mapping[str, tuple[Citing, ...]]:
        """Under the id of each record what evidence it gives for deeds of others."""
        return citing(self.archive)

    @cached_property
    def every_entry(self) -> tuple[Entry, ...]:
        """All asks, newest motion first."""
        return tuple(chain.from_iterable(self.entries.values()))

    def state(self, entry: Entry) -> str:
        """The newest response to an ask, or why there is none."""
        reply = self.replies[entry.motion.id]
        return entry.response or (UNJUDGED if reply.full else NO_REPLY)

    @cached_property
    def every_promise(self) -> tuple[Promise, ...]:
        """All commitments, newest letter first."""
        return tuple(chain.from_iterable(self.promises.values()))
