"""Owns pairs of adjacent words: which documents have them, in shards found by a hash of the pair.

A shard is a JSON object: {"a b": row of document numbers} (rows.py). The words of
references (references.py) are in it as pairs whose first word is the sign for them.
The hash of a pair is computed again in the browser, by `bucket` of pairs.js.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from archive.search.postings import BREAK, Gathered
from archive.search.references import SIGN
from archive.search.rows import row
from archive.search.shards import encode

_WORD = 22
_DOCUMENT = 20
_BYTES_A_WORD = 4.8
"""Bytes of all shards, for each word of the texts: measured, to know how many shards there are."""


def pair_shards(
    gathered: Gathered, references: Mapping[str, Iterable[int]], size: int
) -> Iterator[bytes]:
    """The shards of all pairs, and of references, in the order of their numbers."""
    spelt = gathered.spelt
    count = max(1, round(len(gathered.words) * _BYTES_A_WORD / size))
    named = _of_references(references, count)
    for number, bucket in enumerate(_buckets(gathered, count)):
        held = named[number] | {
            f"{spelt[pair >> _WORD]} {spelt[pair & _mask(_WORD)]}": row(
                packed & _mask(_DOCUMENT) for packed in group
            )
            for pair, group in groupby(sorted(set(bucket)), key=lambda packed: packed >> _DOCUMENT)
        }
        yield encode(dict(sorted(held.items())))


def _of_references(
    references: Mapping[str, Iterable[int]], count: int
) -> defaultdict[int, dict[str, str]]:
    """What each shard has of references."""
    found: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for word, documents in references.items():
        place = bucket(word_hash(SIGN), word_hash(word), count)
        found[place][f"{SIGN} {word}"] = row(documents)
    return found


def bucket(first: int, second: int, count: int) -> int:
    """The number of the shard that holds a pair, from the hashes of its words."""
    return ((first * 0x9E3779B1 & _mask(32)) ^ second) % count


def word_hash(word: str) -> int:
    """FNV-1a, 32 bits, over the UTF-16 units of a word."""
    value = 0x811C9DC5
    units = word.encode("utf-16-be", "surrogatepass")
    for at in range(0, len(units), 2):
        value = ((value ^ int.from_bytes(units[at : at + 2])) * 0x01000193) & _mask(32)
    return value


def _buckets(gathered: Gathered, count: int) -> "list[array[int]]":
    """Each pair and document as one number (two words and the document), by shard."""
    words, hashes = gathered.words, [word_hash(word) for word in gathered.spelt]
    if len(gathered.spelt) > _mask(_WORD) or gathered.documents > _mask(_DOCUMENT):
        raise ValueError("too many words or documents for pairs.py: widen _WORD or _DOCUMENT")
    found = [array("Q") for _ in range(count)]
    begin = 0
    for document, end in enumerate(gathered.ends):
        for first, second in zip(words[begin:end], words[begin + 1 : end], strict=False):
            if BREAK not in (first, second):
                number = bucket(hashes[first], hashes[second], count)
                found[number].append((first << _WORD | second) << _DOCUMENT | document)
        begin = end
    return found


def _mask(bits: int) -> int:
    return (1 << bits) - 1
