"""Owns reading the items of a list, with or without signs."""

import re
from collections.abc import Iterator, Sequence

_ITEM = re.compile(
    r"^\s*(?:(?:[-•*–·‣➢✓►▪◦●○■o\ue000-\uf8ff]|(?:section|sec\.) \d{1,3}[.:)]?"
    r"|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)"
    r"|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)(?=[^\W\d_]{2}))",
    re.I,
)
_CLOSED = re.compile(r"^([^“\"]*[.?!])[”\"]\s+(?=[A-Z]).*$")
"""An item in which a quotation ends that began above the list: what follows is said of it."""

_LINE_OF_LIST = re.compile(r"(?:;(?:\s*and)?|,\s*and|[.”\"])\s*$")

_GOES_ON = re.compile(r"(?:;(?:\s*(?:and|or))?|,\s*and)\s*$")
_PARTED = re.compile(r";\s+(?:and\s+)?(?=[A-Z])")
_STOPS = re.compile(
    r":$|^.{450}|[^.;!?”\"]$|^[“\"]|\b(?:moved|seconded|proposed) by\b|\b(?:the|this) motion\b"
    r"|\b(?:carried|voted?|votes|voting|amendment)\b"
    r"|^(?:(?:the|this) )?(?:council|assembly|house|committee) (?:\w+ )?\w+s\b"
    r"|^(?:whereas|resolved|note|signed|supported|signatures|agreed|passed|lost|date|response)\b",
    re.IGNORECASE,
)
"""What no item of a list without signs has: a colon or nothing at its end, many words."""


def listed(paragraphs: Sequence[Sequence[str]], index: int) -> tuple[list[str], int]:
    """The items of the paragraphs that follow, with or without signs, and where they end.

    Those without signs end with semicolons, all but the last; else they are short, and end where
    a heading, another list or what became of the motion begins.
    """
    own: list[str] = []
    goes_on = signed = False
    while index < len(paragraphs):
        text = " ".join(" ".join(paragraphs[index]).split())
        here = list(items(paragraphs[index])) or list(_plain_items(paragraphs[index]))
        signed = signed or bool(here)
        alone = goes_on or _GOES_ON.search(text) or not (signed or _STOPS.search(text))
        here = here or (_PARTED.split(_GOES_ON.sub("", text)) if alone else [])
        if not here:
            break
        goes_on = bool(_GOES_ON.search(text))
        own, index = own + here, index + 1
    return own, index


def _plain_items(lines: Sequence[str]) -> Iterator[str]:
    """Items without any sign: begun in small letters and parted by semicolons."""
    text = " ".join(" ".join(lines).split())
    if text[:1].islower() and _LINE_OF_LIST.search(text):
        yield from (part for part in re.split(r";\s*(?:and\s+)?", text) if part.strip())


def items(lines: Sequence[str]) -> Iterator[str]:
    """The items of a list, each with its continued lines, without their signs."""
    item: list[str] = []
    for line in lines:
        if match := _ITEM.match(line):
            if item:
                yield _CLOSED.sub(r"\1", " ".join(" ".join(item).split()))
            item = [line[match.end() :]]
        elif item:
            item.append(line)
    if item:
        yield _CLOSED.sub(r"\1", " ".join(" ".join(item).split()))
