"""Owns the forms in which the papers of a body print that something is a motion, and its number."""

import re
from dataclasses import dataclass

from archive.recognition.headlines import NO_TITLE, is_of_paper

_ITEM = (
    r"^(?:(?:agenda )?item\s+)?"
    r"(?:(?P<item>\d{1,3}(?:[./]\d{1,3})?|[A-Z]{1,2}[./-]\d{1,4})[.):]?\s+(?:[–—-]\s+)?)?"
)
_NUMBER = r"(?P<number>[A-Z]{0,3}[/.-]?\d(?:,(?=\d{3})|[\w/.-])*|[A-Z](?!\w)|[IVX]{1,4}(?!\w))"
_MOTION = re.compile(
    _ITEM + r"(?:(?:agreed|notice of|members?[’']|draft|early day|emergency|urgent|opposition"
    r"|white paper) )?"
    r"(?:motion|resolution)\b(?: (?:on|without) notice)?\s*(?:no\.?|number)?\s*"
    rf"{_NUMBER}?"
    r"(?:(?:\s*\(?(?:(?:submitted|moved|proposed) )?(?:by|from|in the names? of)|,)"
    r"\s+[^–—:]{3,60}?(?<!\s[A-Z]))?"
    r"(?:\s*[.):]+\s*[–—-]*\s*|\s*[–—]+\s*|\s+-+\s+)(?P<title>[^\W\d].*)",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"^(?:(?:agreed |composite |early day |(?:general business )?notice of |edm \(?early day "
    r"|house |senate |(?:by:? \w+ )?[hs]\. ?)?"
    r"(?:(?:con\. |j\. |joint |concurrent )?(?:motion\)?|resolution)|res\.|(?:[cj]\. ?)?r\."
    r"|order|ordinance|decision|bill)"
    rf"|minute|edm|article|(?:agenda )?item)\s+(?:(?:no|ref(?:erence)?)\b[.:]*\s*|number\s+|#\s*)?"
    rf"{_NUMBER}[.:]?(?: \d\d[/-]\d\d)?"
    r"(?:\s+(?:(?:in the name of|(?:moved |proposed )?by|from|session of|tabled)\s.*|\(.*\)))?$",
    re.IGNORECASE,
)
_BY_MEMBER = re.compile(
    _ITEM + r"(?:notice of )?motion,? (?:(?:submitted|moved|proposed|tabled|given) )?(?:by|from"
    r"|in the names? of)"
    r" (?:(?! - )[^–—:]){3,60}$",
    re.IGNORECASE,
)
_OF_ROW = re.compile(r"\bWards?:\s")
"""What stands beside a number in the row above a title."""

_CODE = r"(?P<number>[A-Z][A-Z\d]{1,4}-\d{3,6}(?:\.\d+)?)"
_PARLIAMENT = (
    re.compile(
        rf"^\W*{_CODE}\W*\s(?:[^:]{{3,90}}):\s*"
        r"(?P<title>[^—]{3,160}?)\s*(?:—|–|--?)\s*That\b"
    ),
    re.compile(rf"^(?P<title>[^:]{{3,160}}):\s[^:]{{3,160}}\bmoved\s+{_CODE}"),
)
"""The ways in which a business bulletin and the minutes of a parliament begin a motion."""

_CODED = re.compile(r"^(?P<number>[A-Z]{1,4}\d{1,3}(?:\.\d{1,3})+)\W+(?P<title>[^\W\d].*)")
_CODED_ALONE = re.compile(
    r"(?P<number>[A-Z]{1,4}-\d{1,5}|[A-Z]{1,3}/\d{1,4}(?:/\d{2,4})?|\d{1,4}/\d{2,4}|[A-Z]{2,4}M\d{3,5}"
    r"|[HS][CJ]?R \d{1,5})"
    r"(?:[ –-]+[\w’' ]+ [Dd]ebates?)?"
)
_CODED_RESOLUTION = re.compile(
    r"(?i:resolution|ordinance)\s+(?i:no\.?\s*)?(?P<number>[A-Z\d]*\d[\dA-Z-]*)\s+"
    r"(?P<title>(?:[AaOo][Nn]?\s|RE|[A-Z][A-Z’'-]+ING\b|[A-Z][a-z]+ing\b|(?i:of|to|in)\s).{10,400})"
)
_WITH_NAME = re.compile(
    r"^(?:(?P<number>[A-Z]{2,4}\d{3,5})\s+[A-Z][^()]{3,60}\([A-Z][^()]+\)$"
    r"|(?P<notice>\d{1,4})\s+[A-Z][^()]{3,60}: [Tt]o move\b)"
)
"""The number before the name of who moves, in the papers of parliaments."""

_RESOLUTION = re.compile(
    r"(?:a |an )?(?:concurrent |joint )?(?:resolution|ordinance|bill) "
    r"(?:[a-z]+ing|of|to|in|for|on)\b.{10,480}$",
    re.IGNORECASE,
)
"""`A resolution urging`: what American papers call their title."""

_ONLY_RESOLUTION = re.compile(
    r"(?:an? )?(?:concurrent |joint |house |senate )*resolution", re.IGNORECASE
)


@dataclass(frozen=True)
class Printed:
    """The title and number that a line prints, empty where it has none; `item` on its agenda."""

    title: str
    number: str
    item: str = ""


def printed(line: str) -> Printed | None:
    """What a line says that calls something a motion; None where it calls nothing so."""
    if alone := _ALONE.match(line) or _WITH_NAME.match(line) or _CODED_ALONE.fullmatch(line):
        groups = alone.groupdict()
        return Printed("", groups["number"] or groups.get("notice") or "")
    if by_member := _BY_MEMBER.match(line):
        return Printed("", by_member["item"] or "")
    if coded := _CODED.match(line) or _CODED_RESOLUTION.fullmatch(line):
        return Printed("" if _OF_ROW.search(coded["title"]) else coded["title"], coded["number"])
    match = _MOTION.match(line)
    if match is None or NO_TITLE.match(match["title"]):
        return None
    title = "" if is_of_paper(match["title"]) else match["title"]
    return Printed(title, match["number"] or "", match["item"] or "")


def in_parliament(text: str) -> Printed | None:
    """What a paragraph says that has the number, the mover and the title of a motion in one."""
    match = next((m for form in _PARLIAMENT if (m := form.match(text))), None)
    return Printed(match["title"].strip(), match["number"]) if match else None


def calls_resolution(text: str) -> bool:
    """Whether a paragraph says no more than that it is a resolution: its title stands below."""
    return bool(_ONLY_RESOLUTION.fullmatch(text))


def is_resolution(text: str) -> bool:
    """Whether a paragraph begins as the title of a resolution does."""
    return bool(_RESOLUTION.fullmatch(text))
