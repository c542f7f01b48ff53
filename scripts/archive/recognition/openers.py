"""Owns parting a motion's paragraphs where a list opens, or a clause resolves something anew."""

import re
from collections.abc import Iterator, Sequence

from archive.recognition.listed import items

_AGAIN = re.compile(
    r"(?<=[.;,:!])\s+(?=(?:AND,?\s+)?(?:NOW,?\s+THEREFORE,?\s+)?BE\s+IT\s+(?:\w+\s+)?RESOLVED\b"
    r"|(?:Now,?\s+[Tt]herefore,?\s+)?[Bb]e\s+[Ii]t\s+(?:\w+\s+)?(?:[Rr]esolved|RESOLVED)\b"
    r"|(?:PASSED|ADOPTED)\s+(?:AND\s+\w+\s+)?(?:BY|THIS|AT)\b|WHEREAS\b)"
)
"""Where the next clause of a resolution begins whose clauses stand in one paragraph."""

_AND_CALLS = re.compile(
    r";\s+(?=(?:and\s+)?(?:(?:also|further|therefore)\s+)?"
    r"(?:(?:calls?\s+(?:up)?on|urges|requests|asks|invites|resolves)\s"
    r"|(?:notes|believes|understands|welcomes|recognises|recognizes|acknowledges|regrets)\b"
    r"[^;]{0,40}?\bthat\b))"
)
"""Where a motion of one sentence asks something else, asks somebody else, or notes something."""

_MOVING = re.compile(r"(?:moved|seconded|proposed|mover|seconder|motion)\b.{0,70}$", re.IGNORECASE)
_THAT = re.compile(r"\W?(?:That|THAT)\b")
_REASONS = re.compile(r"(?:background|reasons?|rationale|officer.? comments?)\s*:", re.IGNORECASE)
_OPENS = re.compile(r"(?::|:\s?[-–—])$")
_ENDS = re.compile(r"[.;]\s*(?:and)?$", re.IGNORECASE)


def parted(paragraphs: Sequence[Sequence[str]]) -> Iterator[Sequence[str]]:
    """The paragraphs, parted below a line that opens a list without signs, and before a clause."""
    for lines in paragraphs:
        text = " ".join(" ".join(lines).split())
        clauses = _AGAIN.split(text)
        if len(clauses) == 1 and next(items(lines), None) is None:
            clauses = _AND_CALLS.split(text)
        if len(clauses) > 1:
            yield from ([clause] for clause in clauses)
            continue
        for part in _apart(lines):
            yield from _without_opener(part)


def _apart(lines: Sequence[str]) -> Iterator[Sequence[str]]:
    """The lines, parted where a motion begins below who moves it, and where its reasons do."""
    begin = 0
    for index, line in enumerate(lines):
        moved = index and _MOVING.match(lines[index - 1]) and _THAT.match(line)
        if moved or (index and _REASONS.match(line)):
            yield lines[begin:index]
            begin = index
    yield lines[begin:]


def _without_opener(lines: Sequence[str]) -> Iterator[Sequence[str]]:
    """The lines up to one that opens a list, and each line of that, where all end as items do."""
    opener = next((i for i, line in enumerate(lines) if _OPENS.search(line.rstrip())), None)
    begin = 0 if opener is None else opener + 1
    behind = lines[begin:]
    plain = next(items(behind), None) is None and all(line[:1].isupper() for line in behind)
    if behind and plain and all(map(_ENDS.search, behind[:-1])) and (begin or len(behind) > 1):
        yield from ([line] for line in (" ".join(lines[:begin]), *behind) if line)
    else:
        yield lines
