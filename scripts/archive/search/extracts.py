"""Owns extracts: all that the index has to know of a document, but for its words.

A build remembers them, so that the next one reads again only the records that have changed.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from itertools import accumulate, chain
from json import loads
from typing import Any, NamedTuple

from archive.archive import Archive
from archive.search.documents import Document, Offices
from archive.search.fragments import fragment
from archive.search.records import Group, letter_group, motion_group
from archive.search.references import referring
from archive.search.shards import encode


class Extract(NamedTuple):
    """What a document is filtered, sorted and counted by, and digests of the rest of it.

    `reference` has the words of its reference. `texts` is a digest of all that is sought in,
    `fragment` one of its fragment, and `length` has the bytes of that.
    """

    kind: str
    day: str
    topics: Sequence[str]
    sender: Sequence[str]
    recipients: Sequence[str]
    by: Sequence[str]
    offices: Offices
    responses: Sequence[str]
    delivery: str | None
    reference: Sequence[str]
    texts: str
    fragment: str
    length: int


_OFFICES = Extract._fields.index("offices")
_LISTS = [
    Extract._fields.index(name)
    for name in ("topics", "sender", "recipients", "by", "responses", "reference")
]
"""The places of the fields that are lists."""


@dataclass(frozen=True)
class Sought:
    """All documents, oldest first: an extract of each, and those of a slice when they are needed.

    Without an `archive` (when measuring) nothing has a label.
    """

    extracts: Sequence[Extract]
    documents: Callable[[slice], Sequence[Document]]
    archive: Archive | None = None


def extract(document: Document, archive: Archive | None) -> Extract:
    """The extract of a document."""
    shown = fragment(document, archive)
    return Extract(
        document.kind,
        document.day,
        document.topics,
        document.sender,
        document.recipients,
        document.by,
        document.offices,
        document.responses,
        document.delivery,
        referring(document.reference),
        sha256(encode(tuple(document.texts))).hexdigest(),
        sha256(shown).hexdigest(),
        len(shown),
    )


def sought_in(documents: Sequence[Document], archive: Archive | None = None) -> Sought:
    """All of these documents."""
    extracts = [extract(document, archive) for document in documents]
    return Sought(extracts, documents.__getitem__, archive)


def told(group: Group, archive: Archive, path: str) -> str:
    """What is to be remembered of the documents of the record in a file."""
    extracts = [extract(document, archive) for document in group.documents]
    return encode([*group.order, path, extracts]).decode("utf-8", "surrogatepass")


def recalled(archive: Archive, records: Iterable[str]) -> Sought:
    """What is sought in, of all that was told of the records of an archive."""
    known: dict[Any, Any] = {}
    told = sorted(_told(one, known) for one in records)
    paths = [path for *_, path, _ in told]
    parts = [extracts for *_, extracts in told]
    ends = list(accumulate(map(len, parts), initial=0))
    groups = _groups(archive)

    def documents(part: slice) -> Sequence[Document]:
        first, last = bisect_right(ends, part.start) - 1, bisect_left(ends, part.stop)
        with archive.notes.aside():  # what was told of them says all that they say
            found = [one for path in paths[first:last] for one in groups[path]().documents]
        return found[part.start - ends[first] :][: part.stop - part.start]

    return Sought(list(chain.from_iterable(parts)), documents, archive)


def _groups(archive: Archive) -> dict[str, Callable[[], Group]]:
    """What makes the documents of each record, by its path."""
    with archive.notes.aside():
        letters, motions = archive.letters.values(), archive.motions.values()
    return {
        **{letter.path: partial(letter_group, archive, letter) for letter in letters},
        **{motion.path: partial(motion_group, archive, motion) for motion in motions},
    }


def _told(record: str, known: dict[Any, Any]) -> tuple[Any, ...]:
    """What was told of a record: what its documents are ordered by, its path, their extracts."""
    *order, path, extracts = loads(record)
    return *order, path, [Extract._make(_one(one, known)) for one in extracts]


def _one(fields: list[Any], known: dict[Any, Any]) -> list[Any]:
    """The fields of an extract; lists that many have are in memory once, as they are `known`."""
    offices = Offices(*map(tuple, fields[_OFFICES]))
    fields[_OFFICES] = known.setdefault(offices, offices)
    for place in _LISTS:
        same = tuple(fields[place])
        fields[place] = known.setdefault(same, same)
    return fields
