"""Owns recognising how many voted which way, in the forms in which minutes count them."""

import re

from archive.model.motion import Outcome, Votes
from archive.recognition.divisions import divided

_FOR = r"(?:in\s+favou?r|for|ayes?|yeas?|yes|(?<!not-)(?<!not )contents)"
_AGAINST = r"(?:against|not[- ]contents|noes|nays?|no|opposed|dissenting)"
_NUMBER = r"(?<![\w£$€.,/:])(?P<{}>\d{{1,4}}{})(?![\w/%]|[.,:]\d)"
_NOUGHT = "|none|nil|zero|nobody"
_SIGN = r"\s*[:=(,–-]?\s*"
_CAST = r"\s*(?:votes?\s*|members?\s*)?(?:(?:(?:were|being)\s+)?cast\s+|vot(?:ed|ing)\s+)?"
_COUNTS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        _NUMBER.format("for", "") + rf"{_CAST}{_FOR}\b"
        r"[^\d]{0,25}" + _NUMBER.format("against", _NOUGHT) + rf"{_CAST}{_AGAINST}\b"
        r"(?:[^\d.]{0,25}(?P<abstained>\d{1,4})\s*(?:members?\s+)?abst\w+)?",
        rf"\b{_FOR}{_SIGN}"
        + _NUMBER.format("for", _NOUGHT)
        + rf"\)?[^\d]{{0,30}}\b{_AGAINST}{_SIGN}"
        + _NUMBER.format("against", _NOUGHT)
        + rf"(?:\)?[^\d]{{0,30}}\babst\w*{_SIGN}(?P<abstained>\d{{1,4}}))?",
        r"\b(?:carrie[sd]|lost|agreed|passe[sd]|fails|defeated|rejected|approved|adopted|vote[ds]?|voting|by)\b"
        r"[^\d.]{0,30}(?:unanimous\w*\.\s+)?"
        + _NUMBER.format("for", "")
        + r"\s*(?:votes?\s*)?(?:in\s+favou?r\s*)?,?\s*(?:to|[-–])\s*(?P<against>\d{1,4})(?![\w/%]"
        r"|[.,:]\d)"
        r"(?:[^\d.]{0,25}(?P<abstained>\d{1,4})\s*abst\w+)?",
        _NUMBER.format("for", "")
        + r"\s*(?:votes?\s*)?(?:in\s+favou?r|for)\b[^\d]{0,25}"
        + _NUMBER.format("against", _NOUGHT)
        + r"(?:[^\d.]{0,25}(?P<abstained>\d{1,4})\s*abst\w+)?",
    )
)
_IN_SHORT = re.compile(
    r"\b(?:carried|lost|passed|defeated|vote)\b[ :–-]{1,3}(?P<for>\d{1,3})\s?[/:]\s?"
    r"(?P<against>\d{1,3})(?![\w/%])(?P<abstained>)",
    re.IGNORECASE,
)
"""`CARRIED 6/3`, as minutes have it."""

_WORDS = (
    *("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
_IN_WORDS = re.compile(
    rf"\b({'|'.join(_WORDS[1:])})"
    r"(?=\s+(?:(?:members? )?vote[ds]?\b|to\b|for\b|against\b|in\s+favou?r\b|abst))",
    re.I,
)


def counted(flat: str, decided: Outcome) -> Votes | None:
    """The votes as the text counts them; `lost by 19 to 5` names those against first."""
    text = _IN_WORDS.sub(lambda m: str(_WORDS.index(m[1].lower())), flat)
    for form in (_IN_SHORT, *_COUNTS):
        if match := form.search(text):
            counts = [_figure(match[name]) for name in ("for", "against", "abstained")]
            in_favour, against, abstained = counts
            if form is _COUNTS[2] and decided == "rejected" and in_favour > against:
                in_favour, against = against, in_favour
            return _votes(in_favour, against, abstained)
    if sides := divided(flat):
        return _votes(*sides)
    return None


def _votes(in_favour: int, against: int, abstained: int) -> Votes:
    numbers = {"in_favour": in_favour, "against": against, "abstained": abstained}
    return Votes.model_validate({name: str(n) for name, n in numbers.items()})


def _figure(words: str | None) -> int:
    return int(words) if words and words.isdigit() else 0
