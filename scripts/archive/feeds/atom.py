"""Owns feeds as Atom (RFC 4287): https://www.rfc-editor.org/rfc/rfc4287"""

from collections.abc import Mapping, Sequence
from xml.etree import ElementTree as ET

from archive.feeds.channel import Channel
from archive.feeds.entry import Entry, instant, readable

NAMESPACE = "http://www.w3.org/2005/Atom"
XHTML = "http://www.w3.org/1999/xhtml"
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_DIV = "<div>"


def atom_entry(entry: Entry, channel: Channel) -> str:
    """An entry as it stands in every feed that has it."""
    made = ET.Element("entry")
    _text(made, "id", entry.address)
    _text(made, "title", entry.title)
    _text(made, "updated", instant(entry.updated))
    if entry.published:
        _text(made, "published", instant(entry.published))
    for author in entry.authors:
        _text(ET.SubElement(made, "author"), "name", author)
    ET.SubElement(made, "link", rel="alternate", type="text/html", href=entry.address)
    for name, label in entry.topics:
        scheme = f"{channel.site}/topics/"
        ET.SubElement(made, "category", term=name, label=readable(label), scheme=scheme)
    _text(made, "summary", entry.summary)
    content = ET.SubElement(made, "content", {"type": "xhtml", "xml:lang": channel.language})
    content.text = _DIV
    written = ET.tostring(made, encoding="unicode")
    div = entry.content.replace(_DIV, f'<div xmlns="{XHTML}">', 1)
    return written.replace("&lt;div&gt;</content>", f"{div}</content>")


def atom(channel: Channel, entries: Sequence[Entry], written: Mapping[str, str]) -> bytes:
    """The feed; `written` has each entry as `atom_entry` gives it, by its address."""
    feed = ET.Element("feed", {"xmlns": NAMESPACE, "xml:lang": channel.language})
    _text(feed, "id", channel.atom)
    _text(feed, "title", channel.title)
    _text(feed, "subtitle", channel.says)
    _text(feed, "updated", instant(channel.updated(entries)))
    _text(ET.SubElement(feed, "author"), "name", channel.name)
    ET.SubElement(feed, "link", rel="self", type="application/atom+xml", href=channel.atom)
    ET.SubElement(feed, "link", rel="alternate", type="text/html", href=channel.home)
    ET.SubElement(feed, "link", rel="related", type="application/feed+json", href=channel.json)
    _text(feed, "rights", channel.rights)
    head, tail = ET.tostring(feed, encoding="unicode").rsplit("</feed>", 1)
    parts = [HEAD + head, *(written[entry.address] for entry in entries), f"</feed>{tail}\n"]
    return "\n".join(parts).encode()


def _text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = readable(text)
