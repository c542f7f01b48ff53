"""Owns pairs of adjacent words: which documents have them, in shards found by a hash of the pair.

A shard is a JSON object: {"a b": row of document numbers} (rows.py). The words of
references (references.py) are in it as pairs whose first word is the sign for them.
The hash of a pair is computed again in the browser, by `bucket` of pairs.js.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple, TypeVar

import numpy as np

from archive.search.cutting import BREAK
from archive.search.numbers import Ints, begins
from archive.search.postings import DOCUMENT, MOST_DOCUMENTS, Words
from archive.search.references import SIGN
from archive.search.rows import in_a_row, rows_of
from archive.search.shards import encode

N = TypeVar("N", int, Ints)

_WORD = 22
"""Bits of a word in a key, in which two are before a document."""

_MASK = (1 << 32) - 1

_BLOCK = 1 << 19
"""About so many words are taken at once."""

_DIGITS = 5
"""Digits of two that the number of shards has, but for zeros behind them."""

_BYTES_A_WORD = 4.8
"""Bytes of all shards, for each word of the texts: measured, to know how many shards there are."""


class _Pairs(NamedTuple):
    """All pairs: the numbers of the first and second words, and the rows of their documents."""

    first: Ints
    second: Ints
    rows: str
    cuts: Ints


def pair_shards(
    texts: Words, references: Mapping[str, Sequence[int]], count: int, only: Ints | None = None
) -> Iterator[bytes]:
    """The shards of all pairs, and of references, in the order of their numbers.

    If `only` some are wanted, these, whose numbers are given in order.
    """
    numbers, texts = (np.arange(count), texts) if only is None else (only, _of(texts, only, count))
    named = _of_references(references, count)
    order = sorted(range(len(texts.spelt)), key=texts.spelt.__getitem__)
    spelt = [texts.spelt[word] for word in order]
    pairs = _pairs(texts, np.argsort(order))
    places = _places(pairs, word_hashes(spelt), count)
    # Within a shard, pairs stay in the order of their letters.
    by_place = np.argsort(places, kind="stable")
    cuts = (np.searchsorted(places, numbers + one, sorter=by_place).tolist() for one in (0, 1))
    for number, begin, end in zip(numbers.tolist(), *cuts, strict=True):
        held = _written(pairs, by_place[begin:end], spelt)
        yield encode(dict(sorted(named[number].items())) | dict(held))


def pair_count(words: int, size: int) -> int:
    """How many shards of about a size there are for so many words of texts.

    That is a round number, as of another number each pair would be in another shard.
    """
    count = max(1, round(words * _BYTES_A_WORD / size))
    step = 1 << max(0, count.bit_length() - _DIGITS)
    return round(count / step) * step


def pairs_apart(one: tuple[Ints, Ints], other: tuple[Ints, Ints]) -> Ints:
    """The pairs that are not in the same documents there as here, given words with documents."""
    keys = np.setxor1d(_keys_of(*one), _keys_of(*other), assume_unique=True)
    return np.unique(keys >> DOCUMENT)


def concerned(pairs: Ints, spelt: Sequence[str], count: int) -> Ints:
    """The numbers of the shards that have some pairs, in order."""
    hashes, (first, second) = word_hashes(spelt), _parted(pairs)
    return np.unique(bucket(hashes[first], hashes[second], count))


def _of(texts: Words, numbers: Ints, count: int) -> Words:
    """Of the words those that are in pairs of some shards; breaks in the place of the others."""
    hashes, words = word_hashes(texts.spelt), texts.words
    wanted, held = np.zeros(count, bool), np.zeros(len(words), bool)
    wanted[numbers] = True
    for begin in range(0, len(words), _BLOCK):
        hashed = hashes[words[begin : begin + _BLOCK + 1]]
        some = wanted[bucket(hashed[:-1], hashed[1:], count)]
        held[begin : begin + len(some)] |= some
        held[begin + 1 : begin + 1 + len(some)] |= some
    return replace(texts, words=np.where(held, words, BREAK))


def _places(pairs: _Pairs, hashes: Ints, count: int) -> Ints:
    """The number of the shard of each pair, from the hashes of all words."""
    places = np.empty(len(pairs.first), np.min_scalar_type(count))
    for begin in range(0, len(places), _BLOCK):
        some = slice(begin, begin + _BLOCK)
        places[some] = bucket(hashes[pairs.first[some]], hashes[pairs.second[some]], count)
    return places


def _written(pairs: _Pairs, places: Ints, spelt: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Some of the pairs, with their rows."""
    columns = (pairs.first, pairs.second, pairs.cuts, pairs.cuts[1:])
    for first, second, begin, end in zip(*(c[places].tolist() for c in columns), strict=True):
        yield f"{spelt[first]} {spelt[second]}", pairs.rows[begin:end]


