"""Owns the gaps: what letters leave unmentioned, and where nobody found a reply."""

from dataclasses import dataclass

from archive.held import HeldMotion
from archive.ledger.asks import Answered, Entry
from archive.ledger.book import UNJUDGED, Book


@dataclass(frozen=True)
class Gaps:
    """Asks beside the letters that do not mention them, asks not judged yet, motions unanswered.

    `unmentioned` are explicit statements about one letter each. `unjudged` are asks of motions
    with a reply that no editor has set against it yet: our gap, not the writer's. `none_found`
    have a day on which someone looked; `none_held` have not. Of `incomplete` not all asks are
    known to be listed.
    """

    unmentioned: tuple[tuple[Entry, Answered], ...]
    unjudged: tuple[Entry, ...]
    none_found: tuple[HeldMotion, ...]
    none_held: tuple[HeldMotion, ...]
    incomplete: tuple[HeldMotion, ...]


def gaps(book: Book) -> Gaps:
    """Every gap of the archive, newest motion first."""
    entries = book.every_entry
    unanswered = [r.motion for r in book.replies.values() if not (r.full or r.holding)]
    return Gaps(
        unmentioned=tuple(
            (entry, one)
            for entry in entries
            for one in entry.answers
            if one.asked.response == "not mentioned"
        ),
        unjudged=tuple(one for one in entries if book.state(one) == UNJUDGED),
        none_found=tuple(m for m in unanswered if m.noun.replies_checked),
        none_held=tuple(m for m in unanswered if not m.noun.replies_checked),
        incomplete=tuple(
            motion
            for motion in book.archive.motions.values()
            if not (motion.noun.asks and motion.noun.asks_complete)
        ),
    )
