"""Owns all that can be followed: every feed in both formats, and the calendar of meetings."""

from collections.abc import Iterator, Sequence

from archive.archive import Archive
from archive.feeds.atom import atom, atom_entry
from archive.feeds.calendar import calendar_output
from archive.feeds.changes import change_entries
from archive.feeds.channel import channel
from archive.feeds.entry import Entry
from archive.feeds.jsonfeed import json_feed
from archive.feeds.records import Entries
from archive.feeds.subscriptions import Subscription, Subscriptions
from archive.history.past import History
from archive.outputs import Output


def feed_outputs(archive: Archive, history: History) -> Iterator[Output]:
    """The files of all feeds, and the calendar."""
    feeds, entries = Subscriptions(archive), Entries(archive, history)
    known = {**entries.letters, **entries.motions}
    written: dict[str, str] = {}
    for feed in feeds.of_records:
        yield from _both(archive, feed, newest(feed, known), written)
    changes = change_entries(archive, history, feeds.changes.most)
    yield from _both(archive, feeds.changes, changes, written)
    yield calendar_output(archive)


def newest(feed: Subscription, known: dict[str, Entry]) -> list[Entry]:
    """The entries of a feed: what came into the archive last stands first.

    What came together, or at a time that is not known, stands in the order of its own dates.
    """
    ordered = sorted((known[held.id] for held in feed.records), key=lambda entry: entry.address)
    ordered.sort(key=lambda entry: entry.dated, reverse=True)
    ordered.sort(key=lambda entry: entry.published or entry.dated, reverse=True)
    return ordered[: feed.most]


def _both(
    archive: Archive, feed: Subscription, entries: Sequence[Entry], written: dict[str, str]
) -> Iterator[Output]:
    head = channel(archive, feed)
    for entry in entries:
        if entry.address not in written:
            written[entry.address] = atom_entry(entry, head)
    yield Output(feed.atom, atom(head, entries, written))
    yield Output(feed.json, json_feed(head, entries))
