"""Owns gathering: reads the documents one by one into the postings of all their terms."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import TypeAlias

from archive.search.analysis import Term, terms
from archive.search.documents import Document
from archive.search.postings import BREAK, Form, Gathered, add_all
from archive.search.rules import Rules

_SHORTEST_JOIN, _LONGEST_JOIN = 2, 3

_WORD = 22
"""Bits of a word's index."""

_Rows: TypeAlias = dict[int, list[tuple[list[int], Form]]]
"""Rows of words that make a compound, by their first two, with the compound's form."""


def gather(documents: Iterable[Document], rules: Rules) -> Gathered:
    """The terms of all documents, each text analysed once, then words joined that are compounds."""
    gathering = _Gathering(rules)
    for document in documents:
        gathering.read(document)
    gathering.join()
    return gathering.gathered


class _Gathering:
    """What was read so far; `given` are the places in `words` where a compound has its form."""

    def __init__(self, rules: Rules) -> None:
        self.gathered = Gathered()
        self._rules = rules
        self._ids: dict[str, int] = {}
        self._given: set[int] = set()

    def read(self, document: Document) -> None:
        """Take in the next document."""
        gathered, number = self.gathered, self.gathered.documents
        forms: Counter[Form] = Counter()
        titles: Counter[str] = Counter()
        for at, text in enumerate(document.texts):
            found = terms(text, self._rules)
            self._keep_words(found)
            forms.update([Form(term.stem, term.exact) for term in found])
            if at == 0:
                titles.update([term.stem for term in found if term.stem is not None])
        add_all(gathered.forms, forms, number)
        add_all(gathered.titles, titles, number)
        gathered.lengths.append(_stemmed(forms))
        gathered.title_lengths.append(titles.total())
        gathered.ends.append(len(gathered.words))

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

    def _keep_words(self, found: list[Term]) -> None:
        """Keep the words of a text in their order, and where compounds stand among them."""
        gathered, ids = self.gathered, self._ids
        first = len(gathered.words)
        for term in found:
            if not term.joined:
                word = ids.get(term.exact)
                if word is None:
                    word = ids[term.exact] = len(gathered.spelt)
                    gathered.spelt.append(term.exact)
                gathered.words.append(word)
        for term in found:
            if term.joined:
                self._keep_compound(term, first + term.position)
        gathered.words.append(BREAK)

    def _keep_compound(self, term: Term, place: int) -> None:
        gathered = self.gathered
        parts = gathered.words[place : place + term.span]
        gathered.parts[tuple(gathered.spelt[word] for word in parts)] = term.exact
        if term.span <= _LONGEST_JOIN:
            self._given.add(_spanning(place, term.span))

    def _rows(self) -> _Rows:
        """All rows of two or three words of the texts that a known compound can be parted into."""
        rows: _Rows = {}
        for joined in sorted(set(self.gathered.parts.values())):
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
