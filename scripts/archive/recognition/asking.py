"""Owns recognising what a motion asks, and of whom."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.recognition.amendments import is_substantive, without_amendments
from archive.recognition.askforms import CALLS, FORMS, OPENS
from archive.recognition.clauses import NOTES, clauses
from archive.recognition.listed import items, listed
from archive.recognition.openers import parted

_CALLING = re.compile(
    r"(?:further |also )?(?:calls (?:up)?on|urges|requests|asks)\b", re.IGNORECASE
)
_INLINE = re.compile(
    r"(?:^|[;,]?\s+(?:and\s+)?)\((?:[a-h]|\d|[ivx]{1,4})\)\s+",
)
_AMENDMENT = re.compile(r"^\W*(?:an |the )?amendment\b", re.IGNORECASE)
_RESOLVED = re.compile(r"\bresolved\b", re.IGNORECASE)
"""With this an American resolution says all that it does, even if it only recognises something."""

_NOTES_ONLY = re.compile(r"(?:that )?(?:the )?(?:\w+ )?notes?\b", re.IGNORECASE)
_THAT = re.compile(r"^That\s+(?=\S+\s+\S)")
_MORE = re.compile(r"[,;]?\s+and\s+(?:also\s+|further\s+)?(?=calls?\s+(?:up)?on\s)")
"""Between two asks of one sentence: `calls on X to do this and calls on Y to do that`."""

_PARTED = re.compile(r";\s+(?:and\s+)?(?=[A-Z])")
_OPENS = re.compile(r"\bto(?:\s+include)?\s*[:–—-]*\s*$|\bincluding\s*:\s*$")
_AND = re.compile(r"[;,]?\s*\b(?:and|AND)(?:\s+be\s+it(?:\s+further)?)?\s*$", re.IGNORECASE)
_END = re.compile(r"[;,.“”\"’'\s]*(?:\band\b)?\s*$")


_ABBREVIATED = re.compile(
    r"\b(Mrs?|Ms|Dr|Hon|Rev|St|Cllrs?|Crs?|No|nos?(?=\.\s\d)|Jr|Sr|[A-Z])\.(?=\s)"
)
_DOT = "\u2024"
"""A point that ends no sentence, meanwhile."""


@dataclass(frozen=True)
class Asked:
    """One thing that a motion asks: its words, and whom it asks as the text names them."""

    words: str
    whom: str


def asks(paragraphs: Sequence[Sequence[str]]) -> Iterator[Asked]:
    """What a motion asks: the items behind "calls on X to:", or the words of that sentence.

    So are what a body resolves, and each "be it resolved" of an American resolution. Where a
    substantive or amended motion is quoted again, only that is read.
    """
    masked = [[_ABBREVIATED.sub(rf"\1{_DOT}", line) for line in p] for p in parted(paragraphs)]
    own = list(without_amendments(masked))
    if thats := list(clauses(own)):
        yield from (_ask(words, "") for words in thats)
        return
    begin = max((i for i, p in enumerate(own) if is_substantive(p)), default=0)
    for part in (own[begin:], own):
        for forms in FORMS:
            if found := list(_asked(part, forms)):
                yield from {one.words: one for one in found}.values()
                return


def _ask(words: str, whom: str) -> Asked:
    """An ask; an item that calls on somebody itself (`calls on X to do this`) says whom."""
    small = words[:1].lower() + words[1:]
    called = next((m for form in CALLS if (m := form.search(small))), None)
    if called and _CALLING.match(words):
        words, whom = called["rest"], called["whom"]
    words = _THAT.sub("", words)
    said = _END.sub("", _AND.sub("", words)).strip(" :")
    return Asked(said.replace(_DOT, "."), whom.replace(_DOT, ".").strip(" ,"))


def _asking(items: list[str], resolves: bool) -> list[str]:
    """The items that ask something, where any does; not those that only open a list.

    Where a body `resolves`, what it recognises is one of the things that it does.
    """
    notes = _NOTES_ONLY if resolves else NOTES
    ends = [item for item in items if not (notes.match(item) or _OPENS.search(item))]
    return ends or items


def _inline(rest: str) -> Iterator[str]:
    """What a sentence asks: the parts that it counts, or all of it."""
    parts = [part.strip(" ;,") for part in _INLINE.split(rest)]
    counted = len(parts) > 2 and not parts[0]  # noqa: PLR2004 (before, and two at least)
    yield from (part for part in (parts if counted else _PARTED.split(rest)) if part)


def _items_within(lines: Sequence[str]) -> Iterator[str]:
    """The items of a paragraph, where it is not one item itself, nor has one that opens a list."""
    own = list(items(lines))
    itself = next(items(lines[:1]), None) is not None
    if len(own) > 1 or not (itself or any(map(_OPENS.search, own))):
        yield from own


def _asked(
    paragraphs: Sequence[Sequence[str]], forms: Sequence["re.Pattern[str]"]
) -> Iterator[Asked]:
    flat = [" ".join(" ".join(lines).split()) for lines in paragraphs]
    index = 0
    while index < len(paragraphs):
        here = index
        index += 1
        match = next((m for form in forms if (m := form.search(flat[here]))), None)
        if match is None or _AMENDMENT.match(flat[here]):
            continue
        own = list(_items_within(paragraphs[here]))
        last = not flat[here][match.end("rest") :].strip()
        ends = last and flat[here].endswith((":", "to", "that", "-", "–", "—"))
        opens = ends or not match["rest"].strip()
        if not own and opens:
            own, index = listed(paragraphs, index)
        if not (forms is OPENS and any(map(NOTES.match, own))):
            yield from _read(match, own)
        yield from _asked([[behind]] if (behind := flat[here][match.end("rest") :]) else [], forms)


def _read(match: "re.Match[str]", own: list[str]) -> Iterator[Asked]:
    """What a form asks: the items of its own list, else its sentence, which may ask others too."""
    whom = (match.groupdict().get("whom") or "").strip(" ,")
    rest, *more = [match["rest"]] if own else _MORE.split(match["rest"])
    resolves = _RESOLVED.search(match[0][: match.start("rest") - match.start()])
    for words in _asking(own, bool(resolves)) or list(_inline(rest.strip(" :–—-,"))):
        yield _ask(words, whom)
    yield from _asked([[words] for words in more], CALLS)
