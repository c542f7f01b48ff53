"""Owns invented words and the sentences and paragraphs that are drawn from them.

Most of the commonest words are the reviewed stop words, all others are invented. They are drawn
one by one, so two that often stand together are rarer than in real texts. How often the word of
rank r comes follows Zipf's law with its two regimes: as 1/r among the words that all texts share,
as 1/r² among those that few have (R. Ferrer i Cancho, R. V. Solé: Two regimes in the frequency of
words, 2001).
"""

import random
from collections.abc import Iterator
from itertools import accumulate, islice, product

from archive.search.rules import reviewed_rules

SENTENCE = (8, 28)
PARAGRAPH = (2, 6)
VOCABULARY = 200_000
ALONE = 5
"""So many stop words are the commonest words; the others take turns with invented ones."""
SHIFT = 2.7
SHARED = 1_000
"""The rank at which the second regime begins."""

_STARTS = (*"bdfghjklmnprstvwz", "br", "cl", "dr", "gr", "pl", "st", "tr")
_VOWELS = (*"aeiou", "ai", "ea", "oo")
_ENDS = ("", "", "", "", "l", "n", "r", "t", "ck", "nd")
_SYLLABLES = ["".join(parts) for parts in product(_STARTS, _VOWELS, _ENDS)]


class Words:
    """A vocabulary, and the one chance that everything invented is drawn with."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.ranked = _words(chance)
        ranks = range(1, len(self.ranked) + 1)
        self._weights = list(accumulate(1 / (r + SHIFT) / (1 + r / SHARED) for r in ranks))

    def drawn(self, count: int) -> list[str]:
        """So many words, the common ones more often."""
        return self.chance.choices(self.ranked, cum_weights=self._weights, k=count)

    def clause(self, least: int, most: int) -> str:
        """Some words with no sign between or after them."""
        return " ".join(self.drawn(self.chance.randint(least, most)))

    def paragraph(self, sentences: int) -> str:
        """So many sentences on one line."""
        lengths = [self.chance.randint(*SENTENCE) for _ in range(sentences)]
        drawn = iter(self.drawn(sum(lengths)))
        return " ".join(sentence(list(islice(drawn, length)), ".") for length in lengths)

    def paragraphs(self, drawn: Iterator[str]) -> Iterator[str]:
        """Words that are drawn already, in sentences and paragraphs until there are no more."""
        while sentences := list(self._sentences(drawn)):
            yield " ".join(sentences)

    def _sentences(self, drawn: Iterator[str]) -> Iterator[str]:
        for _ in range(self.chance.randint(*PARAGRAPH)):
            if words := list(islice(drawn, self.chance.randint(*SENTENCE))):
                yield sentence(words, ".")


def sentence(words: list[str], end: str) -> str:
    """Words with a capital at the beginning and a sign at the end."""
    joined = " ".join(words)
    return f"{joined[:1].upper()}{joined[1:]}{end}"


def _words(chance: random.Random) -> list[str]:
    """Words of two to four syllables and stop words, each once; the commonest first."""
    stop = sorted(reviewed_rules().stop)
    chance.shuffle(stop)
    invented: dict[str, None] = {}
    while len(invented) < VOCABULARY:
        invented["".join(chance.choices(_SYLLABLES, k=chance.choice((2, 2, 3, 3, 4))))] = None
    others = [word for word in invented if word not in stop]
    mixed = (word for pair in zip(stop[ALONE:], others, strict=False) for word in pair)
    return [*stop[:ALONE], *mixed, *others[len(stop[ALONE:]) :]]
