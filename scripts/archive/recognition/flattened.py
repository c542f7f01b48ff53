"""Owns parting a letter whose greeting or leave stands on one line with its text, as in copies."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archive.recognition.dating import dates
from archive.recognition.greetings import greets
from archive.recognition.letterhead import is_date
from archive.recognition.paper import Paper, Paragraph

_GREETING = re.compile(
    r"(?:(?<![^\s“\"])(?:(?:My )?Dear(?: [^\s.:,;]+\.?){1,6}?[:,])"
    r"|^(?:(?:S(?:ir|IR)s?|G(?:entlemen|ENTLEMEN)|M(?:adam|ADAM)|M(?:y|Y) L(?:ord|ORD)s?)"
    r"(?::|,?\s?[—–-]+)))\s+(?=[A-Z“\"])"
)
_LEAVE = re.compile(
    r"(?<=[.!?])\s+(?P<said>(?:[Ww]ith [^.,]{3,40}, )?(?:I (?:am|remain),? )?"
    r"(?:Yours|Sincerely|Respectfully|Faithfully|Cordially|Very truly|Kind regards|Best wishes)"
    r"\b[^.,]{0,40},?)\s*(?=[A-Z]|$)"
)
_FEWEST = 8
"""Words of a text behind a greeting on its line."""


@dataclass(frozen=True)
class Parted:
    """A paper with its greeting and leave in paragraphs of their own.

    `origins` has, for each paragraph, its index in the paper as it was.
    """

    paper: Paper
    origins: tuple[int, ...]


def parted(paper: Paper) -> Parted:
    """A paper as it is, or parted around the first greeting and the last leave within a line."""
    paragraphs = list(enumerate(paper.paragraphs))
    greets = next((i for i, p in paragraphs if _greets_within(p)), None)
    leaves = next((i for i, p in reversed(paragraphs) if _LEAVE.search(p.text)), None)
    found: list[tuple[Paragraph, int]] = []
    for index, paragraph in paragraphs:
        texts = list(_texts(paragraph.text, index == greets, index == leaves))
        pieces = [Paragraph((text,), paragraph.bold) for text in texts]
        found += [(piece, index) for piece in (pieces if len(pieces) > 1 else [paragraph])]
    return Parted(Paper(tuple(p for p, _ in found)), tuple(index for _, index in found))


def _greets_within(paragraph: Paragraph) -> bool:
    match = None if greets(paragraph.text) else _GREETING.search(paragraph.text)
    behind = paragraph.text[match.end() :] if match else ""
    return len(behind.split()) >= _FEWEST or is_date(behind)


def _texts(text: str, greets: bool, leaves: bool) -> Iterator[str]:
    """What stands before the greeting, the greeting, the text, the leave and what is behind it."""
    if greets and (match := _GREETING.search(text)):
        yield from _head(text[: match.start()].strip())
        text = text[match.end() :]
        if is_date(text):
            yield text
            text = ""
        yield match[0].strip(" —–-")
    last = [*_LEAVE.finditer(text)][-1:] if leaves else []
    for match in last:
        yield text[: match.start()].strip()
        yield match["said"]
        text = text[match.end() :].strip()
    if text:
        yield text


def _head(text: str) -> Iterator[str]:
    """An address, parted from a date that stands before or behind it."""
    found = next(dates(text), None)
    if found is None:
        yield from filter(None, [text])
        return
    behind = found.start + len(found.words)
    parts = (text[: found.start], text[found.start : behind], text[behind:])
    yield from (part.strip() for part in parts if part.strip())
