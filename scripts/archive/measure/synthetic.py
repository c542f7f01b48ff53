"""Owns invented texts for measuring at sizes that no real collection here has."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from archive.demo.words import Words, sentence

WORDS_A_TEXT = 300
SPREAD = 0.5
"""Of the lengths' logarithms."""
TITLE = (4, 10)
FIRST_DAY = date(2000, 5, 3)
DAYS = 9_000


def synthetic_texts(records: int, seed: int) -> Iterator[dict[str, str]]:
    """So many texts as {id, title, text, date}, oldest first; the same ones for the same seed."""
    chance = random.Random(seed)
    words = Words(chance)
    for number in range(records):
        # The mean of such lengths is WORDS_A_TEXT.
        length = round(WORDS_A_TEXT * chance.lognormvariate(-(SPREAD**2) / 2, SPREAD))
        drawn = iter(words.drawn(length + TITLE[1]))
        yield {
            "id": f"s{number:06}",
            "title": sentence(list(islice(drawn, chance.randint(*TITLE))), ""),
            "text": "\n\n".join(words.paragraphs(drawn)),
            "date": (FIRST_DAY + timedelta(days=number * DAYS // records)).isoformat(),
        }
