"""Owns recognising what stands around a letter's text: references, date, from whom and to whom."""

import re
from collections.abc import Iterator, Mapping, Sequence

from archive.model.dates import PartialDate
from archive.model.vocabulary import Person
from archive.recognition.dating import Dated, dates
from archive.recognition.names import Name, name_in, plain
from archive.recognition.references import names_reference

_LABELLED = re.compile(
    r"^(?P<label>from|to|date|dated|sent|subject|subj|re|cc|attention|attn)"
    r"(?:\s*:\s*|(?<=^from)\s+(?=[A-Z]))(?P<words>\S.*)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?:date|dated|sent)\s*[:.]?\s*", re.IGNORECASE)
_TO = re.compile(
    r"^(?:to|for the attention of|attention|attn\.?|fao)\s*:?\s+(?=[A-Z])", re.IGNORECASE
)
_BESIDE = re.compile(
    r"(?:^|\s+)(?:(?:our|your|my)\s+)?(?:ref(?:erence)?|date)\s*:.*$", re.IGNORECASE
)
"""A reference or date that stands beside an address, on its line."""
_OFFICE_BEHIND = re.compile(r",|\s+[–—|•-]\s+")
"""What stands between a name and an office on one line."""

_CARE_OF = re.compile(r"^(?:c/o|care of|by e-?mail|via e-?mail|by post)\b", re.IGNORECASE)
_COPIED = re.compile(r"^(?:c\.?c\.?|copied to|copy to|copies to)\s*[:.]?\s*", re.IGNORECASE)
_ENCLOSED = re.compile(r"^enc(?:l|ls|s|losures?|losed)?\s*[:.]?(?:\s|$)", re.IGNORECASE)
_DATE_ALONE = re.compile(
    r"(?:\w[\w .’'-]{1,25},\s*)?(?:this\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)(?:day)?,?\s*)?"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
"""What may stand before a date that has a line of its own: a place, a day of the week."""


def labelled(lines: Sequence[str], label: str) -> str | None:
    """What stands behind a label such as `From:`, as in the head of an e-mail or a memorandum."""
    matches = (_LABELLED.match(line) for line in lines)
    return next((m["words"] for m in matches if m and m["label"].lower() == label), None)


def letter_date(above: Sequence[str], below: Sequence[str]) -> tuple[Dated, str] | None:
    """The date on a letter and its line: labelled, or alone on a line, or else first above."""
    labelled = (line for line in (*above, *below) if _LABEL.match(line))
    alone = (line for line in (*above, *below) if _alone(line))
    unreferenced = (line for line in above if not names_reference(line))
    every = [
        (found, line)
        for line in (*labelled, *alone, *unreferenced)
        if (found := next(dates(_LABEL.sub("", line)), None))
    ]
    whole = (one for one in every if one[0].date.day)
    return next(whole, None) or next(iter(every), None)


def _alone(line: str) -> bool:
    """Whether a line is a date and a weekday at most."""
    found = next(dates(line), None)
    if found is None:
        return False
    before, after = line[: found.start], line[found.start + len(found.words) :]
    return bool(_DATE_ALONE.match(before.strip())) and not after.strip(" .,)")


def addressed(lines: Sequence[str]) -> Iterator[tuple[Name, str]]:
    """Names in a block of lines (an address, a signature), each with the office behind it.

    An office stands behind a comma on the line of the name, or on the line after it.
    """
    for index, written in enumerate(lines):
        line = _BESIDE.sub("", written)
        if not line or _CARE_OF.match(line) or names_reference(line) or _LABEL.match(line):
            continue
        behind = _LABELLED.match(line)
        words = behind["words"] if behind else _TO.sub("", line)
        head, *behind_it = _OFFICE_BEHIND.split(words, maxsplit=1)
        tail, whole = "".join(behind_it), name_in(words)
        name = name_in(head) or whole
        if name is None:
            continue
        if whole and plain(whole.after) == plain(tail):
            name, tail = whole, ""
        following = lines[index + 1] if index + 1 < len(lines) else ""
        yield name, (tail.strip() or following).rstrip(",")


def is_copied(line: str) -> bool:
    """Whether a line begins with `cc` or the like."""
    return bool(_COPIED.match(line))


def copied(lines: Sequence[str]) -> Iterator[str]:
    """The names behind "cc:", one or several a line, and on the lines that follow it."""
    behind = False
    for line in lines:
        behind = (behind or bool(_COPIED.match(line))) and not _ENCLOSED.match(line)
        if behind:
            parts = re.split(r"[;,]|\band\b", _COPIED.sub("", line))
            yield from (part.strip() for part in parts if part.strip())


def enclosed(lines: Sequence[str]) -> Iterator[str]:
    """The lines that name enclosures."""
    return (line for line in lines if _ENCLOSED.match(line))


def office_of(text: str, offices: Mapping[str, str]) -> str | None:
    """The id of the office that some words name, `Chairman` counting as `Chair`."""
    words = _office_words(text)
    for office, called in sorted(offices.items(), key=lambda one: -len(one[1])):
        if words and _office_words(called) == words:
            return office
    return None


def holder(office: str, day: PartialDate, people: Mapping[str, Person]) -> tuple[str, ...]:
    """Who held an office on a day, as far as the archive knows."""
    return tuple(
        one
        for one, person in people.items()
        for tenure in person.offices
        if tenure.office == office
        and (tenure.since is None or tenure.since.first_day <= day.last_day)
        and (tenure.until is None or tenure.until.last_day >= day.first_day)
    )


def _office_words(text: str) -> tuple[str, ...]:
    words = re.findall(r"[a-z]+", text.casefold().replace("chairman", "chair").replace("&", "and"))
    return tuple(word for word in words if word not in ("the", "of"))
