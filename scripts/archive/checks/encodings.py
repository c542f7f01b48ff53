"""Owns words that were read in a wrong encoding: what they were, where that is sound."""

import re

from ftfy import fix_encoding
from ftfy.badness import BADNESS_RE

_LEADS = {"â€": "\x9d", "Ä": "\x81", "Å": "\x8d"}
"""Beginnings of a letter in UTF-8, and the byte behind each that Windows-1252 has no sign for.

With it they are ”, ā and ō, which other programs lose half of.
"""

_LEAD = re.compile("|".join(_LEADS))
_WINDOWS = "sloppy-windows-1252"
"""The encoding as ftfy registers it: with a place for each byte."""


def decoded(text: str) -> str:
    """What ftfy makes of a word that was read in a wrong encoding, where that is sound."""
    if text.isascii() or not BADNESS_RE.search(text):
        return text
    fixed = fix_encoding(text)
    sound = fixed.split() == [fixed] and not BADNESS_RE.search(fixed) and fixed.isprintable()
    return fixed if sound else text


def completed(text: str) -> str:
    """A word of a text that has such words, where each lost only a byte that shows no sign."""
    if text.isascii() or not _LEAD.search(text):
        return text
    fixed = _read(_LEAD.sub(_with_lost, text))
    return fixed if fixed and fixed.split() == [fixed] and fixed.isprintable() else text


def _with_lost(lead: "re.Match[str]") -> str:
    """The beginning of a letter with the byte it lost, unless what follows completes it."""
    whole = lead.string[lead.start() : lead.end() + 1]
    return lead[0] if _read(whole) else lead[0] + _LEADS[lead[0]]


def _read(text: str) -> str | None:
    try:
        return text.encode(_WINDOWS).decode("utf-8")
    except UnicodeError:
        return None
