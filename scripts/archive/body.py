"""Owns the body of a record: the words of a document, in blocks, each at its line of the file.

A transcript is not Markdown. Blank lines part blocks, line ends inside a block are kept, and three
signs at the start of a line are ours: `## ` and `### ` make a heading, `> ` words that the document
itself quotes. A backslash before such a sign makes it the document's own (and of several there, all
but the first are). No other sign has a meaning.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain, groupby
from typing import Literal

BlockKind = Literal["heading", "paragraph", "list", "quotation"]

_HEADING = re.compile(r"(#{2,3}) +(?=\S)")
_QUOTED = re.compile(r">(?: +|$)")
_ESCAPED = re.compile(r"\\(?=\\*(?:#{2,3} +\S|>(?: |$)))")
_MARKER = re.compile(r"(?:[-•*–▪◦]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)])[ \t]+(?=\S)")


@dataclass(frozen=True)
class Block:
    """Lines that belong together, without our signs; `line` is the file's line of the first."""

    kind: BlockKind
    lines: tuple[str, ...]
    line: int
    level: int = 0

    @property
    def text(self) -> str:
        """The block's words, single spaces between them."""
        return " ".join(" ".join(self.lines).split())


@dataclass(frozen=True)
class Body:
    """The words of a document; `first_line` is the line of the file on which they begin."""

    raw: str
    first_line: int
    blocks: tuple[Block, ...]

    def __hash__(self) -> int:
        """That of the text alone, which Python keeps: bodies are looked up often."""
        return hash(self.raw)

    @property
    def words(self) -> tuple[str, ...]:
        """Every word, in order: what stands between white space."""
        return tuple(self.flat.split(" ")) if self.flat else ()

    @cached_property
    def flat(self) -> str:
        """All words on one line with single spaces, as quotations are sought in it."""
        lines = chain.from_iterable(block.lines for block in self.blocks)
        return " ".join(" ".join(lines).split())

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The texts of the headings, in order."""
        return tuple(block.text for block in self.blocks if block.kind == "heading")

    def block_at(self, offset: int) -> int:
        """The index of the block that holds the character at `offset` of `flat`."""
        return min(bisect_right(self.begins, offset), len(self.blocks)) - 1

    @cached_property
    def begins(self) -> tuple[int, ...]:
        """Where each block begins in `flat`, and where one more would."""
        return tuple(accumulate((len(text) + 1 for text in self._texts), initial=0))

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        return tuple(block.text for block in self.blocks)

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column in the file of the character at `offset` of `raw`."""
        line = bisect_right(self._line_starts, offset) - 1
        return self.first_line + line, offset - self._line_starts[line] + 1

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        return (0, *(match.end() for match in re.finditer("\n", self.raw)))


def parse_body(raw: str, first_line: int) -> Body:
    """The body that `raw` writes, beginning on line `first_line` of its file."""
    blocks: list[Block] = []
    run: list[tuple[int, str]] = []
    for number, line in enumerate([*raw.split("\n"), ""], first_line):
        if line and not line.isspace():
            run.append((number, line))
        elif run:
            blocks += _blocks(run)
            run = []
    return Body(raw, first_line, tuple(blocks))


def split_marker(line: str) -> tuple[str, str]:
    """The sign or number that opens a list item (empty if there is none), and the rest."""
    match = _MARKER.match(line)
    return (match[0].strip(), line[match.end() :]) if match else ("", line)


def _blocks(lines: list[tuple[int, str]]) -> Iterator[Block]:
    """One block, or more where headings or quotations stand without blank lines around them."""
    for kind, group in groupby(lines, key=lambda pair: _kind(pair[1])):
        run = list(group)
        if kind == "heading":
            yield from (_heading(number, line) for number, line in run)
        elif kind == "quotation":
            yield from _quotation(run)
        else:
            yield _plain(run)


def _kind(line: str) -> BlockKind:
    if line[0] not in "#>":
        return "paragraph"
    if _HEADING.match(line):
        return "heading"
    return "quotation" if _QUOTED.match(line) else "paragraph"


def _heading(number: int, line: str) -> Block:
    signs = line[: len(line) - len(line.lstrip("#"))]
    return Block("heading", (line[len(signs) :].strip(),), number, len(signs))


def _quotation(run: list[tuple[int, str]]) -> Iterator[Block]:
    """The quotation of a run of lines; none where they have no words."""
    lines = tuple(line[1:].strip() for _, line in run)
    if any(lines):
        yield Block("quotation", lines, run[0][0])


def _plain(run: list[tuple[int, str]]) -> Block:
    """A list where every line of several opens with a marker, else a paragraph."""
    lines = tuple(_unescaped(line).strip() for _, line in run)
    marked = len(lines) > 1 and all(split_marker(line)[0] for line in lines)
    return Block("list" if marked else "paragraph", lines, run[0][0])


def _unescaped(line: str) -> str:
    return line[1:] if line[0] == "\\" and _ESCAPED.match(line) else line
