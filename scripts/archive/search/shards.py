"""Owns cutting the index into files: small enough to fetch a few, named after what they hold."""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import NamedTuple, TypeAlias

from archive.outputs import Output
from archive.search.analysis import in_order

FOLDER = "search/"


class Sizes(NamedTuple):
    """Bytes of shards of terms and of pairs before compression.

    A term that has more has a shard of its own. Small shards make a query small; a reader's first
    query pays for each shard of terms with some bytes of the root.
    """

    terms: int
    pairs: int


SMALL = Sizes(3000, 2500)
LARGE = Sizes(8000, 3000)
"""For archives whose root would otherwise be too large."""

_HASH = 10

Json: TypeAlias = object


class Range(NamedTuple):
    """A shard of terms: `start` is the shortest string that parts them from those before."""

    start: str
    content: bytes


def encode(value: Json) -> bytes:
    """A value as JSON without blanks, all characters as they are."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def fingerprint(contents: Iterable[bytes]) -> str:
    """A short name that changes when any of the contents does."""
    digest = sha256()
    for content in contents:
        digest.update(sha256(content).digest())
    return digest.hexdigest()[:_HASH]


def hashed(name: str, value: Json) -> Output:
    """A file of its own, named after its content: `lengths-0a1b2c3d4e.json`."""
    content = encode(value)
    return Output(f"{FOLDER}{name}-{fingerprint([content])}.json", content)


def ranges(entries: Iterable[tuple[str, Json]], size: int) -> Iterator[Range]:
    """The entries, which come in the order of their terms, cut into shards of about a size."""
    start, last, held, lines = "", "", 0, list[bytes]()
    for term, entry in entries:
        line = encode(entry)
        if lines and held + len(line) > size:
            yield Range(start, _array(lines))
            start, held, lines = _parting(last, term), 0, []
        lines.append(line)
        held += len(line) + 1
        last = term
    yield Range(start, _array(lines))


def _array(lines: list[bytes]) -> bytes:
    return b"[" + b",\n".join(lines) + b"]"


def _parting(before: str, term: str) -> str:
    """The shortest beginning of a term that is behind the term before it."""
    key = in_order(before)
    return next(term[:end] for end in range(1, len(term) + 1) if in_order(term[:end]) > key)
