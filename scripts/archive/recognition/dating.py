"""Owns recognising dates as letters write them; 22/09/2021 is British, a reference is no date."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from archive.model.dates import PartialDate

MONTHS = (
    ("january", "jan", "janvier", "januar", "enero"),
    ("february", "feb", "février", "fevrier", "februar", "febrero"),
    ("march", "mar", "mars", "märz", "marzo"),
    ("april", "apr", "avril", "abril"),
    ("may", "mai", "mayo"),
    ("june", "jun", "juin", "juni", "junio"),
    ("july", "jul", "juillet", "juli", "julio"),
    ("august", "aug", "août", "aout", "agosto"),
    ("september", "sept", "sep", "septembre", "septiembre"),
    ("october", "oct", "octobre", "oktober", "octubre"),
    ("november", "nov", "novembre", "noviembre"),
    ("december", "dec", "décembre", "decembre", "dezember", "diciembre"),
)
_NUMBER = {name: number for number, names in enumerate(MONTHS, 1) for name in names}
_MONTH = rf"(?P<month>{'|'.join(sorted(_NUMBER, key=len, reverse=True))})\.?"
_DAY = r"(?P<day>[0-3]?\d)\s?(?:(?:st|nd|rd|th)\.?)?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_ALONE = r"(?<![\w/.£$€-])"
_ORDINALS = (
    *(
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
    ),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
    *("eighteenth", "nineteenth", "twentieth", "twenty-first", "twenty-second", "twenty-third"),
    *("twenty-fourth", "twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth"),
    *("twenty-ninth", "thirtieth", "thirty-first"),
)
_IN_WORDS = rf"(?P<ordinal>{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"
_FORMS = tuple(
    re.compile(_ALONE + form + r"(?![\w/]|[.-]\w)", re.IGNORECASE)
    for form in (
        rf"{_DAY}\.?\s+(?:day\s+of\s+|of\s+|de\s+|[^\W\d]+\s*/\s*)?{_MONTH},?\s+(?:de\s+|A\.?D\.?,?\s+)?{_YEAR}",
        rf"{_MONTH}\s+{_DAY}(?:[,.]\s*|\s+){_YEAR}",
        rf"{_DAY}(?:\s*(?:,|and|&|to|[-–])\s*[0-3]?\d(?:st|nd|rd|th)?)+\s+{_MONTH},?\s+{_YEAR}",
        rf"{_MONTH}\s+{_DAY}(?:\s*(?:,|and|&|to|[-–])\s*[0-3]?\d(?:st|nd|rd|th)?)+,?\s+{_YEAR}",
        rf"{_YEAR},?\s+{_MONTH}\s+{_DAY}",
        rf"{_DAY}-{_MONTH}-(?P<year>(?:1[5-9]|20)\d\d|\d\d)",
        rf"{_DAY}\s+{_MONTH},?\s?['’]\s?(?P<year>\d\d)",
        r"(?P<year>(?:1[5-9]|20)\d\d)[-/.](?P<number>[01]?\d)[-/.](?P<day>[0-3]?\d)",
        r"(?P<day>[0-3]?\d)[./ ]\s?(?P<roman>x[i]{0,2}|iv|v?i{1,3}|ix|v)[./ ]\s?"
        r"(?P<year>(?:1[5-9]|20)\d\d|\d\d)",
        r"(?P<day>[0-3]?\d)\s?(?P<sign>[/.-])\s?(?P<number>[0-3]?\d)\s?(?P=sign)\s?['’]?"
        r"(?P<year>(?:1[5-9]|20)\d\d|\d\d)",
        rf"{_MONTH}\s+(?P<day>[0-3]\s\d),?\s+{_YEAR}",
        rf"{_IN_WORDS}\s+(?:day\s+)?of\s+{_MONTH},?\s+(?:A\.?D\.?,?\s+)?{_YEAR}",
        rf"{_MONTH},?\s+{_YEAR}",
    )
)
_WITHOUT_YEAR = re.compile(
    rf"{_ALONE}(?:{_DAY}\s+(?:of\s+)?{_MONTH}|(?P<month2>{'|'.join(_NUMBER)})\s+"
    r"(?P<day2>[0-3]?\d)(?:st|nd|rd|th)?)(?!\w|,?\s+\d{4})",
    re.IGNORECASE,
)
_LAST_OF_CENTURY = 35
"""Two-digit years up to this one are of this century: letters are old rather than to come."""

LAST_MONTH = 12
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


@dataclass(frozen=True)
class Dated:
    """A date in a text, and the words that write it; `sure` where its numbers mean one day only."""

    date: PartialDate
    words: str
    start: int
    sure: bool = True


def dates(text: str) -> Iterator[Dated]:
    """Every date with a year in a text, in its order; the same words are read once."""
    taken: list[range] = []
    found: list[Dated] = []
    for form in _FORMS:
        for match in form.finditer(text):
            if any(match.start() in span for span in taken):
                continue
            if (read := _dated(match)) is not None:
                taken.append(range(match.start(), match.end()))
                found.append(read)
    yield from sorted(found, key=lambda one: one.start)


def dates_before(text: str, letter: PartialDate) -> Iterator[Dated]:
    """Dates without a year ("your letter of 11 June"): the last such day up to a letter's own."""
    for match in _WITHOUT_YEAR.finditer(text):
        month = _NUMBER[(match["month"] or match["month2"]).lower().rstrip(".")]
        day = int(match["day"] or match["day2"])
        years = (letter.year, letter.year - 1)
        for year in years:
            known = _day(year, month, day)
            if known and known.first_day <= letter.last_day:
                yield Dated(known, match[0], match.start())
                break


def _dated(match: "re.Match[str]") -> Dated | None:
    groups = match.groupdict()
    written = groups["year"]
    year, short = int(written), len(written) <= len("21")
    if short:
        year += 2000 if year <= _LAST_OF_CENTURY else 1900
    day = int("".join(groups["day"].split())) if groups.get("day") else None
    if ordinal := groups.get("ordinal"):
        day = _ORDINALS.index(ordinal.lower()) + 1
    month = _month(groups)
    if groups.get("sign") and day and month > LAST_MONTH >= day:
        month, day = day, month  # an American date; one that can be British is taken for that
    known = _day(year, month, day)
    return Dated(known, match[0], match.start(), not short) if known else None


def _month(groups: dict[str, str | None]) -> int:
    if written := groups.get("month"):
        return _NUMBER[written.lower()]
    if roman := groups.get("roman"):
        return _ROMAN.index(roman.lower()) + 1
    return int(groups["number"] or 0)


def _day(year: int, month: int, day: int | None) -> PartialDate | None:
    try:
        date(year, month, 1 if day is None else day)
    except ValueError:
        return None
    return PartialDate(year, month, day)
