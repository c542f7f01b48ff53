"""Owns the page that says how this archive can be followed: every feed, and the calendar."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from archive.addresses import FOLLOW, MEETINGS, PEOPLE, TOPICS
from archive.archive import Archive
from archive.feeds.subscriptions import (
    ATOM,
    CALENDAR,
    CALENDAR_FILE,
    JSON_FEED,
    MOST,
    MOST_OF_ONE,
    Group,
    Subscription,
    Subscriptions,
)
from archive.looks import Watched, digest
from archive.pages.page import Alternate, Contents, Page

LISTED = 100
"""Feeds of topics, and of people, that the page lists; the page of each offers its own, too."""

HEADINGS = {
    "everything": "The archive as a whole",
    "kinds": "Letters of one kind",
    "topics": "One topic",
    "people": "One person",
}


def follow_page(archive: Archive) -> Page:
    """The page of all feeds, in plain words."""
    feeds = Subscriptions(archive)
    first, *others = feeds.of_records
    ordered = (first, feeds.changes, *others)
    return Page(
        address=FOLLOW,
        template="follow.html",
        kind="follow",
        section="follow",
        title="Follow this archive",
        description="Feeds of new letters, motions, replies and corrections, of each topic and"
        " person, and a calendar of meetings.",
        shows={
            "groups": [_shown(name, group) for name, group in groupby(ordered, _group)],
            "headings": HEADINGS,
            "sections": {"topics": TOPICS, "people": PEOPLE},
            "calendar": CALENDAR_FILE,
            "undated": sum(not meeting.date.whole for meeting in archive.meetings.values()),
            "most": MOST,
            "most_of_one": MOST_OF_ONE,
        },
        contents=(
            *(Contents(name, words) for name, words in HEADINGS.items()),
            Contents("calendar", "Meetings in your calendar"),
        ),
    )


def _group(feed: Subscription) -> Group:
    return feed.group


def _shown(name: Group, group: Iterable[Subscription]) -> tuple[Group, list[Subscription], int]:
    """The feeds of a group, of very many those of most records, and how many there are."""
    feeds = list(group)
    if name not in ("topics", "people") or len(feeds) <= LISTED:
        return name, feeds, len(feeds)
    busiest = {feed.stem for feed in sorted(feeds, key=lambda f: -len(f.records))[:LISTED]}
    return name, [feed for feed in feeds if feed.stem in busiest], len(feeds)


OF_RECORDS = ("letter", "motion", "dossier", "history")
"""The kinds of pages that offer no feeds, so that nobody looks there: most pages are of these."""


class Followed:
    """Adds to pages the feeds that they offer, for programs and for the link that readers see."""

    def __init__(self, archive: Archive) -> None:
        with archive.notes.aside():
            feeds = {page: tuple(group) for page, group in Subscriptions(archive).by_page.items()}
        self.by_page = Watched("by_page", feeds, archive.notes, _seen)

    def __call__(self, page: Page) -> Page:
        """The page with its feeds; the page of all feeds offers those of the home page."""
        if page.kind in OF_RECORDS:
            return page
        feeds = self.by_page.get("" if page.address == FOLLOW else page.address, ())
        more = (*_forms(feeds), *(CALENDAR_LINK if page.address in (MEETINGS, FOLLOW) else ()))
        return replace(page, alternates=(*page.alternates, *more)) if more else page


def _seen(feeds: Iterable[Subscription]) -> str:
    return digest([part for feed in feeds for part in (feed.stem, feed.title)])


CALENDAR_LINK = (Alternate(CALENDAR_FILE, CALENDAR, "Calendar of meetings"),)


def _forms(feeds: Iterable[Subscription]) -> tuple[Alternate, ...]:
    forms = (("atom", ATOM, "Atom"), ("json", JSON_FEED, "JSON"))
    return tuple(
        Alternate(getattr(feed, name), kind, f"{feed.title}: what is new ({called})")
        for feed in feeds
        for name, kind, called in forms
    )
