"""Owns recognising what stands around a letter's text: references, date, from whom and to whom."""

import re
from collections.abc import Iterator, Sequence

from archive.recognition.bodies import BODIES
from archive.recognition.dating import Dated, dates
from archive.recognition.honours import OF_OFFICE
from archive.recognition.labels import LABELLED
from archive.recognition.names import Name, name_at_start, name_in, plain
from archive.recognition.references import names_reference

_OTHERS = re.compile(
    r"\b(?:your|my) (?:letter|e-?mail|correspondence)\b|^(?:subject|re)\b", re.IGNORECASE
)
"""A line with the date of another letter, or of what this one is about."""

_DATED = re.compile(r"^(?:date|dated|sent)\b|\bdate\s*:", re.IGNORECASE)
_LABEL = re.compile(r"^(?:date|dated|sent)\s*[:.]?\s*", re.IGNORECASE)
_TO = re.compile(
    r"^(?:to|for the attention of|attention|attn\.?|fao)\s*:?\s+(?=[A-Z])", re.IGNORECASE
)
_BESIDE = re.compile(
    r"(?:^|\s+)(?:(?:our|your|my)\s+)?(?:ref(?:erence)?|date)\s*:.*$|(?:,?\s*&c\.?)+,?$",
    re.IGNORECASE,
)
"""A reference or date that stands beside an address, on its line; other titles left unsaid."""
_OFFICE_BEHIND = re.compile(r",|\s+[–—|•-]\s+")
"""What stands between a name and an office on one line."""

_POSTCODE = re.compile(r"[A-Z]{0,2}[- ]?\d[\d -]{2,9}")
_COURTESY = re.compile(
    r"(?:his|her|the|your) (?:excellency|(?:right )?hono(?:u)?rable|rt hon|reverend|worshipful)",
    re.IGNORECASE,
)
"""A title that may have a line of its own."""

_OF_NOBODY = ("subject", "subj", "re", "date", "dated", "sent")
_CARE_OF = re.compile(r"^(?:c/o|care of|by e-?mail|via e-?mail|by post)\b", re.IGNORECASE)
_COPIED = re.compile(r"^(?:c\.?c\.?|copied to|copy to|copies to)\s*[:.]?\s*", re.IGNORECASE)
_ENCLOSED = re.compile(r"^enc(?:l|ls|s|losures?|losed)?\s*[:.]?(?:\s|$)", re.IGNORECASE)
_DATE_ALONE = re.compile(
    r"(?:[–—-]\s*)?(?:\w[\w .’'-]{1,25},\s*)?(?:this\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)(?:day)?,?\s*)?"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
"""What may stand before a date that has a line of its own: a place, a day of the week."""


def letter_date(
    above: Sequence[str], below: Sequence[str], within: Sequence[str] = ()
) -> tuple[Dated, str] | None:
    """The date on a letter and its line: labelled, or alone on a line, or else first above.

    Where a letter is printed without its head, the first line `within` it that is a date.
    """
    labelled = (line[m.start() :] for line in (*above, *below) if (m := _DATED.search(line)))
    alone = (line for line in (*above, *below) if is_date(line))
    unreferenced = (
        line for line in above if not names_reference(line) and not _OTHERS.search(line)
    )
    every = [
        (found, line)
        for line in (*labelled, *alone, *unreferenced, *filter(is_date, within))
        if (found := next(dates(_LABEL.sub("", line)), None))
    ]
    whole = (one for one in every if one[0].date.day)
    return next(whole, None) or next(iter(every), None)


def is_date(line: str) -> bool:
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
    lines = [_BESIDE.sub("", line) for line in _with_titles(lines)]
    for index, line in enumerate(lines):
        if not line or _CARE_OF.match(line) or names_reference(line) or _LABEL.match(line):
            continue
        behind = LABELLED.match(line)
        if behind and behind["label"].lower() in _OF_NOBODY:
            continue
        words = behind["words"] if behind else _TO.sub("", line)
        head, *behind_it = _OFFICE_BEHIND.split(words, maxsplit=1)
        tail, whole = "".join(behind_it), name_in(words)
        name = name_in(head) or whole or _titled(head)
        if name is None:
            continue
        if whole and plain(whole.after) == plain(tail):
            name, tail = whole, ""
        following = lines[index + 1] if index + 1 < len(lines) else ""
        coded = any(map(str.isdigit, tail)) or _POSTCODE.fullmatch(following)
        if coded and not (name.before or name.after):
            continue  # a place, and its postcode
        yield name, (tail.strip() or following).rstrip(",")


def _with_titles(lines: Sequence[str]) -> list[str]:
    """The lines, each that is only a title (`His Excellency`) with the name below it."""
    found: list[str] = []
    for line in lines:
        if found and _COURTESY.fullmatch(found[-1].strip()) and name_at_start(line):
            found[-1] = f"{found[-1].strip()} {line}"
        else:
            found.append(line)
    return found


def _titled(words: str) -> Name | None:
    """The name with which a line begins that has a title, and behind it an office and more."""
    parts = words.split()
    office = (
        i
        for i, word in enumerate(parts)
        if word[0].isdigit() or word.lower().strip(".,") in BODIES | OF_OFFICE
    )
    ends = (i for i in office if (n := name_in(" ".join(parts[:i]))) and n.before and n.words[1:])
    return name_in(" ".join(parts[: next(ends, 0)]))


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
