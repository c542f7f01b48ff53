"""Owns gathering: takes in the documents one by one, into the postings of all their terms."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import TypeAlias

from archive.search.analysed import Analysed, Form
from archive.search.documents import Document
from archive.search.naming import Naming
from archive.search.postings import BREAK, Gathered, add_all
from archive.search.rules import Rules

_SHORTEST_JOIN, _LONGEST_JOIN = 2, 3
_USUAL = 2
"""Documents that must have a compound, or its words as one, for others to be joined alike."""

_WORD = 22
"""Bits of a word's index."""

_Rows: TypeAlias = dict[int, list[tuple[list[int], Form]]]
"""Rows of words that make a compound, by their first two, with the compound's form."""


def gather(
    documents: Iterable[tuple[Document, Analysed]], rules: Rules, naming: Naming
) -> Gathered:
    """The terms of all documents; then words are joined that are usually compounds."""
    gathering = _Gathering(rules)
    for document, one in documents:
        gathering.take_in(one)
        stems = {form.stem or form.exact for form in one.forms}
        gathering.name(naming.counted(document.texts, stems))
    gathering.join()
    return gathering.gathered


class _Gathering:
    """What was taken in so far; `given` are the places in `words` where a compound has its form."""

    def __init__(self, rules: Rules) -> None:
        self.gathered = Gathered()
        self._rules = rules
        self._ids: dict[str, int] = {"": BREAK}
        self._given: set[int] = set()

    def take_in(self, one: Analysed) -> None:
        """Take in the next document."""
        gathered, number = self.gathered, self.gathered.documents
        add_all(gathered.forms, one.forms, number)
        add_all(gathered.titles, one.titles, number)
        gathered.lengths.append(_stemmed(one.forms))
        gathered.title_lengths.append(sum(one.titles.values()))
        first = len(gathered.words)
        gathered.words.extend(map(self._id, one.words))
        for place, span, joined in one.compounds:
            gathered.parts[one.words[place : place + span]] = joined
            if span <= _LONGEST_JOIN:
                self._given.add(_spanning(first + place, span))
        gathered.ends.append(len(gathered.words))

    def name(self, counted: Mapping[int, int]) -> None:
        """Note what the document taken in last names, as it is asked of names.py."""
        add_all(self.gathered.named, counted, self.gathered.documents - 1)

    def join(self) -> None:
        """Give words that stand apart the form of the compound that they are known to be.

        This is what `joins` of analysis.py says, for all documents at once.
        """
        gathered, begin = self.gathered, 0
        rows = self._rows()
        for number, end in enumerate(gathered.ends):
            found = Counter(self._joined(begin, end, rows))
            add_all(gathered.joined, found, number)
            gathered.lengths[number] += _stemmed(found)
            begin = end

    def _id(self, word: str) -> int:
        known = self._ids.get(word)
        if known is None:
            known = self._ids[word] = len(self.gathered.spelt)
            self.gathered.spelt.append(word)
        return known

    def _usual(self) -> set[str]:
        """The joined forms that several documents have, as compounds or as one word.

        One alone may be a slip of the hand, or of whoever made the text: in-line, 2024/the.
        """
        having: Counter[str] = Counter()
        for form, postings in self.gathered.forms.items():
            having[form.exact] += len(postings.documents)
        return {joined for joined in self.gathered.parts.values() if having[joined] >= _USUAL}

    def _rows(self) -> _Rows:
        """All rows of two or three words of the texts that a known compound can be parted into."""
        rows: _Rows = {}
        for joined in sorted(self._usual()):
            stem = None if joined in self._rules.stop else self._rules.root(joined)
            for parts in _partings(joined, self._ids):
                first, second, *_ = row = [self._ids[part] for part in parts]
                rows.setdefault(first << _WORD | second, []).append((row, Form(stem, joined)))
        return rows

    def _joined(self, begin: int, end: int, rows: _Rows) -> Iterator[Form]:
        words = self.gathered.words[begin:end].tolist()
        for at, (first, second) in enumerate(pairwise(words)):
            for row, form in rows.get(first << _WORD | second, ()):
                span = len(row)
                given = _spanning(begin + at, span) in self._given
                if words[at : at + span] == row and not given:
                    yield form


def _partings(
    joined: str, words: Container[str], most: int = _LONGEST_JOIN
) -> Iterator[tuple[str, ...]]:
    """The ways to part a joined form into two or three words."""
    for end in range(1, len(joined)):
        first, rest = joined[:end], joined[end:]
        if first in words:
            if rest in words:
                yield first, rest
            if most > _SHORTEST_JOIN:
                yield from ((first, *parts) for parts in _partings(rest, words, most - 1))


def _spanning(place: int, span: int) -> int:
    """A place and a span of at most three as one number, as there are many of them."""
    return place << 2 | span


def _stemmed(forms: Mapping[Form, int]) -> int:
    return sum(times for form, times in forms.items() if form.stem is not None)
