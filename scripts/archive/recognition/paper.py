"""Owns a text as recognition sees it: paragraphs of lines, and which of them look like headings."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Paragraph:
    """Lines that belong together; `bold` where the source sets all of them so.

    `beside` where some stand beside each other, as in a table; `column` counts blocks that do.
    """

    lines: tuple[str, ...]
    bold: bool = False
    beside: bool = False
    column: int = 0

    @property
    def text(self) -> str:
        """The words on one line, single spaces between them."""
        return " ".join(" ".join(self.lines).split())


@dataclass(frozen=True)
class Paper:
    """A text from its first line to its last."""

    paragraphs: tuple[Paragraph, ...]

    def lines(self, begin: int = 0, end: int | None = None) -> Iterator[str]:
        """The lines of some of the paragraphs, without blanks around them."""
        for paragraph in self.paragraphs[begin:end]:
            yield from (line.strip() for line in paragraph.lines if line.strip())


@dataclass(frozen=True)
class Told:
    """Something that was recognised: its value, the words it rests on, and whether to be asked."""

    value: str
    words: str
    sure: bool = True
