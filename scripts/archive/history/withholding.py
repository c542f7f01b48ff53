"""Owns what of older states must not be shown: words that a later state took out as redacted.

What is in git stays in git; what is published from it is decided here, and rather too much is
withheld than too little:

- Of a state before a redaction, only words are shown that still stand at their place today.
- What looks like personal data is shown only if it still stands at its place today.
- Words that are withheld by these rules, and stand in no published record or vocabulary, are
  withheld everywhere else too, alone or as pairs of neighbours.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from archive.checks.privacy import personal_data
from archive.history.comparing import Shown, State, compared, survivors
from archive.history.lines import Lines

MARK = "[redacted:"
DECLARED = "redactions"
SHORTEST = 2
"""Signs of a word that can be a secret by itself."""

_TOKEN = re.compile(r"[^\W_]+")
Parts = Mapping[str, Lines]


def tokens(text: str) -> list[str]:
    """The words of a text as secrets are compared: without signs, case or ligatures."""
    return _TOKEN.findall(unicodedata.normalize("NFKC", text).casefold())


@dataclass(frozen=True)
class Secrets:
    """Words, and pairs of neighbours, that no output may have."""

    words: frozenset[str] = frozenset()
    pairs: frozenset[tuple[str, str]] = frozenset()

    def named_in(self, text: str) -> bool:
        """Whether a text has any of them."""
        found = tokens(text)
        return not (self.words.isdisjoint(found) and self.pairs.isdisjoint(pairwise(found)))

    def among(self, words: Sequence[str]) -> list[bool]:
        """For each word of a row whether it is one of them, or one of such a pair."""
        row = [(token, at) for at, word in enumerate(words) for token in tokens(word)]
        found = {at for token, at in row if token in self.words}
        for (one, a), (other, b) in pairwise(row):
            if (one, other) in self.pairs:
                found |= {a, b}
        return [at in found for at in range(len(words))]

    def less(self, texts: Iterable[str]) -> "Secrets":
        """What is left of them when everything is taken off that these texts say openly."""
        words, pairs = set(self.words), set(self.pairs)
        for text in texts if words or pairs else ():
            found = tokens(text)
            words.difference_update(found)
            pairs.difference_update(pairwise(found))
        return Secrets(frozenset(words), frozenset(pairs))

    def __or__(self, other: "Secrets") -> "Secrets":
        return Secrets(self.words | other.words, self.pairs | other.pairs)


def redacted(earlier: Parts, later: Parts) -> bool:
    """Whether the later state redacts: a new mark, or something new that is declared redacted."""
    return any(
        fate == "put in" and (line.part == DECLARED or MARK in word)
        for line in compared(_whole(earlier), _whole(later))
        for fate, word in line.words
    )


def last_redaction(states: Sequence[Parts]) -> int:
    """The index of the newest state that redacts what stood in the one before it; else 0."""
    found = [n for n, (a, b) in enumerate(pairwise(states), 1) if redacted(a, b)]
    return max(found, default=0)


def shown(parts: Parts, newest: Parts, before: bool, country: str) -> dict[str, list[Shown]]:
    """For each word of a state whether it may be shown, by the first two rules.

    `before` says that the state came before a redaction; telephone numbers are as in `country`.
    """
    open_lines = {line for lines in newest.values() for line in lines}
    faults = {
        name: [() if line in open_lines else _faulty(line, country) for line in lines]
        for name, lines in parts.items()
    }
    if not before and not any(any(row) for rows in faults.values() for row in rows):
        return _all_shown(parts)
    surviving = survivors(parts, newest)
    return {
        name: [
            tuple(stays or not (before or (bad and bad[at])) for at, stays in enumerate(row))
            for row, bad in zip(surviving[name], faults[name], strict=True)
        ]
        for name in parts
    }


def secrets_of(parts: Parts, may: Mapping[str, Sequence[Shown]]) -> Secrets:
    """What a state says in the words that may not be shown."""
    words: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    for name, lines in parts.items():
        for run in _hidden(lines, may[name]):
            words.update(token for token in run if len(token) >= SHORTEST)
            pairs.update(pairwise(run))
    return Secrets(frozenset(words), frozenset(pairs))


def _hidden(lines: Lines, rows: Sequence[Shown]) -> Iterator[list[str]]:
    """The tokens of each unbroken run of hidden words, over the ends of lines."""
    run: list[str] = []
    for line, row in zip(lines, rows, strict=True):
        for word, open_ in zip(line.split(), row, strict=True):
            if not open_:
                run += tokens(word)
            elif run:
                yield run
                run = []
    yield run


def _faulty(line: str, country: str) -> Shown:
    """For each word of a line, whether it is part of something like personal data."""
    faults = list(personal_data(line, country))
    if not faults:
        return ()
    places = [(match.start(), match.end()) for match in re.finditer(r"\S+", line)]
    return tuple(any(a < f.end and f.start < b for f in faults) for a, b in places)


def _all_shown(parts: Parts) -> dict[str, list[Shown]]:
    return {name: [(True,) * len(line.split()) for line in lines] for name, lines in parts.items()}


def _whole(parts: Parts) -> State:
    return State(parts, _all_shown(parts))
