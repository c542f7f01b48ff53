"""Owns words that were read in a wrong encoding: what they were, where that is sound."""

import re
from collections.abc import Iterator
from types import ModuleType

_LEADS = {"â€": "\x9d", "Ä": "\x81", "Å": "\x8d"}
"""Beginnings of a letter in UTF-8, and the byte behind each that Windows-1252 has no sign for.

With it they are ”, ā and ō, which other programs lose half of.
"""

_LEAD = re.compile("|".join(_LEADS))
_WINDOWS = "sloppy-windows-1252"
"""The encoding as ftfy registers it: with a place for each byte."""


def misread(text: str) -> Iterator["re.Match[str]"]:
    """Where a text looks as if it was read in a wrong encoding."""
    return _ftfy().badness.BADNESS_RE.finditer(text)  # type: ignore[no-any-return]


def fixed(text: str) -> str:
    """What ftfy makes of a text, which it leaves as it is if it cannot have been misread."""
    return text if text.isascii() else str(_ftfy().fix_encoding(text))


def _ftfy() -> ModuleType:
    """The library, loaded where there is a text that needs it: it takes as long as many records."""
    import ftfy.badness

    return ftfy


def decoded(text: str) -> str:
    """What ftfy makes of a word that was read in a wrong encoding, where that is sound."""
    if text.isascii() or not any(misread(text)):
        return text
    found = fixed(text)
    sound = found.split() == [found] and not any(misread(found)) and found.isprintable()
    return found if sound else text


def completed(text: str) -> str:
    """A word of a text that has such words, where each lost only a byte that shows no sign."""
    if text.isascii() or not _LEAD.search(text):
        return text
    found = _read(_LEAD.sub(_with_lost, text))
    return found if found and found.split() == [found] and found.isprintable() else text


def _with_lost(lead: "re.Match[str]") -> str:
    """The beginning of a letter with the byte it lost, unless what follows completes it."""
    whole = lead.string[lead.start() : lead.end() + 1]
    return lead[0] if _read(whole) else lead[0] + _LEADS[lead[0]]


def _read(text: str) -> str | None:
    _ftfy()  # knows the encoding
    try:
        return text.encode(_WINDOWS).decode("utf-8")
    except UnicodeError:
        return None
