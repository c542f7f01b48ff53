"""Owns what a feed says of itself, apart from any format."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from archive.archive import Archive
from archive.feeds.content import site_address
from archive.feeds.entry import Entry
from archive.feeds.subscriptions import Subscription

BEFORE_ANYTHING = datetime(1980, 1, 1, tzinfo=UTC)
"""When a feed that never had an entry changed last."""


@dataclass(frozen=True)
class Channel:
    """A feed without its entries; all addresses are absolute, and `atom` is its identity."""

    title: str
    says: str
    home: str
    atom: str
    json: str
    site: str
    name: str
    language: str
    rights: str

    def updated(self, entries: Sequence[Entry]) -> datetime:
        """When the newest change of its entries was."""
        return max((entry.updated for entry in entries), default=BEFORE_ANYTHING)


def channel(archive: Archive, feed: Subscription) -> Channel:
    """The head of a feed of this archive."""
    site, whole = archive.site, feed.page == ""
    return Channel(
        title=site.site_name if whole else f"{feed.title} – {site.site_name}",
        says=f"{site.settings.tagline} {feed.says}" if whole else feed.says,
        home=site_address(archive, feed.page),
        atom=site_address(archive, feed.atom),
        json=site_address(archive, feed.json),
        site=site.site_url.rstrip("/"),
        name=site.site_name,
        language=site.settings.language,
        rights=site.settings.texts_licence,
    )
