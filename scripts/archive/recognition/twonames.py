"""Owns telling the first of two names that stand on one line without a sign between them."""

from archive.recognition.givennames import GIVEN
from archive.recognition.honours import TITLE

FEWEST = 4
"""Words of two whole names."""


def first_of_two(text: str) -> str:
    """The words before a title or a given name that stands behind a last name; else all."""
    words = text.split()
    if len(words) < FEWEST:
        return text
    for index in range(2, len(words) - 1):
        last, given = (_small(word) for word in words[index - 1 : index + 1])
        named = given in GIVEN and last not in GIVEN and len(last) > 1
        if named or TITLE.match(" ".join(words[index:])):
            return " ".join(words[:index])
    return text


def _small(word: str) -> str:
    return word.strip(".,").casefold()
