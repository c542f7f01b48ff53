"""Owns recognising the references of a letter: its writer's own, and its recipient's."""

import re
from collections.abc import Sequence

from archive.recognition.dating import dates
from archive.recognition.paper import Told

_REFERENCE = re.compile(
    r"(?P<whose>our|my|your|ein|eich)?\s*\b(?:(?:(?:file|case|letter|document) )?"
    r"(?:ref(?:erence)?s?|file|cyf)\b\.?\s*"
    r"(?:no\.?|number|id|#)?\s*[:.\s]|(?:case|docket|document|letter)\s*(?:ref|no|number|id)\b\.?"
    r"\s*[:.]?|(?:please )?quote\s*:"
    r"|(?:account|application|complaint|enquiry|inquiry|correspondence|claim|permit|licence|tracking"
    r"|control|request)\s*(?:no\.?|number|id)?\s*:)\s*"
    r"(?P<value>[A-Z0-9][\w/.\-:() ]*\d[\w/.\-:()]*(?: \([A-Za-z]{2,20}\))?"
    r"|(?-i:[A-Z]{1,5}(?:/[A-Z]{1,5})+)\b)",
    re.IGNORECASE,
)
_FILE = re.compile(r"(?:f|d\.?o|g\.?o)\.?\s?no\.?\s*\S*\d.*", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?:(?:telegram|cable|des?patch|dispatch|circular|minute|letter) )?no\.? ?"
    r"(?P<value>(?:[A-Z]{1,5}[-/.])?\d[\w/.-]*)",
    re.IGNORECASE,
)
"""A telegram or despatch is counted: its number has a line of its own."""

_BARE = re.compile(
    r"(?!\d{5}-\d{4}$|\d{3}[.-]\d{3}[.-]\d{4}$)(?=.*[/–-])(?=.*\d)[A-Z0-9][A-Za-z0-9]*(?:[/.–-][A-Za-z0-9]+)+"
)
_CODE = re.compile(
    r"[A-Za-z][\w.]*(?:\.[a-z\d]+)*\s?\(\d{4}\)\s?\d{3,8}|\d{1,3}(?:,\d{3})+/\d+[A-Za-z]?"
    r"|[A-Z] ?\d{5,8}|(?!TEL|FAX|PH|ABN|ACN)[A-Z]{2,4}:\s?\d{4,8}|[A-Z]{1,5}#\s?\d[\w/.-]*"
    r"|(?!GPO|PO|BOX|CS|BP|RM)[A-Z]{2,6}[ -]?\d{3,8}(?:[/:-]\w+)*"
    r"|(?:\d{1,2}-)?[A-Z]{1,6}\.?[ -]?\d{1,8}(?:[/:-]\w+)+"
)
"""A reference of capitals and figures; a postcode has fewer figures."""

_SAYS_REFERENCE = re.compile(r"\bref(?:erence)?\b", re.IGNORECASE)
_COUNTED = re.compile(r"\b(?:request|case|complaint|docket) #\s?(\d[\w/-]*)", re.IGNORECASE)
_ROUTED = re.compile(r"\b(?:attention of|mail ?(?:stop|code))\W*$", re.IGNORECASE)
"""What stands above the code of an office that gets the reply."""

_LONGEST = 60


def references(lines: Sequence[str]) -> tuple[Told | None, Told | None]:
    """The writer's own reference and the recipient's ("Your ref"), as the lines label them."""
    own = yours = None
    for line in lines:
        for match in _REFERENCE.finditer(line):
            value = re.split(r"\s+(?=(?:our|your|my)\b|date\b)", match["value"], flags=re.I)[0]
            told = Told(_undated(value).strip(" .,;"), line)
            if (match["whose"] or "").lower() == "your":
                yours = yours or told
            else:
                own = own or told
    return own or _unlabelled(lines), yours


def _undated(value: str) -> str:
    """A reference without the date that stands behind it, apart from it."""
    for found in dates(value):
        before = value[: found.start].rstrip(" -–—,")
        ends = not value[found.start + len(found.words) :].strip(" .")
        if ends and value[found.start - 1 : found.start].isspace() and re.search(r"\d", before):
            return before
    return value


def in_subject(title: str) -> Told | None:
    """The reference that a subject has: behind a word that says so, or behind `#`."""
    own = references([title])[0] if _SAYS_REFERENCE.search(title) else None
    counted = _COUNTED.search(title)
    return own or (Told(counted[1], title, sure=False) if counted else None)


def is_reference(text: str) -> bool:
    """Whether a line says a reference and nothing else."""
    words = text.strip()
    return bool(_REFERENCE.match(words) or _FILE.fullmatch(words)) and len(words) <= _LONGEST


def names_reference(line: str) -> bool:
    """Whether a line names a reference, whatever else it says."""
    return bool(_REFERENCE.search(line))


def _unlabelled(lines: Sequence[str]) -> Told | None:
    """A reference that stands on a line of its own, without a word that says what it is."""
    above = ""
    for line in lines:
        words, routed, above = line.strip().rstrip(".]"), _ROUTED.search(above), line
        if routed:
            continue
        if counted := _NUMBERED.fullmatch(words):
            return Told(counted["value"], line, sure=False)
        bare = _BARE.fullmatch(words) or _CODE.fullmatch(words)
        if _FILE.fullmatch(words) or (bare and next(dates(words), None) is None):
            return Told(words, line, sure=False)
    return None
