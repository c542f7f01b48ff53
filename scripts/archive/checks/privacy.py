"""Owns finding personal data that must not be published by accident."""

import re
from collections.abc import Iterator
from functools import lru_cache

from phonenumbers import Leniency, PhoneNumberMatcher

from archive.checks.faults import Fault
from archive.checks.folding import folded
from archive.checks.identities import (
    FORMS,
    LONG_NUMBER,
    identities,
    may_have_birth,
    may_have_home,
)

WANTED = "no personal data"
MOST_DIALLED = 4_096
"""Runs of digits of which is known at once whether they are telephone numbers."""

ALLOWED = (
    "[redacted: WHAT] in its place with an entry under redactions; or an entry under exceptions"
    " if it is public"
)

_AT_SIGN = r"(?:[@＠﹫]|&#0*64;?|&#x0*40;?|&commat;?|%40|[\[({]\s?at\s?[\])}])"  # noqa: RUF001
_DOT = r"(?:\s?[.．。]\n?|&#0*46;?|&#x0*2e;?|&period;?|%2e|\s?[\[({]\s?dot\s?[\])}]\s?)"  # noqa: RUF001
_EMAIL = re.compile(
    rf"(?<![\w.+'-])[\w.+'-]++\s?{_AT_SIGN}\s?[\w-]++(?:{_DOT}[\w-]++)+"
    r"|(?<![\w.-])[\w.-]++ at (?:[\w-]+ dot )+[a-z]{2,}\b",
    re.IGNORECASE,
)
_EMAIL_SIGNS = ("＠", "﹫", "&#", "&commat", "%40", " dot ")  # noqa: RUF001
_AT_IN_BRACKETS = re.compile(r"at\s?[\])}]")
"""Of what each e-mail address without @ has one in a folded text: to seek this is quicker."""

_DIGITS = re.compile(r"[+(]?\d(?:[\d \t\u00a0\u2007-\u200a\u202f().\-–/]|(?<!\n)\n(?!\n)){5,58}\d")
_DAY = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-(?:[0-2]\d|3[01]))?(?:-\d{1,2})?")
"""A day or a month, or the beginning of an id that has one: digits that would dial in Denmark."""

_CALLED_PHONE = re.compile(
    r"\b(?:tel(?:ephone)?|phone|mob(?:ile)?|cell|fax|facsimile|direct (?:line|dial)"
    r"|switchboard|(?:call|contact|reach|ring|text) (?:me|us|him|her|them) (?:on|at))\b\.?"
    r"(?:\s?(?:number|no\.?))?\s*(?:is|on"
    r"|[:.])?\s*(?P<value>[+(]?\d(?:[ \t()./–-]{0,2}\d){5,14})(?!\w)"
    r"|(?<![\w/.-])(?P<mobile>07\d{3} \d{3} ?\d{3})(?![\w/-])",
    re.IGNORECASE,
)
"""A number that is called one, however it is dialled and in whatever country; a British mobile."""

_POSTCODE = re.compile(
    r"\b(?:[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-BD-HJLNP-UW-Z]{2}"
    r"|[a-z]{1,2}\d[a-z\d]?\s?(?!1st|2nd|3rd|\dth)\d[abd-hjlnp-uw-z]{2})\b"
)
_IN_POSTCODE = re.compile(r"\d[A-Za-z\d]?\s?\d[A-Za-z]{2}")
_STREETS = (
    "Road|Street|Avenue|Lane|Close|Drive|Gardens|Court|Crescent|Terrace|Square|Way|Walk|Row|"
    "Mews|Grove|Place|Hill|Rd|St|Ave"
)
_NOT_STREETS = r"(?:Supreme|Crown|High|County|Criminal|Magistrates[’']?) Court|Downing Street"
_NAME_OF_STREET = rf"(?:[A-Z][\w’'-]+\s){{1,3}}(?:{_STREETS})\b"
_STREET = re.compile(
    r"(?<![\w.,-])(?:Flat \d+[A-Za-z]?,? )?(?!(?:19|20)\d\d )(?:\d{1,4}[-–])?\d{1,4}[A-Za-z]?,?"
    rf"\s(?!(?:[A-Z][\w’'-]+ ){{0,2}}(?:{_NOT_STREETS})){_NAME_OF_STREET}"
)
_IN_STREET = re.compile(rf"\d[A-Za-z]?,?\s{_NAME_OF_STREET}")
_IN_DIGITS = re.compile(r"\d[\d\s()./–-]{5,58}\d")
_FORMS = (
    (_CALLED_PHONE, LONG_NUMBER, "a telephone number"),
    (_POSTCODE, _IN_POSTCODE, "a postcode"),
    (_STREET, _IN_STREET, "a postal address"),
)
"""Each form, figures without which it finds nothing (sought first: it is quicker), and its name."""

