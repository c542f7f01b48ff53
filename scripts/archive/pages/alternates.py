"""Owns which other forms of a record stand beside its page, for its Data menu and for machines."""

from archive.exports.addresses import file_beside
from archive.pages.page import Alternate

JSON = ("json", "application/json", "JSON")
MARKDOWN = ("md", "text/markdown", "Markdown")
TEXT = ("txt", "text/plain", "plain text")
AKOMA_NTOSO = ("xml", "application/xml", "Akoma Ntoso (XML)")


def as_data(address: str, noun: str) -> tuple[Alternate, ...]:
    """The one form of a topic, a person or a meeting: JSON."""
    return (_form(address, noun, *JSON),)


def as_document(
    address: str, noun: str, held: bool = True, xml: bool = True
) -> tuple[Alternate, ...]:
    """The forms of a letter or motion: the words alone only where they are `held`."""
    words = (TEXT, AKOMA_NTOSO) if xml else (TEXT,)
    forms = (JSON, MARKDOWN, *(words if held else ()))
    return tuple(_form(address, noun, *form) for form in forms)


def _form(address: str, noun: str, suffix: str, kind: str, name: str) -> Alternate:
    return Alternate(file_beside(address, suffix), kind, f"This {noun} as {name}")
