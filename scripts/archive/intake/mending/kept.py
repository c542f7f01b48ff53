"""Owns the kept text of what was received: its rows, and where each word stands in it."""

import re
from dataclasses import dataclass

from archive.intake.received import Line, Received


@dataclass(frozen=True)
class Word:
    """What stands between white space, from `start` to `end` of the kept text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Row:
    """A line of the kept text: `number` counts from 1, `page` from 0."""

    number: int
    page: int
    line: Line
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True)
class Kept:
    """The text that is kept beside a record, and its rows."""

    text: str
    rows: tuple[Row, ...]


def kept_text(received: Received) -> Kept:
    """The text of all pages, a line each, with an empty one between pages."""
    rows: list[Row] = []
    start, number, pieces = 0, 1, []
    for page, lines in enumerate(received.pages):
        for line in [*lines, Line("")]:
            words = (
                Word(match[0], start + match.start(), start + match.end())
                for match in re.finditer(r"\S+", line.text)
            )
            rows.append(Row(number, page, line, tuple(words)))
            pieces.append(line.text)
            start += len(line.text) + 1
            number += 1 + line.text.count("\n")
    return Kept("\n".join(pieces), tuple(rows))