_IN_NUMBERS = (*(figures for _, figures, _ in (*_FORMS, *FORMS)), _IN_DIGITS)
_SPACED = re.compile(r"\d[\d()./–-]{0,58} [\d\s()./–-]{0,58}\d")
"""Figures with more white space between them where the words of a text stand on one line."""

_NUMBERS = re.compile(
    r"[0-9\u0660-\u1fff\ua000-\U0010ffff](?:"  # quicker than \d, of which it has each
    + "|".join(dict.fromkeys(figures.pattern[2:] for figures in (*_IN_NUMBERS, _SPACED)))
    + ")"
)
"""The figures of any of them, and of what is dialled: most texts have none of them."""

_CUT_OFF = re.compile(r"[\w.+-]+@\S*|(?<!\w)[+\d][\d ()-]{4,}…")
"""What the shortening of a message can leave of an e-mail address or a telephone number."""


def personal_data(text: str, country: str) -> Iterator[Fault]:
    """E-mail and postal addresses, telephone numbers (as dialled in `country`), identities.

    The value itself is never repeated in a message: messages end up in public logs.
    """
    told = -1
    for fault in sorted(_found(text, country), key=lambda fault: (fault.start, -fault.end)):
        if fault.end > told:
            told = fault.end
            yield fault


def _found(text: str, country: str) -> Iterator[Fault]:
    """The same; what is found in two ways stands there twice."""
    small, numbers = folded(text), bool(_NUMBERS.search(text))
    begin = _first_email(text, small)
    for match in _EMAIL.finditer(text, begin) if begin is not None else ():
        yield _fault(*match.span(), "an e-mail address")
    for start, end, what in identities(text, small, numbers):
        yield _fault(start, end, what)
    for form, figures, what in _FORMS if numbers else ():
        for match in form.finditer(text) if figures.search(text) else ():
            yield _fault(*match.span(match.lastgroup or 0), what)
    for match in _DIGITS.finditer(text) if numbers and _IN_DIGITS.search(text) else ():
        yield from _phone_numbers(text, match, country)


def may_have_personal_data(text: str) -> bool:
    """Whether there may be any in a text, or in one of several that stand in it on lines apart.

    That is seen as well where all its words stand on one line, each apart from the next by a space.
    """
    return may_be_told_in_words(text) or may_be_told_in_figures(text)


def may_be_told_in_words(text: str) -> bool:
    """The same of e-mail addresses, dates of birth and homes."""
    small = folded(text)
    if _first_email(text, small) is not None:
        return True
    return may_have_birth(small) or may_have_home(small)


def may_be_told_in_figures(text: str) -> bool:
    """The same of all others."""
    return bool(_NUMBERS.search(text))


def _first_email(text: str, small: str) -> int | None:
    """Where e-mail addresses begin at the earliest; None where there is none."""
    # A single letter is sought soonest, and few texts have the first of most of these signs.
    if any(sign[0] in small and sign in small for sign in _EMAIL_SIGNS):
        return 0
    if _AT_IN_BRACKETS.search(small):
        return 0
    sign = text.find("@")
    return text.rfind(" ", 0, max(sign - 1, 0)) + 1 if sign >= 0 else None


def masked(text: str, country: str) -> str:
    """The text with personal data, also what is left of it in a shortened text, taken out."""
    for fault in sorted(personal_data(text, country), key=lambda f: f.start, reverse=True):
        text = f"{text[: fault.start]}[{fault.found}]{text[fault.end :]}"
    return _CUT_OFF.sub("[personal data]", text)


def _phone_numbers(text: str, digits: "re.Match[str]", country: str) -> Iterator[Fault]:
    before = digits.start() - 1
    if before >= 0 and (text[before].isalnum() or text[before] in "£$€-/"):
        return
    if _DAY.fullmatch(digits[0]):
        return
    for start, end in _valid_numbers(digits[0].replace("\n", " "), country):
        yield _fault(digits.start() + start, digits.start() + end, "a telephone number")


@lru_cache(MOST_DIALLED)
def _valid_numbers(digits: str, country: str) -> tuple[tuple[int, int], ...]:
    """Where telephone numbers stand among digits, which may come again."""
    numbers = PhoneNumberMatcher(digits, country, leniency=Leniency.VALID)
    return tuple((number.start, number.end) for number in numbers)


def _fault(start: int, end: int, found: str) -> Fault:
    return Fault(start, end, found, WANTED, ALLOWED)
