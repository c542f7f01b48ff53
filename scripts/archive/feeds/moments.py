"""Owns when records are from, when they appeared here, and when they changed last."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from archive.addresses import letter_address, motion_address
from archive.archive import Archive
from archive.feeds.entry import midnight
from archive.feeds.subscriptions import Subscription
from archive.held import HeldLetter, HeldMotion
from archive.history.past import History


class Moments(NamedTuple):
    """The date of a record, when it was published, where that is known, and updated; its page."""

    dated: datetime
    published: datetime | None
    updated: datetime
    address: str


def letter_moments(history: History, letter: HeldLetter) -> Moments:
    """Those of a letter."""
    return _moments(history, letter, midnight(letter.date), letter_address(letter.id))


def motion_moments(archive: Archive, history: History, motion: HeldMotion) -> Moments:
    """Those of a motion, which has the date of its meeting."""
    day = archive.meetings[motion.meeting].date
    return _moments(history, motion, midnight(day), motion_address(motion.id))


def _moments(
    history: History, held: HeldLetter | HeldMotion, dated: datetime, address: str
) -> Moments:
    """When a record appeared and when it changed, by git; else only its own date is known."""
    changes = history.of(held.path)
    if not changes:
        return Moments(dated, None, dated, address)
    added = [change.commit.moment for change in changes if change.kind == "added"]
    return Moments(dated, added[-1] if added else None, changes[0].commit.moment, address)


def newest(feed: Subscription, known: Mapping[str, Moments]) -> list[str]:
    """The ids of the records in a feed: what came into the archive last stands first.

    What came together, or at a time that is not known, stands in the order of its own dates.
    """
    ordered = sorted((held.id for held in feed.records), key=lambda name: known[name].address)
    ordered.sort(key=lambda name: known[name].dated, reverse=True)
    ordered.sort(key=lambda name: known[name].published or known[name].dated, reverse=True)
    return ordered[: feed.most]
