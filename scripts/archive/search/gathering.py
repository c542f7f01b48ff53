"""Owns gathering: takes in the documents group by group, into the postings of all their terms."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from archive.search.analysed import Compounds, analysed
from archive.search.analysis import stem_of
from archive.search.cutting import Cut
from archive.search.lexicon import NO_STEM, Form, Lexicon
from archive.search.naming import Naming
from archive.search.numbers import Ints
from archive.search.postings import Gathered, Postings, Words, behind, counted, merged
from archive.search.rules import Rules

_SHORTEST_JOIN, _LONGEST_JOIN = 2, 3
_USUAL = 2
"""Documents that must have a compound, or its words as one, for others to be joined alike."""

_SPAN = 2
"""Bits of a span of at most three words."""

_Rows: TypeAlias = dict[tuple[int, int], list[tuple[list[int], Form]]]
"""Rows of words that make a compound, by their first two, with the compound's form."""


def gather(groups: Iterable[Cut], rules: Rules, naming: Naming) -> Gathered:
    """The terms of all documents; then words are joined that are usually compounds."""
    gathering = _Gathering(rules, naming)
    for group in groups:
        gathering.take_in(group)
    return gathering.joined()


@dataclass(frozen=True)
class _Taken:
    """The small parts of what was taken in of a group, counted on from the groups before.

    `given` are the places of words where a compound has its form.
    """

    titles: Postings
    named: Postings
    lengths: Ints
    title_lengths: Ints
    ends: Ints
    given: Ints


class _Gathering:
    """What was taken in so far."""

    def __init__(self, rules: Rules, naming: Naming) -> None:
        self._rules, self._naming = rules, naming
        self._lexicon = Lexicon(rules, naming.firsts)
        self._taken = list[_Taken]()
        self._texts, self._words = list[Postings](), list[Ints]()
        self._parts: dict[tuple[str, ...], str] = {}
        self._documents = self._places = 0

    def take_in(self, group: Cut) -> None:
        """Take in the next documents."""
        one, before, places = analysed(group, self._lexicon), self._documents, self._places
        counts = np.bincount(one.rows.documents, minlength=len(group.texts))
        named = self._naming.counted(one.rows, self._lexicon)
        self._texts.append(behind(one.forms, before))
        self._words.append(one.rows.words)
        self._taken.append(
            _Taken(
                behind(one.titles, before),
                behind(named, before),
                one.lengths,
                one.title_lengths,
                places + np.cumsum(counts),
                _given(one.compounds, places),
            )
        )
        self._parts |= one.compounds.parts
        self._documents += len(group.texts)
        self._places += len(one.rows.words)

    def joined(self) -> Gathered:
        """All that was taken in; words that stand apart have the form of the compound they are."""
        taken, lexicon = self._taken, self._lexicon
        texts, words = merged(self._texts), np.concatenate(self._words)
        # They are large, and not needed twice.
        self._texts.clear()
        self._words.clear()
        ends = np.concatenate([one.ends for one in taken])
        known = _usual(self._parts, texts, lexicon)
        places, forms = self._apart(words, _rows(known, lexicon, self._rules))
        documents = np.searchsorted(ends, places, side="right")
        stems = np.array(lexicon.stem_of)
        more = np.bincount(documents[stems[forms] != NO_STEM], minlength=len(ends))
        return Gathered(
            forms=lexicon.forms,
            stems=lexicon.stems,
            stem_of=stems.astype(np.int32),
            texts=texts,
            joined=counted(forms, documents),
            titles=merged([one.titles for one in taken]),
            named=merged([one.named for one in taken]),
            lengths=(np.concatenate([one.lengths for one in taken]) + more).tolist(),
            title_lengths=np.concatenate([one.title_lengths for one in taken]).tolist(),
            row=Words(words, ends, lexicon.spelt),
            parts=self._parts,
        )

    def _apart(self, words: Ints, rows: _Rows) -> tuple[Ints, Ints]:
        """Where words stand apart that are to be joined, and the numbers of their joined forms.

        This is what `joins` of analysis.py says, for all documents at once.
        """
        given = set(np.concatenate([one.given for one in self._taken]).tolist())
        places, forms = list[int](), list[int]()
        for at in _candidates(words, rows, len(self._lexicon.spelt)).tolist():
            first, second, *_ = ahead = words[at : at + _LONGEST_JOIN].tolist()
            for row, form in rows.get((first, second), ()):
                span = len(row)
                if ahead[:span] == row and at << _SPAN | span not in given:
                    places.append(at)
                    forms.append(self._lexicon.form(form))
        return np.array(places, np.int64), np.array(forms, np.int64)


def _given(compounds: Compounds, places: int) -> Ints:
    """Where the compounds begin that others may be joined like, with how many words each has."""
    short = compounds.spans <= _LONGEST_JOIN
    return places + compounds.places[short] << _SPAN | compounds.spans[short]


def _usual(parts: dict[tuple[str, ...], str], texts: Postings, lexicon: Lexicon) -> set[str]:
    """The joined forms that several documents have, as compounds or as one word.

    One alone may be a slip of the hand, or of whoever made the text: in-line, 2024/the.
    """
    having: Counter[str] = Counter()
    documents = np.bincount(texts.things, minlength=len(lexicon.forms))
    for form, count in zip(lexicon.forms, documents.tolist(), strict=True):
        having[form.exact] += count
    return {joined for joined in parts.values() if having[joined] >= _USUAL}


def _rows(usual: Iterable[str], lexicon: Lexicon, rules: Rules) -> _Rows:
    """All rows of two or three words of the texts that a known compound can be parted into."""
    rows: _Rows = {}
    numbers = {word: number for number, word in enumerate(lexicon.spelt)}
    for joined in sorted(usual):
        form = Form(stem_of(joined, None, rules), joined)
        for split in _partings(joined, numbers):
            first, second, *_ = row = [numbers[part] for part in split]
            rows.setdefault((first, second), []).append((row, form))
    return rows


def _candidates(words: Ints, rows: _Rows, count: int) -> Ints:
    """The places in a row of words where a row may begin."""
    numbers = np.array(list(rows), np.int64).reshape(-1, 2)
    is_first, is_second = np.zeros((2, count), bool)
    is_first[numbers[:, 0]] = is_second[numbers[:, 1]] = True
    places = np.flatnonzero(is_first[words[:-1]] & is_second[words[1:]])
    pairs = words[places].astype(np.int64) << 32 | words[places + 1]
    return places[np.isin(pairs, numbers[:, 0] << 32 | numbers[:, 1])]


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
