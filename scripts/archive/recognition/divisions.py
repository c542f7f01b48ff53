"""Owns counting a vote that is recorded by names or in a table: a division."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_FOR = r"(?:[Ff]or|FOR|[Ii]n [Ff]avou?r|IN FAVOU?R|[Aa]yes?|AYES?|[Yy]eas?|YEAS?|Yes|YES)"
_AGAINST = r"(?:[Aa]gainst|AGAINST|[Nn]oes|NOES|[Nn]ays?|NAYS?|Opposed|OPPOSED|No|NO)"
_ABSTAINED = r"(?:[Aa]bst\w*|ABST\w*|[Nn]ot [Vv]oting|[Pp]resent)"
_LABEL = re.compile(
    rf"\b(?:(?P<for>{_FOR})|(?P<against>{_AGAINST})|(?P<abstained>{_ABSTAINED})"
    r"|(?P<absent>[Aa]bsent|ABSENT|[Ee]xcused|EXCUSED|[Aa]pologies))"
    r"(?i: (?:of )?(?:the )?(?:\w+ )?(?:motion|resolution))?\s*:?\s*\(?(?P<count>\d{1,3})?\)?"
    r"(?:\s*[:–—-]|,? w(?:as|ere)\b)\s*(?=\S)"
)
_ENDS = re.compile(
    r"(?<=[a-z)])\.\s+(?=[A-Z])|\b(?:The|Motion|MOTION|Carried|CARRIED|Lost|LOST|Accordingly"
    r"|Whereupon|Majority|Result|Chairman|Resolution)\b|\b[A-Z]+ [A-Z]{2,} [A-Z]{2,}|$"
)
"""What follows the names of the last side."""

_TABLE = re.compile(
    rf"\b{_FOR}\s+{_AGAINST}(?:\s+{_ABSTAINED})?\s+(?:.{{0,3000}}?\b(?:Totals?|TOTALS?)\b\s*:?\s*)?"
    r"(?P<count>\d{1,3})\s+(?P<count2>\d{1,3})(?:\s+(?P<count3>\d{1,3}))?(?![\w/:.-])"
)
_ROLL = re.compile(
    r"[A-Z][\w’'-]+\s?[,:–-]\s*(?:(?P<for>yes|aye|yea|y)|(?P<against>no|nay|n)"
    r"|(?P<abstained>abst\w+))(?=[\s,;.)]|$)",
    re.IGNORECASE,
)
"""One of those who are called by name, and how they vote: `Voll – yes`."""

_SEVERAL = 2
_BEHIND = re.compile(r"[(–—-]\s*(?:[Tt]otal:?\s+)?(\d{1,3})\s*\)?\W*$")
_BETWEEN = re.compile(r"[,;]|\band\b|&")
_NOBODY = re.compile(r"\W*(?:(?:none|nil|nobody|no one|0)(?:\W|$)|$)", re.IGNORECASE)
_LONGEST = 2_000
"""Characters of the names of a side."""


def divided(flat: str) -> Sequence[int] | None:
    """How many voted for and against and abstained, where a text lists them or has a table."""
    if match := _TABLE.search(flat):
        return [int(match[name] or 0) for name in ("count", "count2", "count3")]
    sides = list(_sides(flat))
    for index, ((kind, ayes), (other, noes)) in enumerate(pairwise(sides)):
        if (kind, other) == ("for", "against"):
            behind = sides[index + 2 : index + 3]
            return [ayes, noes, *(n if k == "abstained" else 0 for k, n in behind or [("", 0)])]
    called = [one.lastgroup for one in _ROLL.finditer(flat)]
    if len(called) >= _SEVERAL and "for" in called:
        return [called.count(side) for side in ("for", "against", "abstained")]
    return None


def _sides(flat: str) -> Iterator[tuple[str, int]]:
    """Each side that has a label, and how many it has, in their order."""
    labels = list(_LABEL.finditer(flat))
    for index, label in enumerate(labels):
        following = labels[index + 1].start() if index + 1 < len(labels) else len(flat)
        names = flat[label.end() : min(following, label.end() + _LONGEST)]
        end = _ENDS.search(names)
        names = names[: end.start()] if end else names
        yield _kind(label), _count(label["count"], names.strip())


def _kind(label: "re.Match[str]") -> str:
    return next(kind for kind in ("for", "against", "abstained", "absent") if label[kind])


def _count(count: str | None, names: str) -> int:
    """The figure before or behind the names of a side; else how many they are."""
    behind = _BEHIND.search(names)
    if count or behind:
        return int(count or (behind[1] if behind else 0))
    if not names or _NOBODY.match(names):
        return 0
    return sum(any(char.isupper() for char in part) for part in _BETWEEN.split(names))
