"""Owns the ledger of a whole archive, worked out once, for every page to look up its part."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain
from typing import TypeVar

from archive.archive import Archive
from archive.held import Held
from archive.ledger.asks import Entry, entries_of
from archive.ledger.deeds import Promise, Undertaking, promises_of, undertakings_of
from archive.ledger.replies import Reply, reply_to
from archive.ledger.states import states_of
from archive.looks import Worked
from archive.model.letter import Letter
from archive.model.motion import Motion

N = TypeVar("N", Letter, Motion)
T = TypeVar("T")


@dataclass(frozen=True)
class Book:
    """Asks and replies under the ids of their motions, commitments under those of their letters."""

    archive: Archive

    @cached_property
    def entries(self) -> Mapping[str, tuple[Entry, ...]]:
        """The asks of each motion, newest motion first."""
        return self._worked(self.archive.motions, entries_of)

    @cached_property
    def states(self) -> Mapping[str, Mapping[int, str]]:
        """The state of each ask of each motion, newest motion first."""
        return self._worked(self.archive.motions, states_of)

    @cached_property
    def replies(self) -> Mapping[str, Reply]:
        """What is known of the reply to each motion, newest motion first."""
        return self._worked(self.archive.motions, reply_to)

    @cached_property
    def promises(self) -> Mapping[str, tuple[Promise, ...]]:
        """The commitments of each letter, newest letter first."""
        return self._worked(self.archive.letters, promises_of)

    def state(self, entry: Entry) -> str:
        """The newest response to an ask, or why there is none."""
        return self.states[entry.motion.id][entry.ask.ask]

    @property
    def undertakings(self) -> tuple[Undertaking, ...]:
        """All commitments as they are counted and listed, newest letter first."""
        letters = self.archive.letters.values()
        return tuple(chain.from_iterable(map(undertakings_of, letters)))

    def promise(self, one: Undertaking) -> Promise:
        """A commitment that is listed, with what became of it."""
        return self.promises[one.letter.id][one.number - 1]

    def _worked(
        self, held: Mapping[str, Held[N]], work: Callable[[Archive, Held[N]], T]
    ) -> Mapping[str, T]:
        return Worked(held, partial(work, self.archive), self.archive.notes)
