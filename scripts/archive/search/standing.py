"""Owns the shards of pairs, of which those stand that a build before has made.

That build told the next the digests of its shards. Where no pair in a shard is in other documents
now, and no reference is other, its file is there, perhaps in a folder of another name.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from json import dumps, loads

from archive.filed import Again, Filed
from archive.kept import Kept
from archive.outputs import Output
from archive.search.catching import Caught
from archive.search.extracts import Extract
from archive.search.folders import Folders, parted
from archive.search.numbers import Ints
from archive.search.pairs import concerned, pair_count, pair_shards
from archive.search.postings import Words
from archive.search.references import references
from archive.search.shards import encode

_KIND = "pairs"


@dataclass(frozen=True)
class Shards:
    """All shards of pairs: their folders, and each as it is made or as the file that is there."""

    folders: Folders
    each: Sequence[bytes | Filed]

    def plain(self) -> list[int | str]:
        """What the root has of them: their number, and their folders."""
        return [len(self.each), *self.folders.plain()]

    def outputs(self) -> Iterator[Output | Filed | Again]:
        """The shards as files."""
        for number, one in enumerate(self.each):
            path = self.folders.path(number)
            if isinstance(one, bytes):
                yield Output(path, one)
            else:
                yield one if one.path == path else Again(path, one)


@dataclass(frozen=True)
class Pairing:
    """How the shards of pairs are made: only some, if the files of the others stand."""

    words: Words
    references: Mapping[str, Sequence[int]]
    count: int
    key: str
    standing: Sequence[Filed]
    only: Ints | None

    def shards(self, kept: Kept) -> Shards:
        """All shards; the next build is told of them."""
        made = list(pair_shards(self.words, self.references, self.count, self.only))
        each: list[bytes | Filed] = [*(made if self.only is None else self.standing)]
        if self.only is not None:
            for number, content in zip(self.only.tolist(), made, strict=True):
                each[number] = content
        told = [_told(one) for one in each]
        kept.put(self.key, dumps(told).encode())
        return Shards(parted(_KIND, [digest for digest, _ in told]), each)


def paired(
    caught: Caught,
    extracts: Sequence[Extract],
    size: int,
    kept: Kept,
    there: Callable[[Filed], bool],
) -> Pairing:
    """How to make the shards of about a size; of files that are `there` nothing is made."""
    words, named = caught.gathered.row, references(one.reference for one in extracts)
    count = pair_count(len(words.words), size)
    same = sha256(encode([count, named])).hexdigest()
    standing, only = _standing(kept.get(f"{_KIND} {caught.then} {same}")), None
    if caught.others is not None and len(standing) == count:
        only = concerned(caught.others, words.spelt, count)
        changed = set(only.tolist())
        if not all(there(one) for n, one in enumerate(standing) if n not in changed):
            only = None
    return Pairing(words, named, count, f"{_KIND} {caught.now} {same}", standing, only)


def _told(shard: bytes | Filed) -> tuple[str, int]:
    """The digest and the length of a shard."""
    if isinstance(shard, Filed):
        return shard.sha256, shard.length
    return sha256(shard).hexdigest(), len(shard)


def _standing(content: bytes | None) -> list[Filed]:
    """The files of the shards that a build told of."""
    told = loads(content) if content else []
    folders = parted(_KIND, [digest for digest, _ in told])
    return [Filed(folders.path(n), *one) for n, one in enumerate(told)]
