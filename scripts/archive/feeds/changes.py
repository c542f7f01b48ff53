"""Owns the entries of the feed of changes: commits, and corrections that records tell of."""

from collections import Counter

from archive.addresses import CHANGES
from archive.archive import Archive
from archive.feeds.content import site_address
from archive.feeds.entry import Entry, Writer, link, midnight
from archive.history.chronicle import Corrected, Event, corrections, events
from archive.history.past import History
from archive.history.subjects import Subjects, gone, subjects

MOST_NAMED = 30
"""Records that an entry names; the page of the commit at the repository's host has them all."""
WITHHELD = "The reason is not repeated here, because it names what was taken out."


def change_entries(archive: Archive, history: History, most: int) -> list[Entry]:
    """The newest entries, newest first."""
    known = subjects(archive, history)
    told = [_event(archive, event, known) for event in events(history)[:most]]
    told += [_correction(archive, one) for one in corrections(archive)[:most]]
    return sorted(told, key=lambda entry: (entry.updated, entry.address), reverse=True)[:most]


def counts(event: Event) -> str:
    """What a commit did, in numbers: `1 letter added, 2 motions corrected`."""
    kinds = Counter((change.kind, _noun(change.path)) for change in event.changes)
    return ", ".join(
        f"{number:,} {noun}{'s' if number > 1 else ''} {kind}"
        for (kind, noun), number in sorted(kinds.items())
    )


def _noun(path: str) -> str:
    return gone(path).noun


def _event(archive: Archive, event: Event, known: Subjects) -> Entry:
    writer, commit = Writer(), event.commit
    reason = WITHHELD if commit.withheld else commit.reason
    for paragraph in filter(None, (reason, *commit.details.split("\n"))):
        writer.add("p", paragraph)
    rows = writer.add("ul")
    for change in event.changes[:MOST_NAMED]:
        subject = known.of(change.path)
        where = site_address(archive, subject.history if subject.held else subject.address)
        what = f"{change.kind.capitalize()}: {subject.noun} "
        writer.add("li", what, link(where, subject.title), inside=rows)
    if rest := event.changes[MOST_NAMED:]:
        writer.add("li", f"and {len(rest):,} more", inside=rows)
    told = counts(event)
    return Entry(
        address=site_address(archive, f"{CHANGES}#{commit.short}"),
        title=f"{told}: {commit.reason}" if commit.reason else told,
        summary=" ".join(filter(None, (f"{told}.", reason))),
        content=writer.written,
        updated=commit.moment,
        dated=commit.moment,
        published=commit.moment,
    )


def _correction(archive: Archive, one: Corrected) -> Entry:
    writer, subject, told = Writer(), one.subject, one.correction
    where = link(site_address(archive, subject.address), subject.title)
    writer.add("p", f"In the {subject.noun} ", where, f": {told.what}")
    writer.add("p", told.why)
    day = midnight(told.date)
    return Entry(
        address=site_address(archive, f"{subject.history}#{one.anchor}"),
        title=f"Correction of {told.date.spoken}: {subject.title}",
        summary=f"{told.what} {told.why}",
        content=writer.written,
        updated=day,
        dated=day,
        published=day,
    )
