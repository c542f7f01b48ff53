"""Owns the entries of the index: for each term, which documents have it, in which forms.

An entry is a JSON array; what is empty at its end is left out:

    [term, documents, titles, forms, masks, compounds]

- `term` is a stem, or "=word" for the exact form of a word that has no stem of its own (a stop
  word) or more than one, or "@n" for all names of a group (names.py).
- `documents` is a row (rows.py) of the numbers of documents and how often each has the term.
- `titles` is one of places in `documents`, as titles are sought in too.
- `forms` are the words with this stem, the most frequent first, parted by blanks; empty where the
  stem itself is the only one. One that begins with "=" has an entry of its own.
- `masks` is a row of places in `documents`, each with the sum of 2**n over the forms n that the
  document has, in the place of times: 1 for the sum 2, and 2 for 0. A document that is not named
  has the first form alone.
- `compounds` are rows of words that begin with one of the forms and are also written as one word.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import TypeAlias

import numpy as np

from archive.search.analysis import in_order
from archive.search.lexicon import NO_STEM
from archive.search.numbers import Ints, begins, summed
from archive.search.postings import (
    DOCUMENT,
    MOST_TIMES,
    TIMES,
    Gathered,
    Postings,
    counted,
    keyed,
    postings,
)
from archive.search.rows import rows
from archive.search.rules import Rules
from archive.search.spelling import Spelling, spelling

Entry: TypeAlias = list[str | list[str]]

OWN = "="
"""Begins a term that is a word's exact form, and a form that has such an entry of its own."""

NAMED = "@"
"""Begins a term that is the number of a group of names."""

_AS_TIMES = ((2, 1), (0, 2))
"""Masks that are written as others, as 2 is the most frequent one, and times are not 0."""

_BITS = 6
_KEY = _BITS + TIMES
_NO_BIT = (1 << _BITS) - 1
"""Parts of the numbers by which forms are sorted (`_packed`); a word of its own has no bit."""

_MASKS = np.array([*(1 << bit for bit in range(_NO_BIT)), 0])

_BLOCK = 1 << 18
"""About so many are taken at once, as arrays of more would need the more memory."""


def entries(gathered: Gathered, rules: Rules) -> Iterator[tuple[str, Entry]]:
    """Each term with its entry, in the order of UTF-16 units."""
    spelt = spelling(gathered, rules)
    found = {**_of_stems(gathered, spelt), **_of_words(gathered, spelt), **_of_names(gathered)}
    for term in sorted(found, key=in_order):
        yield term, [term, *found[term]]


def _of_stems(gathered: Gathered, spelt: Spelling) -> dict[str, Entry]:
    """What the entries of stems have behind the term."""
    compounds = _compounds(gathered, spelt.by_word)
    found: dict[str, Entry] = {}
    for number, *columns in _columns(gathered, spelt):
        stem = gathered.stems[number]
        words = [gathered.forms[form].exact for form in spelt.by_stem[number]]
        forms = " ".join(OWN + word if word in spelt.own else word for word in words)
        documents, titles, odd = columns
        rest: Entry = [documents, titles, "" if forms == stem else forms, odd, compounds[number]]
        while not rest[-1]:
            rest.pop()
        found[stem] = rest
    return found


def _columns(gathered: Gathered, spelt: Spelling) -> Iterator[tuple[int, str, str, str]]:
    """The number of each stem with the rows of its documents, its titles and its masks."""
    packed = _packed(gathered, spelt)
    titles, things = gathered.titles, gathered.titles.things
    for begin, end in pairwise(_blocks(packed)):
        one, masks = _masked(packed[begin:end])
        numbers, ends = _parted(one)
        first, last = np.searchsorted(things, (numbers[0], numbers[-1] + 1))
        titled = Postings(titles.packed[first:last])
        yield from zip(
            numbers.tolist(),
            rows(ends, one.documents, one.times),
            _titled(titled, one.keys, numbers, ends),
            _sparse(masks, ends),
            strict=True,
        )


