"""Owns which words are English, American or British."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from spellchecker import SpellChecker

FUNCTION_WORDS = frozenset(
    re.findall(
        r"\w+",
        "the of and to in that is for on with as by this are be at from our we your my it was will"
        " has have not their which these those its an or also can must into may should would could"
        " been than about through"
        " between across there they but",
    )
)
"""Words so frequent that one glued to a word is told from the beginning of a longer one."""

_BRITISH = (
    ("our", "or"),
    ("is", "iz"),
    ("ys", "yz"),
    ("mme", "m"),
    ("ogue", "og"),
    ("ence", "ense"),
    ("ae", "e"),
    ("oe", "e"),
    ("ll", "l"),
    ("l", "ll"),
    ("tre", "ter"),
    ("bre", "ber"),
    ("grey", "gray"),
    ("cheque", "check"),
)
_NEWER = frozenset(
    re.findall(
        r"\w+",
        "blockchain brexit coronavirus crowdfunding cybersecurity decarbonisation decarbonization"
        " islamophobia lifecycle livestream lockdown microplastics neurodiversity placemaking"
        " ransomware reskilling rewilding smartphone transphobia upskilling vaping wellbeing",
    )
)
"""Words that are newer than the list."""

_ENDINGS = ("s", "es", "ed", "d", "ing", "ly", "ness", "less", "'s", "\u2019s")
SHORTEST_STEM = 4
USUAL = 1_000
"""Times that the list has counted a word."""
_LETTERS = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")
_SINGLE = ("a", "i", "o")


@lru_cache(maxsize=100_000)
def known(word: str) -> bool:
    """Whether a word, in any spelling and form, is an English one; one with other signs is not."""
    small = word.lower()
    if len(small) == 1:
        return small in _SINGLE
    return bool(_LETTERS.fullmatch(small)) and any(
        form in _list() or form in _NEWER for form in _forms(small)
    )


def usual(word: str) -> bool:
    """Whether a word is so frequent that it is hardly a half of another one."""
    return _list().get(word.lower(), 0) >= USUAL or word.lower() in _SINGLE


def _forms(word: str) -> Iterator[str]:
    """The word itself, its American spellings, and the same without an ending."""
    yield from _spellings(word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            yield from _spellings(word[: -len(ending)])


def _spellings(word: str) -> Iterator[str]:
    yield word
    for british, american in _BRITISH:
        if british in word:
            yield word.replace(british, american)


@cache
def _list() -> Mapping[str, int]:
    """The list of the package pyspellchecker: words of American English and how often they are."""
    words: Mapping[str, int] = SpellChecker(language="en", distance=1).word_frequency.dictionary
    return words
