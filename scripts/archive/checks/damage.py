"""Owns finding what PDFs, scans and wrong encodings do to a text."""

import re
import unicodedata
from collections.abc import Iterator

from ftfy.badness import BADNESS_RE

from archive.checks.faults import Fault
from archive.problems import quoted

LONGEST_WORD = 30
"""Letters. No word of a real letter is longer; a longer run is words whose spaces were lost."""

_OPENERS = ["of", "in", "to", "on", "for", "by", "at", "from", "with", "and", "that", "is", "as"]
_FOLLOWERS = ["the", "this", "our", "your", "their", "my", "its", "these", "those"]
_GLUED = "|".join(f"{a}{b}" for a in _OPENERS for b in _FOLLOWERS)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"

_LOST_SPACE = re.compile(
    rf"(?<![\w@./-])(?:{_GLUED})(?![\w@])"  # of the
    r"|(?<![\w@/:.-])[a-z]{2,}[.,;:!?][A-Z][a-z]+(?![\w.]*[@/])"  # city.The
    r"|(?<![\w@/:.-])[A-Za-z]?[a-z]+,[a-z]{2,}"  # motion,which
    r"|(?<![\w@/:.-])[a-z]{3,}[A-Z][a-z]{2,}\b"  # londonThe
    rf"|\b\d{{1,2}}(?:{_MONTHS})\b|\b(?:{_MONTHS})\d"  # 11June
)
_LONG_WORD = re.compile(rf"[^\W\d_]{{{LONGEST_WORD + 1},}}")
_CATEGORIES = {
    "Cc": "a control character",
    "Cn": "a character that Unicode lacks",
    "Co": "a private-use character",
}
_NAMED = {"\u00ad": "a soft hyphen", "\ufffd": "a replacement character"} | dict.fromkeys(
    map(
        chr,
        (
            0x200B,
            0x200C,
            0x200E,
            0x200F,
            *range(0x202A, 0x202F),
            0x2060,
            *range(0x2066, 0x206A),
            0xFEFF,
        ),
    ),
    "an invisible character",
)
"""Zero-width marks and marks that turn the writing direction hide what a text says."""


def damage(text: str) -> Iterator[Fault]:
    """Every sign of damage in a running text, in no particular order."""
    yield from strange_characters(text)
    for match in _LOST_SPACE.finditer(text):
        found = f"{quoted(match[0])}, which seems to have lost a space"
        yield _fault(match, found, "words with spaces between them")
    for match in _LONG_WORD.finditer(text):
        found = f"{quoted(match[0], 40)}, a word of {len(match[0])} letters"
        yield _fault(match, found, f"words of at most {LONGEST_WORD} letters")


def strange_characters(text: str) -> Iterator[Fault]:
    """Characters that no document means: ligatures, private use, invisible ones, mojibake."""
    for index, char in enumerate(text):
        if (char < " " or char > "~") and (name := _strangeness(char)):
            found = f"{name} (U+{ord(char):04X})"
            allowed = "the letters it stands for, or nothing; or an entry under exceptions"
            yield Fault(index, index + 1, found, "plain characters", allowed)
    for match in BADNESS_RE.finditer(text) if not text.isascii() else ():
        found = f"{quoted(match[0])}, which looks like text read in a wrong encoding"
        yield _fault(match, found, "the characters that were meant")


def _strangeness(char: str) -> str | None:
    """What is strange about a character; None for nearly all of them."""
    if "\ufb00" <= char <= "\ufb06":
        return f"the ligature {char}"
    if char in "\n\t":
        return None
    return _NAMED.get(char) or _CATEGORIES.get(unicodedata.category(char))


def _fault(match: "re.Match[str]", found: str, wanted: str) -> Fault:
    allowed = "the document's own words; an entry under exceptions if they stand so in it"
    return Fault(match.start(), match.end(), found, wanted, allowed)