def _packed(gathered: Gathered, spelt: Spelling) -> Ints:
    """Of all forms with a stem: its key, the form's bit and times as one number, in order.

    A sort of such numbers is faster than one of places, and needs less memory.
    """
    bits = np.full(len(gathered.forms), _NO_BIT, np.uint64)
    for forms in spelt.by_stem.values():
        for bit, form in enumerate(forms):
            if gathered.forms[form].exact not in spelt.own:
                bits[form] = bit
    parts = list[Ints]()
    for one in (gathered.texts, gathered.joined):
        things = one.things
        held = gathered.stem_of[things] != NO_STEM
        things, times = things[held], one.times[held].astype(np.uint64)
        keys = keyed(gathered.stem_of[things], one.documents[held]).astype(np.uint64)
        parts.append((keys << _BITS | bits[things]) << TIMES | times)
    packed = np.concatenate(parts)
    packed.sort()
    return packed


def _blocks(packed: Ints) -> list[int]:
    """Where to cut between stems so that each part is small; 0 first, the end of all last."""
    first = begins((packed >> _KEY + DOCUMENT).astype(np.int32))
    starts = np.searchsorted(first, np.arange(0, len(packed), _BLOCK))
    return [*first[np.unique(np.minimum(starts, len(first) - 1))].tolist(), len(packed)]


def _masked(packed: Ints) -> tuple[Postings, Ints]:
    """The postings of stems, each with the sum of 2**n over the forms that its document has."""
    keys = (packed >> _KEY).astype(np.int64)
    first = begins(keys)
    # A document may have the same form in its texts and joined: that is one bit.
    masks = np.bitwise_or.reduceat(_MASKS[(packed >> TIMES & _NO_BIT).astype(np.uint8)], first)
    return postings(keys[first], summed((packed & MOST_TIMES).astype(np.int64), first)), masks


def _titled(titles: Postings, keys: Ints, numbers: Ints, ends: Ints) -> list[str]:
    """The titles with each stem as rows of places in its documents."""
    cuts = np.append(np.searchsorted(titles.things, numbers), len(titles.packed))
    places = np.searchsorted(keys, titles.keys) - np.repeat(ends[:-1], np.diff(cuts))
    return rows(cuts, places, titles.times)


def _sparse(masks: Ints, ends: Ints) -> list[str]:
    """The masks of documents that have another form than the first, or more than one."""
    odd = np.flatnonzero(masks != 1)
    cuts = np.searchsorted(odd, ends)
    places = odd - np.repeat(ends[:-1], np.diff(cuts))
    held = masks[odd]
    times = np.select([held == mask for mask, _ in _AS_TIMES], [as_ for _, as_ in _AS_TIMES], held)
    return rows(cuts, places, times)


def _of_words(gathered: Gathered, spelt: Spelling) -> dict[str, Entry]:
    """The entries of words of their own: the documents that have any of its forms."""
    own = np.full(len(gathered.forms), len(spelt.own), np.int64)
    for number, word in enumerate(spelt.own):
        own[spelt.by_word[word]] = number
    both = (gathered.texts, gathered.joined)
    words = own[np.concatenate([one.things for one in both])]
    held = words < len(spelt.own)
    documents = np.concatenate([one.documents for one in both])
    own_words = counted(words[held], documents[held])
    _, ends = _parted(own_words)
    written = rows(ends, own_words.documents)
    return {OWN + word: [row] for word, row in zip(spelt.own, written, strict=True)}


def _of_names(gathered: Gathered) -> dict[str, Entry]:
    groups, ends = _parted(gathered.named)
    written = rows(ends, gathered.named.documents, gathered.named.times)
    return {f"{NAMED}{group}": [row] for group, row in zip(groups, written, strict=True)}


def _parted(one: Postings) -> tuple[Ints, Ints]:
    """The things of postings, and where those of each begin; behind them, where the last end."""
    things = one.things
    first = begins(things)
    return things[first], np.append(first, len(things))


def _compounds(gathered: Gathered, words: dict[str, list[int]]) -> defaultdict[int, list[str]]:
    """The compounds that texts also write as one word, under the stem of their first word."""
    spelt, used = gathered.row.spelt, np.flatnonzero(np.bincount(gathered.row.words))
    solid = {spelt[word] for word in used.tolist()}
    found: defaultdict[int, list[str]] = defaultdict(list)
    for parts in sorted(parts for parts in gathered.parts if "".join(parts) in solid):
        forms = chain.from_iterable(words[part] for part in parts)
        stems = (stem for form in forms if (stem := int(gathered.stem_of[form])) != NO_STEM)
        if (first := next(stems, None)) is not None and not any(part.isdigit() for part in parts):
            found[first].append(" ".join(parts))
    return found
