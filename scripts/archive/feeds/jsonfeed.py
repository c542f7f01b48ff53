"""Owns feeds as JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/"""

import json
from collections.abc import Sequence
from typing import Any

from archive.feeds.channel import Channel
from archive.feeds.entry import Entry, instant

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(channel: Channel, entries: Sequence[Entry]) -> bytes:
    """The feed; what is unknown is left out."""
    feed = {
        "version": VERSION,
        "title": channel.title,
        "home_page_url": channel.home,
        "feed_url": channel.json,
        "description": channel.says,
        "language": channel.language,
        "authors": [{"name": channel.name, "url": f"{channel.site}/"}],
        "items": [_item(entry) for entry in entries],
    }
    return f"{json.dumps(feed, ensure_ascii=False, indent=1)}\n".encode()


def _item(entry: Entry) -> dict[str, Any]:
    item = {
        "id": entry.address,
        "url": entry.address,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.content,
        "date_published": instant(entry.published) if entry.published else None,
        "date_modified": instant(entry.updated),
        "authors": [{"name": name} for name in entry.authors],
        "tags": [label for _, label in entry.topics],
    }
    return {name: value for name, value in item.items() if value}
