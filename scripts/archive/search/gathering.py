"""Owns gathering: takes in the documents group by group, into the postings of all their terms."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator
from typing import TypeAlias

import numpy as np

from archive.search.analysed import analysed
from archive.search.analysis import stem_of
from archive.search.cutting import Cut
from archive.search.lexicon import NO_STEM, Form, Lexicon
from archive.search.naming import Naming
from archive.search.numbers import Ints
from archive.search.postings import Gathered, Postings, Words, counted
from archive.search.rules import Rules
from archive.search.taken import Taken, given, together

_SHORTEST_JOIN, _LONGEST_JOIN = 2, 3
_USUAL = 2
"""Documents that must have a compound, or its words as one, for others to be joined alike."""

_Rows: TypeAlias = dict[tuple[int, int], list[tuple[list[int], Form]]]
"""Rows of words that make a compound, by their first two, with the compound's form."""


def gather(groups: Iterable[Cut], rules: Rules, naming: Naming) -> Gathered:
    """The terms of all documents; then words are joined that are usually compounds."""
    lexicon = Lexicon(rules, naming.firsts)
    taken = taken_in(groups, lexicon, naming)
    return joined(taken.picked(range(len(taken.documents))), lexicon, rules)


def taken_in(groups: Iterable[Cut], lexicon: Lexicon, naming: Naming) -> Taken:
    """Take in documents group by group, to be picked; a lexicon numbers their words and forms."""
    return together([nothing(), *(_of_group(group, lexicon, naming) for group in groups)])


def nothing() -> Taken:
    """What was taken in of no group."""
    none, words = np.zeros(0, np.int64), np.zeros(0, np.int32)
    no = Postings(none)
    return Taken(no, no, no, words, none, none, none, none, none, ())


def _of_group(group: Cut, lexicon: Lexicon, naming: Naming) -> Taken:
    one = analysed(group, lexicon)
    short = one.compounds.spans <= _LONGEST_JOIN
    return Taken(
        one.forms,
        one.titles,
        naming.counted(one.rows, lexicon),
        one.rows.words,
        np.bincount(one.rows.documents, minlength=len(group.texts)),
        one.lengths,
        one.title_lengths,
        given(one.compounds.places[short], one.compounds.spans[short]),
        np.array([len(group.texts)]),
        (tuple(map(" ".join, one.compounds.parts)),),
    )


def joined(taken: Taken, lexicon: Lexicon, rules: Rules) -> Gathered:
    """All that was taken in; words that stand apart have the form of the compound they are."""
    parts = {tuple(row.split(" ")) for rows in taken.parts for row in rows}
    ends = np.cumsum(taken.counts)
    known = _usual(parts, taken.texts, lexicon)
    places, forms = _apart(taken, _rows(known, lexicon, rules), lexicon)
    documents = np.searchsorted(ends, places, side="right")
    stems = np.array(lexicon.stem_of)
    more = np.bincount(documents[stems[forms] != NO_STEM], minlength=len(ends))
    return Gathered(
        forms=lexicon.forms,
        stems=lexicon.stems,
        stem_of=stems.astype(np.int32),
        is_plain=lexicon.is_plain,
        texts=taken.texts,
        joined=counted(forms, documents),
        titles=taken.titles,
        named=taken.named,
        lengths=(taken.lengths + more).tolist(),
        title_lengths=taken.title_lengths.tolist(),
        row=Words(taken.words, ends, lexicon.spelt),
        parts=parts,
    )


def _apart(taken: Taken, rows: _Rows, lexicon: Lexicon) -> tuple[Ints, Ints]:
    """Where words stand apart that are to be joined, and the numbers of their joined forms.

    This is what `joins` of analysis.py says, for all documents at once.
    """
    words, known = taken.words, set(taken.given.tolist())
    places, forms = list[int](), list[int]()
    for at in _candidates(words, rows, len(lexicon.spelt)).tolist():
        first, second, *_ = ahead = words[at : at + _LONGEST_JOIN].tolist()
        for row, form in rows.get((first, second), ()):
            span = len(row)
            if ahead[:span] == row and given(at, span) not in known:
                places.append(at)
                forms.append(lexicon.form(form))
    return np.array(places, np.int64), np.array(forms, np.int64)


def _usual(parts: Iterable[tuple[str, ...]], texts: Postings, lexicon: Lexicon) -> set[str]:
    """The joined forms that several documents have, as compounds or as one word.

    One alone may be a slip of the hand, or of whoever made the text: in-line, 2024/the.
    """
    having: Counter[str] = Counter()
    documents = np.bincount(texts.things, minlength=len(lexicon.forms))
    for form, count in zip(lexicon.forms, documents.tolist(), strict=True):
        having[form.exact] += count
    return {whole for row in parts if having[whole := "".join(row)] >= _USUAL}


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
