"""Owns invented texts for measuring at sizes that no real collection here has.

Most of the commonest words are the reviewed stop words, all others are invented. They are drawn
one by one, so two that often stand together are rarer than in real texts. How often the word of
rank r comes follows Zipf's law with its two regimes: as 1/r among the words that all texts share,
as 1/r² among those that few have (R. Ferrer i Cancho, R. V. Solé: Two regimes in the frequency of
words, 2001).
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate, islice, product

from archive.search.rules import reviewed_rules

WORDS_A_TEXT = 300
SPREAD = 0.5
"""Of the lengths' logarithms."""
TITLE = (4, 10)
SENTENCE = (8, 28)
PARAGRAPH = (2, 6)
VOCABULARY = 200_000
ALONE = 5
"""So many stop words are the commonest words; the others take turns with invented ones."""
SHIFT = 2.7
SHARED = 1_000
"""The rank at which the second regime begins."""
FIRST_DAY = date(2000, 5, 3)
DAYS = 9_000

_STARTS = (*"bdfghjklmnprstvwz", "br", "cl", "dr", "gr", "pl", "st", "tr")
_VOWELS = (*"aeiou", "ai", "ea", "oo")
_ENDS = ("", "", "", "", "l", "n", "r", "t", "ck", "nd")
_SYLLABLES = ["".join(parts) for parts in product(_STARTS, _VOWELS, _ENDS)]


def synthetic_texts(records: int, seed: int) -> Iterator[dict[str, str]]:
    """So many texts as {id, title, text, date}, oldest first; the same ones for the same seed."""
    chance = random.Random(seed)
    words = _words(chance)
    ranks = range(1, len(words) + 1)
    weights = list(accumulate(1 / (rank + SHIFT) / (1 + rank / SHARED) for rank in ranks))
    for number in range(records):
        # The mean of such lengths is WORDS_A_TEXT.
        length = round(WORDS_A_TEXT * chance.lognormvariate(-(SPREAD**2) / 2, SPREAD))
        drawn = iter(chance.choices(words, cum_weights=weights, k=length + TITLE[1]))
        yield {
            "id": f"s{number:06}",
            "title": _sentence(list(islice(drawn, chance.randint(*TITLE))), ""),
            "text": "\n\n".join(_paragraphs(drawn, chance)),
            "date": (FIRST_DAY + timedelta(days=number * DAYS // records)).isoformat(),
        }


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


def _paragraphs(drawn: Iterator[str], chance: random.Random) -> Iterator[str]:
    while sentences := list(_sentences(drawn, chance)):
        yield " ".join(sentences)


def _sentences(drawn: Iterator[str], chance: random.Random) -> Iterator[str]:
    for _ in range(chance.randint(*PARAGRAPH)):
        if words := list(islice(drawn, chance.randint(*SENTENCE))):
            yield _sentence(words, ".")


def _sentence(words: list[str], end: str) -> str:
    joined = " ".join(words)
    return f"{joined[:1].upper()}{joined[1:]}{end}"