def _pairs(texts: Words, ranks: Ints) -> _Pairs:
    """All pairs in the order of their letters, which the ranks of their words have."""
    keys = _keys(texts, ranks)
    documents = (keys & (MOST_DOCUMENTS - 1)).astype(np.int32)
    # In place, as all that belongs to the pairs is large.
    keys >>= DOCUMENT
    first = begins(keys)
    pairs = keys[first].astype(np.int64)
    ends = np.append(first, len(keys))
    del keys
    written, cuts = in_a_row(ends, documents)
    return _Pairs(*_parted(pairs), written, cuts)


def _parted(pairs: Ints) -> tuple[Ints, Ints]:
    """The first and the second words of pairs."""
    return (pairs >> _WORD).astype(np.int32), (pairs & ((1 << _WORD) - 1)).astype(np.int32)


def _keys(texts: Words, ranks: Ints) -> Ints:
    """Each pair with each of its documents as one number, in ascending order."""
    if len(ranks) > 1 << _WORD or texts.documents > 1 << DOCUMENT:
        raise ValueError("too many words or documents for pairs.py: widen _WORD or DOCUMENT")
    keys, count = np.empty(len(texts.words), np.uint64), 0
    for some in _keys_by_block(texts, ranks.astype(np.uint64)):
        keys[count : count + len(some)] = some
        count += len(some)
    keys = keys[:count]
    keys.sort()
    return keys


def _keys_by_block(texts: Words, ranked: Ints) -> Iterator[Ints]:
    """The keys of some documents after the other, as all at once would need more memory."""
    count = texts.documents
    ends = np.append(0, texts.ends)
    starts = np.searchsorted(ends, np.arange(0, len(texts.words), _BLOCK))
    for first, last in pairwise(np.unique([0, *starts, count]).tolist()):
        words = texts.words[ends[first] : ends[last]]
        documents = np.repeat(
            np.arange(first, last, dtype=np.uint64), np.diff(ends[first : last + 1])
        )
        yield _keys_of(ranked[words], documents)


def _keys_of(words: Ints, documents: Ints) -> Ints:
    """Each pair of words in a row with each of its documents as one number, in order."""
    both = np.flatnonzero((words[:-1] != BREAK) & (words[1:] != BREAK))
    pairs = words[both] << _WORD | words[both + 1]
    keys = pairs << DOCUMENT | documents[both]
    keys.sort()
    return keys[begins(keys)]


def _of_references(
    references: Mapping[str, Sequence[int]], count: int
) -> defaultdict[int, dict[str, str]]:
    """What each shard has of references."""
    found: defaultdict[int, dict[str, str]] = defaultdict(dict)
    sign, *hashes = word_hashes([SIGN, *references]).tolist()
    for word, hashed, written in zip(references, hashes, rows_of(references.values()), strict=True):
        found[bucket(sign, hashed, count)][f"{SIGN} {word}"] = written
    return found


def bucket(first: N, second: N, count: int) -> N:
    """The number of the shard that holds a pair, from the hashes of its words."""
    return ((first * 0x9E3779B1 & _MASK) ^ second) % count


def word_hash(word: str) -> int:
    """FNV-1a, 32 bits, over the UTF-16 units of a word."""
    return int(word_hashes([word])[0])


def word_hashes(words: Sequence[str]) -> Ints:
    """The hashes of many words, of all at once a unit after the other."""
    written = [word.encode("utf-16-be", "surrogatepass") for word in words]
    lengths = np.array([len(units) // 2 for units in written], np.int64)
    units = np.frombuffer(b"".join(written), ">u2").astype(np.uint64)
    longest = np.argsort(-lengths, kind="stable")
    starts, ends = (np.cumsum(lengths) - lengths)[longest], -lengths[longest]
    values = np.full(len(words), 0x811C9DC5, np.uint64)
    for place in range(int(lengths.max(initial=0))):
        some = np.searchsorted(ends, -place)  # so many are longer
        values[:some] = (values[:some] ^ units[starts[:some] + place]) * 0x01000193 & _MASK
    hashes = np.empty_like(values)
    hashes[longest] = values
    return hashes
