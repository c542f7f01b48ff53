"""Owns what comes out of mending: paragraphs, what was declared, and what is in doubt."""

import re
from dataclasses import dataclass
from typing import Literal

from archive.model.provenance import Omission, Repair

ParagraphKind = Literal["paragraph", "list"]

_SIGN = re.compile(r"\\*(?:#{2,3} +\S|>(?: |$))")


@dataclass(frozen=True)
class Paragraph:
    """Lines that belong together; each of an address, a signature or a list stands for itself.

    `heading` is the level that the file itself gives a heading, `bold` whether all is bold, `row`
    the line of the kept text on which the paragraph begins. A `level` of 2 or 3 makes it a heading
    of the body, `quoted` a quotation: whoever recognises them sets these. `cells` are the lines
    once more, parted where wide gaps in them part blocks that stand beside each other.
    """

    lines: tuple[str, ...]
    row: int
    cells: tuple[str, ...] = ()
    kind: ParagraphKind = "paragraph"
    bold: bool = False
    heading: int = 0
    column: int = 0
    level: int = 0
    quoted: bool = False

    @property
    def text(self) -> str:
        """The words on one line."""
        return " ".join(self.lines)

    def written(self) -> str:
        """The paragraph as the body of a record has it."""
        if self.level:
            return f"{'#' * self.level} {self.text}"
        if self.quoted:
            return "\n".join(f"> {line}" for line in self.lines)
        return "\n".join(f"\\{line}" if _SIGN.match(line) else line for line in self.lines)


@dataclass(frozen=True, order=True)
class Doubt:
    """Words that were left as they are: on which line of the kept text, and what is doubtful."""

    line: int
    words: str
    why: str

    def __str__(self) -> str:
        return f'line {self.line}: "{self.words}": {self.why}'


@dataclass(frozen=True)
class Mended:
    """A kept text, the paragraphs that were made of it, and what lies between the two."""

    source: str
    paragraphs: tuple[Paragraph, ...]
    omissions: tuple[Omission, ...]
    repairs: tuple[Repair, ...]
    doubts: tuple[Doubt, ...]


def body_text(paragraphs: tuple[Paragraph, ...]) -> str:
    """The body of a record with these paragraphs."""
    return "".join(f"{paragraph.written()}\n\n" for paragraph in paragraphs).rstrip("\n") + "\n"
