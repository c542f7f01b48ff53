"""Owns comparing two states of a record, word by word, in the lines that differ."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from archive.differences import BREAK, Fate, fates
from archive.history.lines import Lines

Shown = tuple[bool, ...]
"""For each word of a row, whether it may be shown."""


class Word(str):
    """A word, which is equal to others like it, and whether it may be shown here."""

    shown: bool = True


Touched = tuple[tuple[Fate, Word], ...]


@dataclass(frozen=True)
class Compared:
    """A touched line: the part it is in, and its words with what became of them."""

    part: str
    words: Touched


@dataclass(frozen=True)
class State:
    """A record at one time: its lines by part, and for each line which words may be shown."""

    parts: Mapping[str, Lines]
    shown: Mapping[str, Sequence[Shown]]

    def words(self, part: str, first: int, end: int) -> list[Word]:
        """The words of some lines of a part, with a sign at the end of each line."""
        made: list[Word] = []
        if first < end:
            rows = zip(self.parts[part][first:end], self.shown[part][first:end], strict=True)
            for line, row in rows:
                made += map(_word, line.split(), row)
                made.append(Word(BREAK))
        return made


def _word(word: str, shown: bool) -> Word:
    made = Word(word)
    made.shown = shown
    return made


def compared(earlier: State, later: State) -> Iterator[Compared]:
    """The lines that differ: those of the later state in its order, then parts that it lacks."""
    for part in dict.fromkeys((*later.parts, *earlier.parts)):
        a, b = earlier.parts.get(part, ()), later.parts.get(part, ())
        for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
            if tag != "equal":
                rows = earlier.words(part, i1, i2), later.words(part, j1, j2)
                yield from _rows(part, list(fates(*rows)))


def _rows(part: str, words: Sequence[tuple[Fate, Word]]) -> Iterator[Compared]:
    row: list[tuple[Fate, Word]] = []
    for fate, word in words:
        if word != BREAK:
            row.append((fate, word))
        elif row:
            yield Compared(part, tuple(row))
            row = []
    if row:
        yield Compared(part, tuple(row))


def survivors(earlier: Mapping[str, Lines], later: Mapping[str, Lines]) -> dict[str, list[Shown]]:
    """For each word of the earlier state, whether it still stands at its place in the later."""
    return {name: list(_surviving(lines, later.get(name, ()))) for name, lines in earlier.items()}


def _surviving(earlier: Lines, later: Lines) -> Iterator[Shown]:
    matcher = SequenceMatcher(None, earlier, later, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            yield from (tuple(True for _ in line.split()) for line in earlier[i1:i2])
        else:
            yield from _surviving_words(earlier[i1:i2], later[j1:j2])


def _surviving_words(earlier: Lines, later: Lines) -> Iterator[Shown]:
    """The comparison turned round: what the later row puts before the earlier is what was kept."""
    rows = [[word for line in lines for word in line.split()] for lines in (later, earlier)]
    kept = iter([fate == "kept" for fate, _ in fates(*rows) if fate != "taken out"])
    yield from (tuple(next(kept) for _ in line.split()) for line in earlier)
