"""Owns reading a corpus: JSON Lines, each line a letter with what is known of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive.measure.rows import Field, Rows, column_of
from archive.problems import quoted

_KNOWN = (
    Field("id", "its id"),
    Field("title", "its title"),
    Field("date", "its date"),
    Field("author", "who wrote it", needed=False),
    Field("recipient", "to whom", needed=False),
    Field("topic", "what it is about", needed=False),
    Field("url", "where it is", needed=False),
)
_BODY = (Field("body", "its text"),)
_ANSWER = (Field("question", "what was asked"), Field("answer", "what was answered"))

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f\ufffe\uffff]")


@dataclass(frozen=True)
class Entry:
    """A line of a corpus: a text, perhaps with the question that it answers; "" is not known."""

    line: int
    id: str
    title: str
    date: str
    author: str
    recipient: str
    topic: str
    url: str
    question: str
    text: str


@dataclass
class Corpus:
    """The file, and what was found wrong with it so far."""

    rows: Rows

    @classmethod
    def of(cls, path: Path) -> "Corpus":
        """The corpus in a file, which is gzipped if its name ends in .gz."""
        return cls(Rows(path))

    def entries(self) -> Iterator[Entry]:
        """The lines that have all they need; where others are wrong is noted."""
        for number, line, value in self.rows.numbered(_KNOWN):
            parts = _ANSWER if "body" not in value and "question" in value else _BODY
            if self.rows.fits(number, line, value, parts) and self._plain(number, line, value):
                yield _entry(number, value)

    def wrong(self, line: int, found: str, wanted: str, allowed: str) -> None:
        """Note a problem of a line."""
        self.rows.wrong(line, 1, found, wanted, allowed)

    def _plain(self, number: int, line: str, value: dict[str, Any]) -> bool:
        """Whether all texts are text: no control character but tabs and line ends."""
        for name, text in value.items():
            if isinstance(text, str) and (strange := _CONTROL.search(_LINE_ENDS.sub("\n", text))):
                found = f"the character U+{ord(strange[0]):04X} in {quoted(name)}"
                column = column_of(line, name)
                self.rows.wrong(number, column, found, "text", "letters, digits, signs and spaces")
                return False
        return True


def _entry(number: int, value: dict[str, Any]) -> Entry:
    one_line = {field.name: " ".join((value.get(field.name) or "").split()) for field in _KNOWN} | {
        "id": value["id"]
    }
    question, text = value.get("question", ""), value.get("body")
    if text is None:
        text = value["answer"]
    else:
        question = ""
    return Entry(number, **one_line, question=_lines(question), text=_lines(text))


def _lines(text: str) -> str:
    """The text with every end of a line as LF; other white space stays."""
    return _LINE_ENDS.sub("\n", text)
