"""Owns telling the lines at the head of a motion's paper that are no title."""

import re
from collections.abc import Iterator

from archive.recognition.dating import dates
from archive.recognition.givennames import GIVEN
from archive.recognition.names import name_in

NO_TITLE = re.compile(
    r"^(?:whereas\b|ordered\b|resolved\b|early day motions?$|journals?$"
    r"|in the (?:senate|house)\b|be it\b"
    r"|(?:draft |confirmed )?minutes\b"
    r"|to (?:consider|receive|note|debate)\b.*\bmotions?\b"
    r"|agenda\b|press release|(?:news|media) release|news\b"
    r"|notices? (?:of|by|from)\b|contact\b|report (?:of|to|by)\b(?!.*: motion$)|officer\b"
    r"|(?:opposition |government |private members[’']? |urgent |committee |executive )?"
    r"motions?(?: (?:type|detail|number|status|title)s?)?(?: \(.*\))?$"
    r"|i (?:\w+ )?move\b|(?:executive )?summary$|recommendations?$|background$|issues for "
    r"|introduction$|decisions?$|conclusions?$|notes (?:to|for) editors"
    r"|motions? (?:with(?:out)? notice|on notice|for debate|text)|full text|issue - "
    r"|(?:a |an )?(?:senate |house |joint |concurrent )*(?:resolution|ordinance|bill)$"
    r"|[hs]\. (?:con\. |j\. )?res\.|items?\b"
    r"|(?:agreed |members?[’'] )?(?:motions?|resolutions?)(?: for debate| before .*)?$"
    r"|motions? (?:by supervisors?|for leave)\b"
    r"|meeting\b|present\b|(?:outcome|result|status|(?:proposed|moved|seconded) by)$"
    r"|orders? of the day|business of supply$|(?:government|private members[’']?) (?:orders"
    r"|business)"
    r"|(?:(?:annual|special|regular|ordinary) )+(?:town |council )?meeting\b"
    r"|at (?:a|an|the) .*meeting|vote\b|number\b|page\b|extract\b|order paper|council meeting"
    r"|for immediate"
    r"|(?:the )?(?:corporation of )?(?:the )?(?:city|borough|county|town|township|village"
    r"|municipality|state|district|metropolitan|london|parish|royal|shire|province) "
    r"(?:of|council|assembly|borough)\b(?!.*\b(?:call|urge|demand|condemn|back|support|agree|want|declare|vote|join)s\b)"
    r"|(?:that )?(?:the|this) (?:council|assembly|house|parliament)\b"
    r"|(?:board|office|house) of\b|questions?\b|public questions"
    r"|general business$|key (?:information|facts|details)$|response to\b|motions? received\b"
    r"|tabled (?:date|by)$|.*\b(?:the|of|and)$|(?:back|skip) to\b|of the\b|in the county\b"
    r"|council of the\b|motion made\b|question (?:put|proposed)\b|(?:[A-Z][\w’'-]+, ){3,}"
    r"|(?:mr|mrs|ms|dr|sir|lord|lady|miss)\.? [A-Z][^()]*\([^()]*\)"
    r"|part (?:one|two|three|[a-c]|[1-3]|i{1,3})\b"
    r"|(?!\d|.*\bof (?:the )?council$).*\b(?:council|assembly|borough|parliament|senate"
    r"|committee|commission|authority|chamber)(?: \([^)]*\))?$)",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    r"^(?:the |and )?(?:motion|resolution|amendment|vote|outcome|result|status|decision)?\W*"
    r"(?:was |is |were |duly )?(?:unanimously )?"
    r"(?:carried|passed|lost|agreed|adopted|approved|defeated|rejected|withdrawn|unanimous)\b"
    r"(?! of)"
    r"|^(?:votes? )?(?:for|in favou?r|yes|no|ayes|yeas|against|noes|nays|abst\w+)\W*\d"
    r"|\.{4,}|(?:\. ){4,}",
    re.IGNORECASE,
)
"""What became of a motion, a count of votes, a row of dots."""

_LABEL = re.compile(
    r"^(?:meeting|session|reference|ref|file|date|status|type|committee|agenda|number|from|to"
    r"|public"
    r"|access|venue|time|place|ward|department|author|text|motion)\b[^:]{0,20}:",
    re.IGNORECASE,
)
"""What a table of facts calls its values."""

_MOVING = re.compile(
    r"\b(?:moved|proposed|seconded|tabled|supported|sponsored|presented|introduced|submitted)"
    r"(?: by\b|:)"
    r"|\brecommend(?:s|ed)? (?:approval|adoption|passage|against)\b"
    r"|^on (?:the |a )?(?:motion|proposal) of\b|\btabled:|\bsignatories\b|\bsaid:"
    r"|\bwho (?:moved|proposed)\b"
    r"|\b(?:proposer|seconder|mover|sponsors?|in the name of)\b"
    r"|^(?:crs|cllrs|councillors)\.? [\w’' -]+/"
    r"|\bdeclared (?:the |this )?(?:motion|amendment)\b|^\W*\w\W*$",
    re.I,
)


_VENUE = re.compile(
    r"(?:held )?(?:(?:in|at) )?(?:the )?(?:[A-Z][\w’'-]+ ){0,3}(?:Chambers?|(?:Town|City"
    r"|County|Village)[ -]?Hall"
    r"|Civic Cent(?:re|er)|High School|Guildhall|Courthouse|Council Offices)(?:, .*)?",
    re.IGNORECASE,
)
"""Where a body meets."""

_POSTAL = re.compile(r"[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}")
"""The code of a place, in Canada and in Britain."""


def is_of_paper(text: str) -> bool:
    """Whether a line has a day, is a person's name, or says who moves or what was decided."""
    said = _DECIDED.search(text) or _MOVING.search(text) or _LABEL.match(text)
    place = _VENUE.fullmatch(text) or _POSTAL.fullmatch(text)
    return bool(said or place) or any(_dates(text)) or _is_somebody(text)


def _dates(text: str) -> Iterator[bool]:
    """For each date in a line, whether it says when: a month behind a title is a part of it."""
    for found in dates(text):
        yield found.date.day is not None or 2 * len(found.words) > len(text)


_OFFICE = re.compile(
    r",\s+(?:\w+ ){0,3}(?:administrator|secretary|clerk|manager|director|officer|chair\w*|mayor"
    r"|attorney|treasurer|president|engineer|member|leader|minister)\b",
    re.IGNORECASE,
)
"""An office behind a name."""


def _is_somebody(text: str) -> bool:
    """Whether a line is a person's name: it has a title, an honour, a given name or an office."""
    name = name_in(text)
    if name and _OFFICE.search(text):
        return True
    return name is not None and bool(name.before or name.after or name.words[0] in GIVEN)
