"""Owns telling the lines at the head of a motion's paper that are no title."""

import re

from archive.recognition.dating import dates
from archive.recognition.givennames import GIVEN
from archive.recognition.names import name_in

NO_TITLE = re.compile(
    r"^(?:whereas\b|ordered\b|resolved\b|be it\b|(?:draft |confirmed )?minutes\b"
    r"|agenda\b|press release|(?:news|media) release|news\b"
    r"|notice of\b"
    r"|(?:agreed |members?[’'] )?(?:motions?|resolutions?)(?: for debate| before .*)?$"
    r"|meeting\b|present\b"
    r"|at (?:a|an|the) .*meeting|vote\b|number\b|page\b|extract\b|order paper|council meeting"
    r"|for immediate"
    r"|(?:city|borough|county|town|township|village|municipality|state|district|metropolitan"
    r"|london|parish|royal|shire|province) "
    r"(?:of|council|assembly|borough)\b"
    r"|(?:that )?(?:the|this) (?:council|assembly|house|parliament)\b"
    r"|(?:board|office|house) of\b|questions?\b|public questions"
    r"|.*\b(?:council|assembly|borough|parliament|senate|committee|commission|authority|chamber)"
    r"(?: \([^)]*\))?$)",
    re.IGNORECASE,
)
_MOVING = re.compile(
    r"\b(?:moved|proposed|seconded|tabled|supported|sponsored)(?: by\b|:)"
    r"|\bsaid:|\bwho (?:moved|proposed)\b"
    r"|\b(?:proposer|seconder|mover|sponsors?|in the name of)\b",
    re.I,
)


def is_of_paper(text: str) -> bool:
    """Whether a line has a day, is a person's name, or says who moves."""
    return bool(next(dates(text), None) or _MOVING.search(text)) or _is_somebody(text)


def _is_somebody(text: str) -> bool:
    """Whether a line is a person's name: it has a title, an honour or a given name."""
    name = name_in(text)
    return name is not None and bool(name.before or name.after or name.words[0] in GIVEN)
