"""Owns counting a vote that is recorded by names or in a table: a division."""

import re
from collections.abc import Sequence

_FOR = r"(?:[Ff]or|FOR|[Ii]n [Ff]avou?r|IN FAVOU?R|[Aa]yes?|AYES?|[Yy]eas?|YEAS?|Yes|YES)"
_AGAINST = r"(?:[Aa]gainst|AGAINST|[Nn]oes|NOES|[Nn]ays?|NAYS?|Opposed|OPPOSED|No|NO)"
_ABSTAINED = r"(?:[Aa]bst\w*|ABST\w*|[Nn]ot [Vv]oting|[Pp]resent)"
_OF_MOTION = r"(?: (?:of )?the (?:\w+ )?motion)?"
_NAMES = re.compile(
    rf"\b{_FOR}{_OF_MOTION}\s*(?:\(?(?P<count>\d{{1,3}})\)?)?\s*[:–—-]\s*(?P<names>[^:]{{2,2000}}?)\s*"
    rf"\b{_AGAINST}{_OF_MOTION}\s*(?:\(?(?P<count2>\d{{1,3}})\)?)?\s*[:–—-]\s*(?P<names2>[^:]{{2,2000}}?)"
    rf"(?:\s*\b{_ABSTAINED}{_OF_MOTION}\s*(?:\(?(?P<count3>\d{{1,3}})\)?)?\s*[:–—-]\s*"
    r"(?P<names3>[^:]{2,2000}?))?"
    r"(?=\s*(?:\b(?:Absent|ABSENT|The|Motion|MOTION|Carried|CARRIED|Lost|LOST|Accordingly|Whereupon)\b|$))"
)
_TABLE = re.compile(
    rf"\b{_FOR}\s+{_AGAINST}(?:\s+{_ABSTAINED})?\s+(?:.{{0,3000}}?\b(?:Totals?|TOTALS?)\b\s*:?\s*)?"
    r"(?P<count>\d{1,3})\s+(?P<count2>\d{1,3})(?:\s+(?P<count3>\d{1,3}))?(?![\w/:.-])"
)
_BEHIND = re.compile(r"[(–—-]\s*(\d{1,3})\s*\)?\W*$")
_BETWEEN = re.compile(r"[,;]|\band\b|&")
_NOBODY = re.compile(r"^\W*(?:none|nil|nobody|no one|0)?\W*$", re.IGNORECASE)


def divided(flat: str) -> Sequence[int] | None:
    """How many voted for and against and abstained, where a text lists them or has a table."""
    if match := _TABLE.search(flat):
        return [int(match[name] or 0) for name in ("count", "count2", "count3")]
    if match := _NAMES.search(flat):
        sides = (("count", "names"), ("count2", "names2"), ("count3", "names3"))
        return [_side(match[count], match[names] or "") for count, names in sides]
    return None


def _side(count: str | None, names: str) -> int:
    """The figure before or behind the names of a side; else how many they are."""
    behind = _BEHIND.search(names)
    if count or behind:
        return int(count or (behind[1] if behind else 0))
    if _NOBODY.match(names):
        return 0
    return sum(any(char.isupper() for char in part) for part in _BETWEEN.split(names))
