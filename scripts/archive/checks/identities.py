"""Owns finding numbers and days by which a private person is known: of birth, of health, of tax."""

import re
from collections.abc import Iterator

_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_DAY = (
    r"(?:\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,4}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTHS})[a-z]*\.?,?\s+(?:1[89]|20)\d\d"
    rf"|(?:{_MONTHS})[a-z]*\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:1[89]|20)\d\d)"
)
_CALLED_DOB = r"d\.?\s?o\.?\s?b\b"
_BORN = re.compile(
    rf"\b(?:date of birth|birth ?date|{_CALLED_DOB}\.?|(?:was |were )?born(?: on)?|birthday is)"
    rf"\s*(?:is|was|on|[:–-])?\s*(?P<value>{_DAY})",
    re.IGNORECASE,
)
_NHS = re.compile(r"(?<![\w/.-])(?P<value>\d{3}([ -])\d{3}\2\d{4})(?![\w/-]|\.\d)")
_CALLED_NHS = re.compile(
    r"\bNHS\s+(?:number|no\.?)\s*(?:is|[:–-])?\s*(?P<value>\d{3}[ -]?\d{3}[ -]?\d{4})",
    re.IGNORECASE,
)
_INSURED = re.compile(
    r"(?<![\w/-])(?P<value>(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
    r"(?:\s?\d\d){3}\s?[A-D])(?![\w/-])"
)
_SOCIAL = re.compile(
    r"\b(?:SSN|social security (?:number|no\.?))\s*(?:is|[:–-])?\s*(?P<value>\d{3}-?\d\d-?\d{4})\b"
    r"|(?<![\w/-])(?P<bare>(?!000|666|9)\d{3}-(?!00)\d\d-(?!0000)\d{4})(?![\w/-])",
    re.IGNORECASE,
)
_PAPERS = re.compile(
    r"\b(?:passport|driving licen[cs]e|driver['’]s licen[cs]e|home office ref(?:erence)?"
    r"|bank account"
    r"|account|sort code|hospital|patient|crime reference)\s+(?:number|no\.?)\s*(?:is|[:–-])?\s*"
    r"(?P<value>[A-Z]{0,4}[ /-]?\d[\d /-]{3,20}\d)(?!\w)",
    re.IGNORECASE,
)
_HOUSES = (
    "House|Cottage|Rectory|Vicarage|Farm|Lodge|Villa|Hall|Flat|Flats|Tower|Mansions|Road|Street|"
    "Avenue|Lane|Close|Drive|Gardens|Court|Crescent|Terrace|Square|Way|Walk|Row|Mews|Grove|Place|Hill"
)
_HOME = re.compile(
    r"\b(?i:home|private) address\s*(?:is|[:–-])\s*(?P<value>\S[^\n;]{5,120}?)(?=\.?\s*$|\.\s|;)"
    r"|\b(?:(?:[Ww]ho|[Ss]?[Hh]e) (?:lives?|lived|resides?|resided)|(?:whose|my|her|his"
    r"|their) home is)"
    rf"\s+(?:at|in)\s+(?P<at>(?=[^\n.;()]{{0,60}}\b(?:\d|{_HOUSES})\b)(?:\d|[A-Z])[^\n.;()]{{4,90}}?)"
    r"(?=[.;()]|,? (?:and|who|which|where|with|since|for|has|is|was)\b|$)",
    re.MULTILINE,
)

_OF_BIRTH, _DOB = ("birth", "born"), re.compile(_CALLED_DOB)
_AT_HOME = ("me address", "te address", "o live", "he live", "o reside", "he reside", " home is")
_IN_AT_HOME = ("address", "live", "reside", "home is")
"""What _BORN and _HOME have in a folded text, and what of that is sought first."""

LONG_NUMBER = re.compile(r"\d(?:[\s()./–-]{0,2}\d){5}")
"""Six figures or more, near one another: each number but that of a paper has them."""

_OF_NHS = re.compile(r"\d\d\d[ -]?\d{3}[ -]?\d{4}")

FORMS = (
    (_CALLED_NHS, _OF_NHS, "an NHS number"),
    (_INSURED, re.compile(r"\d\d(?:\s?\d\d){2}\s?[A-D]"), "a National Insurance number"),
    (_SOCIAL, re.compile(r"\d\d\d-?\d\d-?\d{4}"), "a social security number"),
    (_PAPERS, re.compile(r"\d[\d /-]{3,20}\d"), "a personal number"),
)
"""Each form, figures without which it finds nothing (sought first: it is quicker), and its name."""

Found = tuple[int, int, str]
"""Where it begins and ends, and what it is."""


def may_have_birth(small: str) -> bool:
    """Whether a folded text may tell a date of birth."""
    return any(map(small.__contains__, _OF_BIRTH)) or bool(_DOB.search(small))


def may_have_home(small: str) -> bool:
    """Whether a folded text may tell a home address."""
    if not any(map(small.__contains__, _IN_AT_HOME)):
        return False
    return any(map(small.__contains__, _AT_HOME))


def identities(text: str, small: str, numbers: bool) -> Iterator[Found]:
    """Dates of birth, numbers of NHS, National Insurance, papers and accounts, homes.

    `small` is the text folded, `numbers` whether to look for any but those of days and homes.
    An NHS number without its name counts only where its last digit proves the others (the modulus
    11 rule of the NHS Data Dictionary); HMRC's manual NIM39110 has the form of a NINO.
    """
    if may_have_birth(small):
        yield from ((*match.span("value"), "a date of birth") for match in _BORN.finditer(text))
    for form, figures, what in FORMS if numbers else ():
        if figures.search(text):
            yield from ((*match.span(match.lastgroup or 0), what) for match in form.finditer(text))
    for match in _HOME.finditer(text) if may_have_home(small) else ():
        yield (*match.span(match.lastgroup or 0), "a home address")
    for match in _NHS.finditer(text) if numbers and _OF_NHS.search(text) else ():
        if is_nhs_number(match["value"]):
            yield (*match.span("value"), "an NHS number")


def is_nhs_number(text: str) -> bool:
    """Whether ten digits end with the check digit of an NHS number."""
    digits = [int(char) for char in text if char.isdigit()]
    rest = 11 - sum(digit * (10 - place) for place, digit in enumerate(digits[:9])) % 11
    return rest != 10 and digits[9] == rest % 11 and len(set(digits)) > 1  # noqa: PLR2004 (the rule)
