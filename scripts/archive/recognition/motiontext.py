"""Owns recognising what the text of a motion says: movers, outcome, votes, and what it asks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.model.motion import Outcome, Vote, Votes
from archive.recognition.names import Name, name_in

_WHO = r"(?P<{}>[A-Z][^.:;()\n]{{2,80}}?)"
_MOVED = tuple(
    re.compile(form)
    for form in (
        _WHO.format("mover")
        + r"\s+(?:formally\s+)?moved,?\s+and\s+"
        + _WHO.format("seconder")
        + r"\s+(?:formally\s+)?seconded\b",
        r"(?:[Mm]oved|[Pp]roposed)\s+by:?\s+"
        + _WHO.format("mover")
        + r",?\s*(?:and\s+)?[Ss]econded\s+by:?\s+"
        + _WHO.format("seconder")
        + r"(?=[.,;\n]|$)",
        r"(?:[Pp]roposed|[Mm]otion)\s+in\s+the\s+names?\s+of:?\s+"
        + _WHO.format("mover")
        + r"(?=[.,;:\n]|$)",
        r"[Pp]roposer:?\s+"
        + _WHO.format("mover")
        + r"\s*[;,.\n]\s*[Ss]econder:?\s+"
        + _WHO.format("seconder")
        + r"(?=[.,;\n]|$)",
        r"(?:[Pp]roposed|[Mm]oved)\s+by:?\s+" + _WHO.format("mover") + r"(?=[.,;\n]|$)",
    )
)
_SECONDED = re.compile(r"[Ss]econde(?:d\s+by|r):?\s+" + _WHO.format("seconder") + r"(?=[.,;\n]|$)")
_AMENDED = re.compile(
    r"[Aa]mend(?:ed|ment)s?\s+(?:on\s+a\s+proposal\s+by|(?:moved|proposed)\s+by|in\s+the\s+name\s+of)"
    r":?\s+(?P<who>[A-Z][^.:;()\n]{2,80}?)(?=[.,;\n]|$|\s+and\s+seconded)"
)
_COUNTED = re.compile(
    r"(?P<for>\d{1,4})\s*(?:votes?\s*)?(?:(?:cast\s+)?in\s+favou?r|for|to)\b[^\d]{0,25}"
    r"(?P<against>\d{1,4}|none|nil|zero)\s*(?:votes?\s*)?(?:(?:cast\s+)?against)?"
    r"(?:[^\d.]{0,25}(?P<abstained>\d{1,4})\s*abst\w+)?",
    re.IGNORECASE,
)
_OUTCOMES: tuple[tuple[Outcome, str], ...] = (
    ("withdrawn", r"\bwithdrawn\b"),
    ("deferred", r"\b(?:deferred|adjourned)\b"),
    ("rejected", r"\b(?:rejected|not agreed|not carried|lost|fell|defeated|was negatived)\b"),
    (
        "agreed as amended",
        r"\b(?:agreed|carried|approved|passed)\b[^.]{0,40}\bas amended\b"
        r"|\bamended motion\b[^.]{0,60}\b(?:agreed|carried|approved|passed)\b"
        r"|\bas amended\b[^.]{0,60}\b(?:agreed|carried|approved|passed)\b",
    ),
    ("agreed", r"\b(?:agreed|carried|approved|passed|resolved)\b"),
)
_CALLS = re.compile(
    r"\b(?:(?:there(?:fore|by)\s+)?(?:calls?|asks?|requests?|urges?|invites?)(?:\s+(?:up)?on)?\s+"
    r"|therefore\s+)(?P<whom>(?:the\s+)?[A-Z][^:;.]{2,160}?)\s+(?:to\b|:)(?P<rest>.*)",
    re.DOTALL,
)
_ITEM = re.compile(r"^\s*(?:[-•*–▪◦o]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)", re.I)
_END = re.compile(r"[;,.”\"’]*\s*(?:\band\b)?\s*$")


@dataclass(frozen=True)
class Asked:
    """One thing that a motion asks: its words, and whom it asks as the text names them."""

    words: str
    whom: str


@dataclass(frozen=True)
class Moved:
    """Who moved and seconded a motion and on whose proposals it was amended."""

    mover: Name | None
    seconder: Name | None
    amenders: tuple[Name, ...]


def moved(paragraphs: Sequence[Sequence[str]]) -> Moved:
    """The people whom paragraphs name as movers: within one, else on a line, else across all."""
    flats = [" ".join(" ".join(lines).split()) for lines in paragraphs]
    flat = " ".join(flats)
    places = [*flats, *(" ".join(line.split()) for lines in paragraphs for line in lines), flat]
    match = next((m for p in places for form in _MOVED if (m := form.search(p))), None)
    groups = match.groupdict() if match else {}
    if match and not groups.get("seconder"):
        seconded = next((m for p in places if (m := _SECONDED.search(p))), None)
        groups["seconder"] = seconded["seconder"] if seconded else None
    amenders = (name_in(m["who"].split(" and ")[0]) for m in _AMENDED.finditer(flat))
    return Moved(
        _last_name(groups.get("mover")),
        _last_name(groups.get("seconder")),
        tuple(dict.fromkeys(name for name in amenders if name)),
    )


def _last_name(words: str | None) -> Name | None:
    """The name with which some words end: text may stand before a mover."""
    parts = (words or "").split()
    for begin in range(len(parts)):
        if found := name_in(" ".join(parts[begin:])):
            return found
    return None


def outcome(text: str) -> tuple[Outcome, Vote | None, Votes | None]:
    """What became of a motion and by which vote, as sentences say it; else `not recorded`."""
    flat = " ".join(text.split())
    found: list[Outcome] = [one for one, sign in _OUTCOMES if re.search(sign, flat, re.I)]
    decided: Outcome = (*found, "not recorded")[0]
    if decided in ("withdrawn", "not recorded"):
        return decided, None, None
    if counted := _COUNTED.search(flat):
        against = counted["against"]
        numbers = {
            "in_favour": counted["for"],
            "against": against if against.isdigit() else "0",
            "abstained": counted["abstained"] or "0",
        }
        return decided, "by the votes counted", Votes.model_validate(numbers)
    if re.search(r"\bunanim", flat, re.I):
        return decided, "unanimous", None
    return decided, "by majority" if re.search(r"\bmajority\b", flat, re.I) else None, None


def asks(paragraphs: Sequence[Sequence[str]]) -> Iterator[Asked]:
    """What a motion asks: the items behind "calls on X to:", or the words of that sentence."""
    flat = [" ".join(" ".join(lines).split()) for lines in paragraphs]
    index = 0
    while index < len(paragraphs):
        match = _CALLS.search(flat[index])
        index += 1
        if match is None:
            continue
        whom, rest = match["whom"].strip(" ,"), match["rest"].strip()
        own = list(_items(paragraphs[index - 1]))
        while not own and index < len(paragraphs) and list(_items(paragraphs[index])):
            own, index = list(_items(paragraphs[index])), index + 1
            while index < len(paragraphs) and (more := list(_items(paragraphs[index]))):
                own, index = own + more, index + 1
        for words in own or ([rest] if rest.strip(" :") else []):
            yield Asked(_END.sub("", words).strip(" :"), whom)


def _items(lines: Sequence[str]) -> Iterator[str]:
    """The items of a list, each with its continued lines, without their signs."""
    item: list[str] = []
    for line in lines:
        if match := _ITEM.match(line):
            if item:
                yield " ".join(" ".join(item).split())
            item = [line[match.end() :]]
        elif item:
            item.append(line)
    if item:
        yield " ".join(" ".join(item).split())
