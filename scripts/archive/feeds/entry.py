"""Owns what a feed holds: entries, each with its full text, apart from any format."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from xml.etree import ElementTree as ET

from archive.model.dates import PartialDate

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML 1.0 document can have: https://www.w3.org/TR/xml/#charsets"""


@dataclass(frozen=True)
class Entry:
    """One thing to be told: a record or a change. `content` is a `<div>` of HTML and of XML.

    `address` is absolute and is the entry's identity: it stays when the entry changes. `updated`
    is when it changed last; `published` when it first appeared here, where that is known; `dated`
    is the date of the thing itself.
    """

    address: str
    title: str
    summary: str
    content: str
    updated: datetime
    dated: datetime
    published: datetime | None = None
    authors: tuple[str, ...] = ()
    topics: tuple[tuple[str, str], ...] = ()


def midnight(date: PartialDate) -> datetime:
    """The moment that stands for a date where no other is known: its first day, 0:00 UTC."""
    return datetime.combine(date.first_day, time(), UTC)


def instant(moment: datetime) -> str:
    """A moment as feeds write it (RFC 3339): `2026-11-22T20:55:23Z`."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def readable(text: str) -> str:
    """A text without the characters that XML cannot have."""
    return _NOT_XML.sub("\ufffd", text)


class Writer:
    """Writes HTML that is XML too; every text is escaped."""

    def __init__(self) -> None:
        self.root = ET.Element("div")

    def add(
        self, tag: str, *parts: str | ET.Element, inside: ET.Element | None = None
    ) -> ET.Element:
        """An element with texts and elements in it, at the end of the content or of another."""
        element = ET.SubElement(self.root if inside is None else inside, tag)
        _fill(element, parts)
        return element

    @property
    def written(self) -> str:
        """All of it."""
        return ET.tostring(self.root, encoding="unicode", short_empty_elements=True)


def element(tag: str, *parts: str | ET.Element, **attributes: str) -> ET.Element:
    """An element that stands alone, with texts and elements in it."""
    made = ET.Element(tag, attributes)
    _fill(made, parts)
    return made


def link(address: str, text: str) -> ET.Element:
    """A link to an absolute address."""
    return element("a", text, href=address)


def _fill(into: ET.Element, parts: Iterable[str | ET.Element]) -> None:
    last: ET.Element | None = None
    for part in parts:
        if isinstance(part, ET.Element):
            into.append(part)
            last = part
        elif last is None:
            into.text = (into.text or "") + readable(part)
        else:
            last.tail = (last.tail or "") + readable(part)
