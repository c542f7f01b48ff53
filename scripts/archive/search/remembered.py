"""Owns the groups of documents, and cutting each text once: what an earlier build kept is taken."""

import unicodedata
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

import numpy as np
import regex

from archive.kept import Kept
from archive.search import cutting, folding
from archive.search.cutting import Cut, cut, read, written
from archive.search.extracts import Extract, Sought
from archive.sharing import in_parts

_PROGRAM = (cutting, folding)
"""The modules that the words of a text depend on."""

_ONE_IN = 128
"""A group ends behind a document whose digest is a multiple of this: so many are a group."""

_MOST = 1024
"""Documents of a group."""

_LEAST = 4
"""Groups from which on it is worth while to cut them in several processes."""


@dataclass(frozen=True)
class Group:
    """Some documents in a row, and the key by which what is cut of their texts is kept."""

    key: str
    documents: slice


def grouped(extracts: Sequence[Extract]) -> list[Group]:
    """All documents in groups.

    Where a group ends depends on its last document alone, so that one that is new or changed makes
    another of its own group, and none of the rest.
    """
    groups, version, digest, begin = list[Group](), _version(), sha256(), 0
    for number, one in enumerate(extracts):
        own = bytes.fromhex(one.texts)
        digest.update(own)
        if own[0] % _ONE_IN == 0 or number - begin + 1 == _MOST:
            groups.append(Group(_key(version, digest.digest()), slice(begin, number + 1)))
            digest, begin = sha256(), number + 1
    groups.append(Group(_key(version, digest.digest()), slice(begin, len(extracts))))
    return groups


def remembered(sought: Sought, groups: Sequence[Group], kept: Kept) -> Iterator[Cut]:
    """What is cut from the texts of groups of documents, kept or cut and then kept."""
    found = deque(_read(kept.get(group.key)) for group in groups)
    missing = [group for group, one in zip(groups, found, strict=True) if one is None]
    made = in_parts(partial(_cut, sought, missing), len(missing), _LEAST, bulky=True)
    new = (one for many in made for one in many)
    for group in groups:
        one = found.popleft()
        if one is None:
            one = next(new)
            kept.put(group.key, written(one))
        yield one


def _cut(sought: Sought, groups: Sequence[Group], part: slice) -> list[Cut]:
    found = (sought.documents(group.documents) for group in groups[part])
    return [cut([tuple(document.texts) for document in documents]) for documents in found]


def _read(content: bytes | None) -> Cut | None:
    return read(content) if content else None


def _key(version: bytes, digest: bytes) -> str:
    return f"cut {sha256(version + digest).hexdigest()}"


def _version() -> bytes:
    """What changes whenever the same text could be cut otherwise: the program and its libraries."""
    versions = (unicodedata.unidata_version, regex.__version__, np.__version__)
    digest = sha256(" ".join(versions).encode())
    for module in _PROGRAM:
        digest.update(sha256(Path(str(module.__file__)).read_bytes()).digest())
    return digest.digest()
