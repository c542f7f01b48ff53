"""Owns the gaps: what letters leave unmentioned, and where nobody found a reply."""

from dataclasses import dataclass
from itertools import chain

from archive.held import HeldLetter, HeldMotion
from archive.ledger.book import Book
from archive.ledger.states import UNJUDGED, said_to


@dataclass(frozen=True)
class Gaps:
    """Asks beside the letters that do not mention them, asks not judged yet, motions unanswered.

    `unmentioned` are explicit statements about one letter each. `unjudged` are asks of motions
    with a reply that no editor has set against it yet: our gap, not the writer's. Asks are told by
    their numbers. `none_found` have a day on which someone looked; `none_held` have not. Of
    `incomplete` not all asks are known to be listed.
    """

    unmentioned: tuple[tuple[HeldMotion, int, HeldLetter], ...]
    unjudged: tuple[tuple[HeldMotion, int], ...]
    none_found: tuple[HeldMotion, ...]
    none_held: tuple[HeldMotion, ...]
    incomplete: tuple[HeldMotion, ...]


def gaps(book: Book) -> Gaps:
    """Every gap of the archive, newest motion first."""
    motions = tuple(book.archive.motions.values())
    unanswered = [r.motion for r in book.replies.values() if not (r.full or r.holding)]
    return Gaps(
        unmentioned=tuple(chain.from_iterable(_unmentioned(book, motion) for motion in motions)),
        unjudged=tuple(
            (motion, ask)
            for motion in motions
            for ask, state in book.states[motion.id].items()
            if state == UNJUDGED
        ),
        none_found=tuple(m for m in unanswered if m.checked),
        none_held=tuple(m for m in unanswered if not m.checked),
        incomplete=tuple(m for m in motions if not (m.asks and m.complete)),
    )


def _unmentioned(book: Book, motion: HeldMotion) -> list[tuple[HeldMotion, int, HeldLetter]]:
    """The asks of a motion that letters do not mention, in the order of asks."""
    said = sorted(said_to(book.archive, motion), key=lambda one: motion.asks.index(one[0]))
    return [(motion, ask, letter) for ask, letter, word in said if word == "not mentioned"]
