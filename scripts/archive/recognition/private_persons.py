"""Owns recognising names that may be of private persons: those beside sensitive words."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from archive.recognition.bodies import BODIES
from archive.recognition.dating import MONTHS
from archive.recognition.givennames import GIVEN
from archive.recognition.names import plain

_SENSITIVE = re.compile(
    r"\b(?:my|our|his|her|your) constituents?\b|\b(?:"
    # health
    r"asthma\w*|cancer|dementia|diagnos\w+|disab\w+|depress(?:ed|ion)|eating disorder|epilep\w+"
    r"|hiv|ill(?:ness)?|injur\w+|mental health|miscarr\w+|overdose\w*|patient|pregnan\w+"
    r"|psychiatric|self-harm\w*|suicid\w*|surgery|tumou?r|wheelchair|hospital(?:ised|ized)?"
    # death
    r"|bereave\w*|corone\w+|died|death|dying|funeral|inquest|killed|murder\w*|drowned|mourn\w*"
    # crime
    r"|abus\w+|accused|arrest\w*|assault\w*|bail|charged with|convict\w+|custody|fraud|harass\w+"
    r"|offen[cd]\w+|prison\w*|prosecut\w+|rape\w*|robbed|sentenced|shot|stabb\w+|stalk\w+|theft"
    r"|traffick\w+|victims?"
    # asylum
    r"|asylum|deport\w+|detain\w+|immigration|refugee|removal directions|visa|home office case"
    # children and families
    r"|aged (?:\d|one|two|three|four|five|six|seven|eight|nine|ten)\w*|adopt(?:ed|ion)|baby|child"
    r"|daughter|foster\w*|in care|pupil|safeguarding|schoolboy|schoolgirl|son|toddler|years? old"
    r"|year-old"
    # hardship, and complaints
    r"|bankrupt\w*|benefits claim|debts?|destitut\w+|evict\w+|homeless\w*|rent arrears|sanctioned"
    r"|complain\w*|disciplin\w+|dismiss(?:ed|al)|grievance|misconduct|suspended|whistle-?blow\w+"
    r")\b",
    re.IGNORECASE,
)
_WORD = r"[A-ZÀ-ÖØ-Þ][\w’'-]*[a-zà-öø-ÿ]"
_INITIAL = r"[A-Z]\."
_SPACE = r"(?:[ \t]+\n?[ \t]*|\n[ \t]*)"
_JOIN = r"[ \t]*\n?[ \t]*"
_TITLED = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Master)\b\.?[ \t\n]+(?P<name>(?:{_INITIAL}{_JOIN})*{_WORD}"
    rf"(?:[ \t\n]+{_WORD}){{0,2}})"
)
_PLAIN = re.compile(
    rf"(?<![\w’'.-])(?P<name>{_WORD}(?:{_SPACE}(?:{_INITIAL}|{_WORD})){{1,3}})(?![\w-])"
)
_OFFICIAL = re.compile(
    r"(?:\b(?:Sir|Dame|Lord|Lady|Baroness|Baron|Cllr|Councillor|Alderman|Senator|Minister|Mayor|Judge"
    r"|Justice|President|Commissioner|Commander|Constable|Inspector|Superintendent|Secretary|Professor"
    r"|Prof|Hon|Rt|Governor|Ambassador|Chair|Chairman|Leader|Deputy|Speaker|Director|Member|King|Queen"
    r"|Prince|Princess|St|Saint|moved by|seconded by|proposed by)\b\.?,?\s+)$"
)
_OFFICE_BEHIND = re.compile(
    r"^(?:,?\s*(?:[A-Z]{2,4}\b|(?:the |our |then |former )*(?:Mayor|Minister|Chair|Chief|Director"
    r"|Commissioner|Secretary|Leader|Head|Member|Councillor|Professor|Senator|Governor|President"
    r"|Ombudsman|Spokes\w+))"
    r"|[’']s? (?:[Rr]eview|[Rr]eport|[Ii]nquiry|[Aa]ct|[Ll]aw|[Bb]ill)\b"
    r"|\s+(?:moved|seconded|proposed|Act|Bill|Review|Inquiry|Report|Foundation|Trust|Award|School"
    r"|Hospital|Centre|House|Road|Street|Park|Estate|Station|Ward|Fund|Prize)\b)"
)
_SENTENCE_END = re.compile(
    r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\b[A-Z])[.?!]['’”\")]*\s+|\n\s*\n"
)
_PLACES = frozenset(
    (
        *("park", "station", "ward", "school", "estate", "bridge", "fund", "act", "bill", "week"),
        *("day", "award", "prize", "project", "green", "cross", "foundation", "college", "line"),
        *("library", "clinic", "airport", "theatre", "museum", "gallery", "arms", "inn", "trust"),
        *("gardens", "hospital", "hospice"),
    )
)
_CALENDAR = {name for names in MONTHS for name in names} | {
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    *("easter", "christmas"),
}


@dataclass(frozen=True)
class PrivatePerson:
    """A name that may be of a private person, each place of it, and a sensitive word beside it."""

    name: str
    beside: str
    spans: tuple[tuple[int, int], ...]


def private_persons(text: str, is_public: Callable[[str], bool]) -> tuple[PrivatePerson, ...]:
    """Names of people beside sensitive words: in the sentence of the name, or in the next one.

    Not those who bear an office or a title of one, nor those of whom `is_public` says so. Where
    one place of a name is beside such a word, every place of it is named, and of its last name
    behind a title.
    """
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    found: dict[str, str] = {}
    for start, end, name in _names(text):
        beside = _beside(text, ends, start, end)
        if beside and not _is_official(text, start, end) and not is_public(name):
            found.setdefault(name, beside)
    return tuple(
        PrivatePerson(name, beside, tuple(_places(text, name))) for name, beside in found.items()
    )


def _names(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _TITLED.finditer(text):
        yield _own(match)
    for match in _PLAIN.finditer(text):
        words = match["name"].split()
        if _is_given(words[0]) and not _is_no_name(words):
            yield _own(match)


def _own(match: "re.Match[str]") -> tuple[int, int, str]:
    """Where a name stands, and the name; without the sign of what belongs to it."""
    start, name = match.start("name"), re.sub(r"[’']s?$", "", match["name"])
    return start, start + len(name), " ".join(name.split())


def _is_given(word: str) -> bool:
    return (plain(word.split("-", maxsplit=1)[0]) or ("",))[0] in GIVEN


def _is_no_name(words: list[str]) -> bool:
    small = {word.lower().removesuffix("’s").removesuffix("'s") for word in words[1:]}
    return bool(small & (BODIES | _PLACES | _CALENDAR))


def _is_official(text: str, start: int, end: int) -> bool:
    before = text[max(start - 40, 0) : start]
    return bool(_OFFICIAL.search(before) or _OFFICE_BEHIND.match(text[end : end + 60]))


def _beside(text: str, ends: Sequence[int], start: int, end: int) -> str | None:
    """A sensitive word in the sentence of a name or in the next one."""
    first, behind = bisect_right(ends, start), bisect_left(ends, end)
    begin = ends[first - 1] if first else 0
    stop = ends[behind + 1] if behind + 1 < len(ends) else len(text)
    found = _SENSITIVE.search(text, begin, stop)
    return " ".join(found[0].split()) if found else None


def _places(text: str, name: str) -> Iterator[tuple[int, int]]:
    words = [re.escape(word) for word in name.split()]
    whole = r"\s+".join(words)
    last = (
        rf"(?:(?<=Mr )|(?<=Mrs )|(?<=Ms )|(?<=Miss )|(?<=Mr\. )|(?<=Mrs\. )|(?<=Ms\. )){words[-1]}"
    )
    for match in re.finditer(rf"(?<!\w)(?:{whole}|{last})(?!\w)", text):
        yield match.span()
