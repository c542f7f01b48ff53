"""Owns finding what PDFs, scans and wrong encodings do to a text."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import filterfalse

from archive.checks.encodings import misread
from archive.checks.faults import Fault
from archive.problems import quoted

MOST_WORDS = 65_536
"""Words of which is known at once that they are sound: letters share nearly all of theirs."""

LONGEST_WORD = 30
"""Letters. No word of a real letter is longer; a longer run is words whose spaces were lost."""

_OPENERS = ["of", "in", "to", "on", "for", "by", "at", "from", "with", "and", "that", "is", "as"]
_FOLLOWERS = ["the", "this", "our", "your", "their", "my", "its", "these", "those"]
_GLUED = "|".join(f"{a}{b}" for a in _OPENERS for b in _FOLLOWERS)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"

_COUNTED = "million|billion|thousand|years|months|weeks|days|hours|people|per cent"
_LEADING = "and|also|of|in|to|by|for|the|with|from|than|were|was"

_LOST_SPACE = re.compile(
    r"(?<!\w)(?:"  # once for all: most places are within a word
    rf"(?<![@./-])(?:{_GLUED})(?![\w@])"  # of the
    r"|(?<![@/:.-])[a-z]{2,}+[.,;:!?][A-Z][a-z]++(?![\w.]*[@/])"  # city.The
    r"|(?<![@/:.-])[A-Za-z][a-z]++,[a-z]{2,}"  # motion,which
    r"|(?<![@/:.-])[a-z]{3,}+[A-Z][a-z]{2,}\b"  # londonThe
    rf"|\d{{1,2}}(?:{_MONTHS})\b|(?:{_MONTHS})\d"  # 11June
    rf"|\d++(?:{_COUNTED})\b|(?:{_LEADING})\d+"  # 42million, and15
    r"|\((?:[b-rt-z]\)[a-z]{2,}|[a-z]\)[A-Z][a-z]+)"  # (b)veterans; but (s)he
    r"|[A-Z]{2,}s?\)[a-z]{3,}"  # (KTPs)programme
    r"|(?<![@/:.-])[a-z]{3,}+\([a-z]{4,}+(?=\s)"  # data(opens; but child(ren)
    r")"
)
_CUT_WORD = re.compile(r"(?<![\w-])[A-Za-z]?[a-z]+-\n[a-z]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_LONG_WORD = re.compile(rf"(?<![^\W\d_])[^\W\d_]{{{LONGEST_WORD + 1},}}")
_CATEGORIES = {
    "Cc": "a control character",
    "Cf": "an invisible character",
    "Cn": "a character that Unicode lacks",
    "Co": "a private-use character",
    "Zl": "a line separator",
    "Zp": "a paragraph separator",
}
"""Zero-width marks and marks that turn the writing direction hide what a text says."""

_UNUSUAL = re.compile(r"[^ -~\n\t‘’“”–—…•£]")  # noqa: RUF001
"""What is neither of a typewriter nor a sign that nearly every letter has."""

_MISREAD_POUND = re.compile(r"£(?:[^\x00-\x7f]|(?<=[^\x00-\x7f]£))")
"""What mojibake has, unless it has a letter beyond ASCII that is unusual."""

_NAMED = {"\u00ad": "a soft hyphen", "\ufffd": "a replacement character"} | dict.fromkeys(
    "\u115f\u1160\u2800\u3164\uffa0", "an invisible character"
)
_JOINERS = "\u200c\u200d"
_FIRST_JOINED = "\u0590"
"""From here on scripts (and emoji) are joined by invisible characters; Latin letters are not."""

_FLAG, _TAGS = "\U0001f3f4", ("\U000e0020", "\U000e007f")
"""A black flag and the invisible tags behind it make the flags of England, Scotland and Wales."""


def damage(text: str) -> Iterator[Fault]:
    """Every sign of damage in a running text, in no particular order."""
    yield from strange_characters(text)
    if "://" in text or "www." in text:
        text = _ADDRESS.sub(lambda match: " " * len(match[0]), text)
    if _may_be_damaged(text.split()):
        yield from _damaged_words(text)
    for match in _CUT_WORD.finditer(text) if "-\n" in text else ():
        found = f"{quoted(match[0])}, a word cut at the end of a line"
        yield _fault(match, found, "the whole word on one line")


def _damaged_words(text: str) -> Iterator[Fault]:
    """Words that lost the spaces between them."""
    for match in _LOST_SPACE.finditer(text):
        found = f"{quoted(match[0])}, which seems to have lost a space"
        yield _fault(match, found, "words with spaces between them")
    for match in _LONG_WORD.finditer(text):
        found = f"{quoted(match[0], 40)}, a word of {len(match[0])} letters"
        yield _fault(match, found, f"words of at most {LONGEST_WORD} letters")


_SOUND = set[str]()
"""Words that are known not to be damaged."""


def _may_be_damaged(words: list[str]) -> bool:
    """Whether any of these words may be damaged.

    To ask this of each word once is quicker than to seek in the whole text.
    """
    new = set(filterfalse(_SOUND.__contains__, words))
    doubtful = set(filter(_doubtful, new))
    if len(_SOUND) < MOST_WORDS:
        _SOUND.update(new - doubtful)
    return bool(doubtful)


def _doubtful(word: str) -> bool:
    """Whether a word may be damaged, whatever stands before and behind it."""
    in_text = f"{word} cent "  # of all that is sought, only `per cent` has a space in it
    return bool(_LOST_SPACE.search(in_text) or _LONG_WORD.search(word))


def may_be_strange(text: str) -> bool:
    """Whether there may be strange characters in a text, or in one of several joined in it."""
    if text.isascii():
        return not text.replace("\n", "").replace("\t", "").isprintable()
    return "£" in text or bool(_UNUSUAL.search(text))


def strange_characters(text: str) -> Iterator[Fault]:
    """Characters that no document means: ligatures, private use, invisible ones, mojibake."""
    if not may_be_strange(text):
        return
    for match in _UNUSUAL.finditer(text):
        index = match.start()
        if name := _strangeness(match[0], text[index - 1 : index]):
            found = f"{name} (U+{ord(match[0]):04X})"
            allowed = "the letters it stands for, or nothing; or an entry under exceptions"
            yield Fault(index, index + 1, found, "plain characters", allowed)
    for match in misread(text) if _may_be_misread(text) else ():
        found = f"{quoted(match[0])}, which looks like text read in a wrong encoding"
        yield _fault(match, found, "the characters that were meant")


def _may_be_misread(text: str) -> bool:
    unusual = any(not match[0].isascii() for match in _UNUSUAL.finditer(text))
    return unusual or bool(_MISREAD_POUND.search(text))


def _strangeness(char: str, before: str) -> str | None:
    """What is strange about a character after another; None for nearly all of them."""
    if "\ufb00" <= char <= "\ufb06":
        return f"the ligature {char}"
    if char in "\n\t" or _joins(char, before):
        return None
    if unicodedata.combining(char) and len(unicodedata.normalize("NFC", before + char)) == 1:
        return "an accent apart from its letter"
    return _NAMED.get(char) or _CATEGORIES.get(unicodedata.category(char))


def _joins(char: str, before: str) -> bool:
    """Whether an invisible character is one that its neighbour needs, as in emoji and Persian."""
    if char in _JOINERS:
        return before >= _FIRST_JOINED
    return _TAGS[0] <= char <= _TAGS[1] and (before == _FLAG or _TAGS[0] <= before <= _TAGS[1])


def _fault(match: "re.Match[str]", found: str, wanted: str) -> Fault:
    allowed = "the document's own words; an entry under exceptions if they stand so in it"
    return Fault(match.start(), match.end(), found, wanted, allowed)
