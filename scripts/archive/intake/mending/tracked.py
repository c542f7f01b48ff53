"""Owns closing words whose letters a typist or a designer has set apart: `H O M E`."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from archive.intake.mending.pieces import Draft, Piece
from archive.intake.mending.wordlist import known, usual

FEWEST = 4
"""Letters in a row, each a word by itself, that are no initials and no list."""

APART = "letters that were set apart"
_DOUBTFUL = "its letters seem to be set apart"
_SHORT = 2
"""Letters of a word that has to be a usual one."""


def close_tracked(draft: Draft) -> None:
    """Closes the words of every line whose letters are set apart, where it is told which they are.

    Wider gaps part the words; where all gaps are alike, the one way to read known words does.
    """
    for index, row in enumerate(draft.pieces):
        done: list[Piece] = []
        for group in _groups(row):
            words = list(_words(group)) if len(group) >= FEWEST else []
            if words and not any(map(known, (_plain(word) for word in words))):
                draft.doubt(index, " ".join(piece.text for piece in group), _DOUBTFUL)
                words = []
            done += [_joined(word) for word in words] or group
        draft.pieces[index] = done


def _groups(row: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The pieces of a row; letters that stand for themselves together, others alone."""
    group: list[Piece] = []
    for piece in row:
        single = len(piece.words) == 1 and piece.text.isalpha() and len(piece.text) == 1
        if single:
            group.append(piece)
            continue
        if group:
            yield group
        group = []
        yield [piece]
    if group:
        yield group


def _words(group: list[Piece]) -> Iterator[list[Piece]]:
    """The words of a group, as wider gaps and capitals part them, or as they can be read."""
    gaps = [b.words[0].start - a.words[-1].end for a, b in pairwise(group)]
    alike = max(gaps) == min(gaps)
    words = [[group[0]]]
    for gap, (before, piece) in zip(gaps, pairwise(group), strict=True):
        begins = piece.text.isupper() and before.text.islower()
        if begins or (gap > min(gaps) and not alike):
            words.append([])
        words[-1].append(piece)
    for word in words:
        lengths = _read(_plain(word).lower()) if alike else (len(word),)
        yield from _parted(word, lengths) if lengths else [word]


def _parted(word: list[Piece], lengths: Sequence[int]) -> Iterator[list[Piece]]:
    begin = 0
    for length in lengths:
        yield word[begin : begin + length]
        begin += length


@lru_cache(maxsize=1_000)
def _read(letters: str) -> tuple[int, ...]:
    """The lengths of the fewest known words that letters are; none where they are not."""
    best: list[tuple[int, ...] | None] = [()]
    for end in range(1, len(letters) + 1):
        ways = (
            (*before, end - begin)
            for begin in range(end)
            if (before := best[begin]) is not None and _is_word(letters[begin:end])
        )
        best.append(min(ways, key=len, default=None))
    return best[-1] or ()


def _is_word(word: str) -> bool:
    return usual(word) if len(word) <= _SHORT + 1 else known(word)


def _plain(word: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in word)


def _joined(word: Sequence[Piece]) -> Piece:
    first, *rest = word
    for piece in rest:
        first = first.joined(piece, first.text + piece.text, APART)
    return first
