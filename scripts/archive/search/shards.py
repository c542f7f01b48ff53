"""Owns cutting the index into files: small enough to fetch a few, named after what they hold."""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import accumulate, takewhile
from typing import NamedTuple, TypeAlias

from archive.outputs import Output

FOLDER = "search/"


class Sizes(NamedTuple):
    """Bytes of shards of terms and of pairs before compression.

    A term that has more has a shard of its own. Small shards make a query small; a reader's first
    query pays for each shard of terms with some bytes of the root.
    """

    terms: int
    pairs: int


SMALL = Sizes(2000, 2000)
LARGE = Sizes(5900, 2500)
"""For archives whose root would otherwise be too large."""

_HASH = 10

Json: TypeAlias = object

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

_LEAST = 0.6
"""The part of its size that a shard holds at least, if it can: what it may be cut shorter by."""

_MOST_COMMON = 9


class Range(NamedTuple):
    """A shard of terms: `start` is a string that parts them from those before."""

    start: str
    content: bytes


class _Line(NamedTuple):
    """An entry as it is written, its term, and the term of the entry before."""

    before: str
    term: str
    content: bytes

    @property
    def start(self) -> str:
        """The shortest beginning of the term that is behind the term before it."""
        letters = enumerate(zip(self.before, self.term, strict=False))
        common = next((at for at, (one, other) in letters if one != other), len(self.before))
        return self.term[: common + 1]


def encode(value: Json) -> bytes:
    """A value as JSON without blanks, all characters as they are."""
    return _ENCODER.encode(value).encode("utf-8", "surrogatepass")


def fingerprint(contents: Iterable[bytes]) -> str:
    """A short name that changes when any of the contents does."""
    return fingerprinted(sha256(content).digest() for content in contents)


def fingerprinted(digests: Iterable[bytes]) -> str:
    """The same, of contents with these digests (SHA-256)."""
    digest = sha256()
    for one in digests:
        digest.update(one)
    return digest.hexdigest()[:_HASH]


def hashed(name: str, value: Json) -> Output:
    """A file of its own, named after its content: `columns-0a1b2c3d4e.json`."""
    content = encode(value)
    return Output(f"{FOLDER}{name}-{fingerprint([content])}.json", content)


def ranges(entries: Iterable[tuple[str, Json]], size: int) -> Iterator[Range]:
    """The entries, which come in the order of their terms, cut into shards of up to a size."""
    start, before, held, lines = "", "", 0, list[_Line]()
    for term, entry in entries:
        lines.append(_Line(before, term, encode(entry)))
        before, held = term, held + len(lines[-1].content) + 2
        while held > size and len(lines) > 1:
            cut = _cut(lines, size)
            yield Range(start, _array(lines[:cut]))
            start = lines[cut].start
            held -= sum(len(line.content) + 2 for line in lines[:cut])
            del lines[:cut]
    yield Range(start, _array(lines))


def _cut(lines: list[_Line], size: int) -> int:
    """How many of the lines make the next shard: as many as fit, or fewer for a shorter start."""
    fitting = len(lines) - 1
    held = accumulate(len(line.content) + 2 for line in lines)
    cuts = [cut for cut, bytes_ in enumerate(held, 1) if cut < fitting and bytes_ >= size * _LEAST]
    return min((fitting, *reversed(cuts)), key=lambda cut: len(lines[cut].start))


def _array(lines: list[_Line]) -> bytes:
    return b"[" + b",\n".join(line.content for line in lines) + b"]"


def front_coded(starts: Iterable[str]) -> str:
    """Ascending strings, parted by blanks, each without what it has in common with the one before.

    In its place stands how many letters that are: "anti antiq" is "0anti 4q". Read in the browser
    by `Terms` of `shards.js`.
    """
    coded, before = list[str](), ""
    for start in starts:
        alike = takewhile(_alike, zip(before, start, strict=False))
        common = min(_MOST_COMMON, sum(1 for _ in alike))
        coded.append(f"{common}{start[common:]}")
        before = start
    return " ".join(coded)


def _alike(letters: tuple[str, str]) -> bool:
    """Whether two letters are one, and one UTF-16 unit, as the browser counts units."""
    one, other = letters
    return one == other < "\U00010000"
