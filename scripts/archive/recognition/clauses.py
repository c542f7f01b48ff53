"""Owns reading a motion that is made of clauses which each begin with `That`."""

import re
from collections.abc import Iterator, Sequence

from archive.recognition.listed import items

NOTES = re.compile(
    r"\W*(?:(?:that )?(?:the )?(?:council|assembly|board|committee|parliament) )?"
    r"(?:also |further )?(?:notes?|believes?|welcomes|recogni[sz]es|acknowledges|regrets)\b",
    re.IGNORECASE,
)
"""An item that asks nothing."""

_THAT = re.compile(
    r"^\W*(?:(?:\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)]|[-•*–·])\s*)?"
    r"(?:(?:and|further|and\s+further|resolved|be\s+it\s+resolved)[,:]?\s+)?that\b[,:]?\s+",
    re.IGNORECASE,
)
"""The beginning of a paragraph that is one of several which a motion is made of."""

_DOES = re.compile(
    r"^\W*(?=(?:The\s+)?(?:[A-Z]\w+\s+){0,2}(?:Council|Board|Committee)\s+"
    r"(?:adopt|advocate|approve|ask|authori[sz]e|call|declare|direct|endorse|express|forward"
    r"|instruct|reaffirm|receive|request|support|urge|write)\s)"
)
"""The beginning of an item by which a body does something: `1. City Council request the`."""

_NOTING = re.compile(
    r"\b(?:notes?|believes?|welcomes?|recogni[sz]es|acknowledges|regrets|considers|whereas)\b"
    r"[^.]{0,30}:?\s*$",
    re.IGNORECASE,
)
_SEVERAL = 2


def clauses(paragraphs: Sequence[Sequence[str]]) -> Iterator[str]:
    """What a motion asks that is made of paragraphs or items which each begin with `That`."""
    found: list[str] = []
    noting = False
    for texts in map(_items_or_all, paragraphs):
        asks_nothing = noting
        noting = bool(_NOTING.search(texts[-1])) or (noting and bool(_begins(texts[0])))
        here = (
            []
            if asks_nothing
            else [text[match.end() :] for text in texts if (match := _begins(text))]
        )
        if found and not here:
            break
        found += here
    if len(found) >= _SEVERAL and not any(map(NOTES.match, found)):
        yield from found


def _begins(text: str) -> "re.Match[str] | None":
    return _THAT.match(text) or _DOES.match(text)


def _items_or_all(lines: Sequence[str]) -> list[str]:
    return list(items(lines)) or [" ".join(" ".join(lines).split())]
