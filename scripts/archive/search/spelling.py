"""Owns how stems are spelt: the forms of each, the most frequent first, and which stand alone."""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from archive.search.lexicon import NO_STEM
from archive.search.postings import Gathered
from archive.search.rules import Rules

_MOST_FORMS = 48
"""A mask of more than 53 bits would be no whole number in the browser."""


@dataclass(frozen=True)
class Spelling:
    """The forms that documents have by stem and by word, both by number, the most frequent first.

    `own` are the words that have an entry of their own (entries.py), in order.
    """

    by_stem: dict[int, list[int]]
    by_word: dict[str, list[int]]
    own: dict[str, None]


def spelling(gathered: Gathered, rules: Rules) -> Spelling:
    """How the stems of all documents are spelt.

    A word has an entry of its own if it is not found in that of the stem under which the browser
    seeks it. Stop words are sought by themselves; a word may have two stems (PASs, pass), or that
    of an acronym alone.
    """
    by_stem: defaultdict[int, list[int]] = defaultdict(list)
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for number in _by_frequency(gathered):
        by_word[gathered.forms[number].exact].append(number)
        by_stem[int(gathered.stem_of[number])].append(number)
    by_stem.pop(NO_STEM, None)
    beyond = (number for forms in by_stem.values() for number in forms[_MOST_FORMS:])
    own = {gathered.forms[number].exact for number in beyond}
    for word, numbers in by_word.items():
        if word in rules.stop or len(numbers) > 1 or not gathered.is_plain[numbers[0]]:
            own.add(word)
    return Spelling(by_stem, by_word, dict.fromkeys(sorted(own)))


def _by_frequency(gathered: Gathered) -> list[int]:
    """The forms that documents have, in texts or in parts; of equal ones first what sorts first."""
    things = np.concatenate((gathered.texts.things, gathered.joined.things))
    counts = np.bincount(things, minlength=len(gathered.forms)).tolist()
    had = [number for number, count in enumerate(counts) if count]
    forms = gathered.forms
    return sorted(had, key=lambda n: (-counts[n], forms[n].exact, forms[n].stem or ""))
