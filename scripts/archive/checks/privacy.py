"""Owns finding personal data that must not be published by accident."""

import re
from collections.abc import Iterator

from phonenumbers import Leniency, PhoneNumberMatcher

from archive.checks.faults import Fault

WANTED = "no personal data"
ALLOWED = (
    "[redacted: WHAT] in its place with an entry under redactions; or an entry under exceptions"
    " if it is public"
)

_EMAIL = re.compile(r"[\w.+'-]+(?:@|\s?[\[({]\s?at\s?[\])}]\s?)[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_DIGITS = re.compile(r"[+(]?\d[\d\s().\-–/]{5,}\d")  # noqa: RUF001
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?[ \t\u00a0]?\d[A-BD-HJLNP-UW-Z]{2}\b")
_STREETS = (
    "Road|Street|Avenue|Lane|Close|Drive|Gardens|Court|Crescent|Terrace|Square|Way|Walk|Row|"
    "Mews|Grove|Place|Hill|Rd|St|Ave"
)
_STREET = re.compile(
    rf"\b(?:Flat \d+[A-Za-z]?,? )?\d{{1,4}}[A-Za-z]?,? (?:[A-Z][\w’'-]+ ){{1,3}}(?:{_STREETS})\b"  # noqa: RUF001
)


def personal_data(text: str, country: str) -> Iterator[Fault]:
    """E-mail addresses, telephone numbers (as dialled in `country`) and postal addresses.

    The value itself is never repeated in a message: messages end up in public logs.
    """
    for match in _EMAIL.finditer(text):
        yield _fault(match.start(), match.end(), "an e-mail address")
    for match in _DIGITS.finditer(text):
        yield from _phone_numbers(text, match, country)
    for match in _POSTCODE.finditer(text):
        yield _fault(match.start(), match.end(), "a postcode")
    for match in _STREET.finditer(text):
        yield _fault(match.start(), match.end(), "a postal address")


def _phone_numbers(text: str, digits: "re.Match[str]", country: str) -> Iterator[Fault]:
    before = digits.start() - 1
    if before >= 0 and (text[before].isalnum() or text[before] in "£$€-/"):
        return
    for number in PhoneNumberMatcher(digits[0], country, leniency=Leniency.VALID):
        start = digits.start() + number.start
        yield _fault(start, digits.start() + number.end, "a telephone number")


def _fault(start: int, end: int, found: str) -> Fault:
    return Fault(start, end, found, WANTED, ALLOWED)
