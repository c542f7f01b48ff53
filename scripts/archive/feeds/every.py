"""Owns all that can be followed: every feed in both formats, and the calendar of meetings."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from archive.archive import Archive
from archive.feeds.atom import atom, atom_entry
from archive.feeds.calendar import calendar_output
from archive.feeds.changes import change_entries
from archive.feeds.channel import Channel, channel
from archive.feeds.entry import Entry
from archive.feeds.jsonfeed import json_feed
from archive.feeds.moments import letter_moments, motion_moments, newest
from archive.feeds.records import Entries
from archive.feeds.subscriptions import CALENDAR_FILE, Subscription, Subscriptions
from archive.history.past import History
from archive.looks import digest
from archive.making import AS_SEEN, Sheet
from archive.outputs import Output


def feed_sheets(archive: Archive, history: History) -> Iterator[Sheet]:
    """Each feed, which is made only if it has another head or other entries; and the calendar."""
    feeds, entries, writing = Subscriptions(archive), Entries(archive, history), _Writing()
    known = {held.id: letter_moments(history, held) for held in archive.letters.values()}
    for motion in archive.motions.values():
        known[motion.id] = motion_moments(archive, history, motion)
    for feed in feeds.of_records:
        head, names = channel(archive, feed), newest(feed, known)
        given = digest([repr(head), *names])
        yield Sheet(feed.stem, given, partial(_of_records, writing, feed, head, entries, names))
    yield Sheet(feeds.changes.stem, AS_SEEN, partial(_of_changes, writing, feeds, history))
    yield Sheet(CALENDAR_FILE, AS_SEEN, lambda: (calendar_output(archive),))


def _of_records(
    writing: "_Writing", feed: Subscription, head: Channel, entries: Entries, names: Iterable[str]
) -> Iterator[Output]:
    return writing.both(feed, head, [entries.of(name) for name in names])


def _of_changes(writing: "_Writing", feeds: Subscriptions, history: History) -> Iterator[Output]:
    feed, archive = feeds.changes, feeds.archive
    entries = change_entries(archive, history, feed.most)
    return writing.both(feed, channel(archive, feed), entries)


@dataclass(frozen=True)
class _Writing:
    """Writes feeds; an entry that stands in several is written once."""

    _written: dict[str, str] = field(default_factory=dict)

    def both(self, feed: Subscription, head: Channel, entries: Sequence[Entry]) -> Iterator[Output]:
        """A feed in both its forms."""
        for entry in entries:
            if entry.address not in self._written:
                self._written[entry.address] = atom_entry(entry, head)
        yield Output(feed.atom, atom(head, entries, self._written))
        yield Output(feed.json, json_feed(head, entries))
