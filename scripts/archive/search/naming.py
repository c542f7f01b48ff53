"""Owns finding names (names.py) in texts: how often each record means what a group names.

A name is a row of words, known by their stems as a query's are (a stop word by itself). One of a
single word that is an acronym (ACEs) counts only where the text has an acronym too, not a word
(aces). A name inside a longer row that is one of `not_for` (ACE in "ACE Hotel") does not count.
The browser asks queries the same, in `othernames.js`, but takes small letters for capitals.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from archive.search.analysis import terms, words
from archive.search.folding import shape
from archive.search.names import Names
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
    """Finds the names of all groups."""

    def __init__(self, names: Names, rules: Rules) -> None:
        self._rules = rules
        self._by_first: defaultdict[str, list[_Row]] = defaultdict(list)
        for row in dict.fromkeys((*self._named(names), *self._barred(names))):
            self._by_first[row.words[0]].append(row)

    def counted(self, texts: Iterable[str], stems: Container[str]) -> Counter[int]:
        """How often the texts name each group; `stems` are all of theirs, and all stop words."""
        if not self._possible(stems):
            return Counter()
        return Counter(group for text in texts for group in self._in_text(text))

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

    def _possible(self, stems: Container[str]) -> bool:
        """Whether all words of any name are among those of a document, as they mostly are not."""
        firsts = (rows for first, rows in self._by_first.items() if first in stems)
        return any(all(word in stems for word in row.words) for rows in firsts for row in rows)

    def _in_text(self, text: str) -> Iterator[int]:
        places = list(self._places(text))
        barred = [place for place in places if place.row.group is None]
        for place in places:
            group = place.row.group
            if group is None or any(_inside(place, other) for other in barred):
                continue
            if not place.row.acronym or _is_acronym(text, place.begin):
                yield group

    def _places(self, text: str) -> Iterator[_Place]:
        key = self._key(text)
        for begin, first in enumerate(key):
            for row in self._by_first.get(first, ()):
                end = begin + len(row.words)
                if key[begin:end] == row.words:
                    yield _Place(begin, end, row)


def _inside(place: _Place, other: _Place) -> bool:
    """Whether a place is a part of another, and not all of it."""
    within = other.begin <= place.begin and place.end <= other.end
    return within and (place.begin, place.end) != (other.begin, other.end)


def _is_acronym(text: str, position: int) -> bool:
    word = words(text)[position]
    return shape(text[word.start : word.end]).acronym is not None
