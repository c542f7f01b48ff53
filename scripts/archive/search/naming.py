"""Owns finding names (names.py) in texts: how often each record means what a group names.

A name is a row of words, known by their stems as a query's are (a stop word by itself). One of a
single word that is an acronym (ACEs) counts only where the text has an acronym too, not a word
(aces). A name inside a longer row that is one of `not_for` (ACE in "ACE Hotel") does not count.
The browser asks queries the same, in `othernames.js`, but takes small letters for capitals.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

import numpy as np

from archive.search.analysed import Rows
from archive.search.analysis import terms
from archive.search.folding import shape
from archive.search.lexicon import CAPITALS, Lexicon
from archive.search.names import Names
from archive.search.postings import Postings, counted
from archive.search.rules import Rules


class _Row(NamedTuple):
    """The words of a name, and whether it must be an acronym; `group` is None for `not_for`."""

    words: tuple[str, ...]
    group: int | None
    acronym: bool = False


class _Place(NamedTuple):
    begin: int
    end: int
    row: _Row


class Naming:
    """Finds the names of all groups; `firsts` are the words with which one can begin."""

    def __init__(self, names: Names, rules: Rules) -> None:
        self._rules = rules
        self._by_first: defaultdict[str, list[_Row]] = defaultdict(list)
        for row in dict.fromkeys((*self._named(names), *self._barred(names))):
            self._by_first[row.words[0]].append(row)
        self.firsts: Container[str] = self._by_first.keys()

    def counted(self, rows: Rows, lexicon: Lexicon) -> Postings:
        """How often the documents name each group."""
        begins = np.flatnonzero(np.array(lexicon.is_first, bool)[rows.forms])
        places = [
            place for begin in begins.tolist() for place in self._places(rows, begin, lexicon)
        ]
        barred = _covered(place for place in places if place.row.group is None)
        named = [
            (place.row.group, rows.documents[place.begin])
            for place in places
            if place.row.group is not None
            and not any(_inside(place, other) for other in barred[place.begin])
            and (not place.row.acronym or rows.kinds[place.begin] & CAPITALS)
        ]
        groups, documents = np.array(named, np.int64).reshape(-1, 2).T
        return counted(groups, documents)

    def _places(self, rows: Rows, begin: int, lexicon: Lexicon) -> Iterator[_Place]:
        """The rows of names that begin at a place."""
        for row in self._by_first[lexicon.forms[rows.forms[begin]].key]:
            end = begin + len(row.words)
            forms = rows.forms[begin:end].tolist()
            if tuple(lexicon.forms[form].key for form in forms) == row.words:
                yield _Place(begin, end, row)

    def _named(self, names: Names) -> Iterator[_Row]:
        for group, spellings in enumerate(names.groups):
            for name in spellings:
                if key := self._key(name):
                    yield _Row(key, group, len(key) == 1 and shape(name).acronym is not None)

    def _barred(self, names: Names) -> Iterator[_Row]:
        yield from (_Row(key, None) for text in names.not_for if (key := self._key(text)))

    def _key(self, text: str) -> tuple[str, ...]:
        found = terms(text, self._rules)
        return tuple(term.stem or term.exact for term in found if not term.joined)


def _covered(places: Iterable[_Place]) -> defaultdict[int, list[_Place]]:
    """Places by each word of theirs."""
    found: defaultdict[int, list[_Place]] = defaultdict(list)
    for place in places:
        for word in range(place.begin, place.end):
            found[word].append(place)
    return found


def _inside(place: _Place, other: _Place) -> bool:
    """Whether a place is a part of another, and not all of it."""
    within = other.begin <= place.begin and place.end <= other.end
    return within and (place.begin, place.end) != (other.begin, other.end)
