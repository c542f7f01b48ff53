"""Owns the queries to measure with, drawn from the texts: the same from the same texts."""

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from archive.measure.texts import Text, texts
from archive.search.rules import reviewed_rules

COMMON = 200
"""A word is common if it is one of so many that most texts have, stop words aside."""
RARE = 3
"""A word is rare if at most so many texts have it."""
PHRASE = (2, 6)
TRIES = 4
"""From so many texts a phrase is taken, until one is more than stop words."""
TYPED_FROM = 2
"""Letters: the box on our pages seeks from the second on."""
A_TYPED = 10
"""One in so many queries is also typed letter by letter."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_EDGES = re.compile(r"^\W+|\W+$")


@dataclass(frozen=True)
class Sample:
    """Queries of several kinds.

    `words` are in equal parts: a common word, a rare one, and one, two, three and four different
    words of a text, stop words aside. `phrases` are two to six words of a text as they stand there,
    in quotation marks. `typed` are some of `words` while they are typed, letter by letter.
    """

    words: tuple[str, ...]
    phrases: tuple[str, ...]
    typed: tuple[str, ...]


def sample(documents: Path, number: int) -> Sample:
    """So many queries of words, and as many phrases, from the texts of a file.

    Fewer where texts have nothing but stop words.
    """
    chance = random.Random(number)
    spread: Counter[str] = Counter()
    count = 0
    for text in texts(documents):
        count += 1
        spread.update(set(_words(text)))
    drawn = _drawn(documents, [chance.randrange(count) for _ in range((1 + TRIES) * number)])
    words = tuple(_queries(drawn[:number], spread, chance))
    phrases = filter(None, (_phrase(text, chance) for text in drawn[number:]))
    return Sample(words, tuple(islice(phrases, number)), tuple(_as_typed(words[::A_TYPED])))


def _drawn(documents: Path, places: list[int]) -> list[Text]:
    """The texts at some places of the file, in the order of the places."""
    wanted = set(places)
    found = {at: text for at, text in enumerate(texts(documents)) if at in wanted}
    return [found[at] for at in places]


def _queries(drawn: Iterable[Text], spread: Counter[str], chance: random.Random) -> Iterator[str]:
    """A query for each text; `spread` counts the texts that have each word."""
    stop = reviewed_rules().stop
    by_number = sorted(spread.items(), key=lambda pair: (-pair[1], pair[0]))
    common = [word for word, _ in by_number if word not in stop][:COMMON]
    rare = [word for word, texts_with in by_number if texts_with <= RARE] or common
    kinds: tuple[list[str] | int, ...] = (common, rare, 1, 2, 3, 4)
    for text, kind in zip(drawn, cycle(kinds), strict=False):
        if isinstance(kind, list):
            yield from chance.sample(kind, min(1, len(kind)))
        elif known := [word for word in dict.fromkeys(_words(text)) if word not in stop]:
            yield " ".join(chance.sample(known, min(kind, len(known))))


def _phrase(text: Text, chance: random.Random) -> str | None:
    """A row of words from one paragraph; not only stop words, which nobody seeks alone."""
    paragraphs = [words for block in text.text.split("\n\n") if len(words := block.split()) > 1]
    if not paragraphs:
        return None
    words = chance.choice(paragraphs)
    start = chance.randrange(len(words) - 1)
    row = " ".join(words[start : start + chance.randint(*PHRASE)])
    row = _EDGES.sub("", re.sub('["“”„]', "", row))
    meant = set(_WORD.findall(row.lower())) - reviewed_rules().stop
    return f'"{row}"' if " " in row and meant else None


def _as_typed(queries: Iterable[str]) -> Iterator[str]:
    for query in queries:
        beginnings = (query[:end] for end in range(TYPED_FROM, len(query) + 1))
        yield from (beginning for beginning in beginnings if not beginning.endswith(" "))


def _words(text: Text) -> list[str]:
    return _WORD.findall(f"{text.title} {text.text}".lower())
