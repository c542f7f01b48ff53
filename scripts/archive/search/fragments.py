"""Owns fragments: one small file for each document, with all that a result shows of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive.archive import Archive
from archive.search.documents import Document, Passage
from archive.search.shards import encode, fingerprinted

LEAST_IN_A_FOLDER, MOST_FOLDERS = 64, 64
"""A folder for each document would have to be named in the root; one for all of them would be
renamed, and everything in it written and uploaded anew, with each change of a record."""


@dataclass(frozen=True)
class Folders:
    """The folders of fragments: how many documents are in each, and after what each is named."""

    each: int
    names: tuple[str, ...]

    def of(self, number: int) -> str:
        """The folder of a document."""
        return f"texts-{self.names[number // self.each]}/"


def parted(digests: Sequence[str]) -> Folders:
    """The folders of fragments with these digests, named after all that are in each."""
    each = LEAST_IN_A_FOLDER
    while each * MOST_FOLDERS < len(digests):
        each *= 2
    groups = (digests[begin : begin + each] for begin in range(0, len(digests), each))
    return Folders(each, tuple(fingerprinted(map(bytes.fromhex, group)) for group in groups))


# Kept in step with `Fragment` of texts.js.


def fragment(document: Document, archive: Archive | None) -> bytes:
    """The fragment of a document."""
    value: dict[str, object] = {
        "id": document.id,
        "kind": document.kind,
        "address": document.address,
        "title": document.title,
        "day": document.day,
        "spoken": document.spoken,
        "people": {
            "from": _people(document.sender, archive),
            "to": _people(document.recipients, archive),
            "by": _people(document.by, archive),
        },
        "topics": [
            {"id": topic, "label": archive.topics[topic].label if archive else topic}
            for topic in document.topics
        ],
        "reference": document.reference,
        "passages": [_written(passage) for passage in document.passages],
    }
    if document.beside:
        value["beside"] = document.beside
    if document.whole:
        value |= {"whole": document.whole, "statements": document.statements}
    return encode(value)


def _written(passage: Passage) -> tuple[object, ...]:
    """A passage without its last field where that is empty, as it mostly is."""
    return passage if passage.said is not None else passage[:3]


def _people(people: Iterable[str], archive: Archive | None) -> list[dict[str, str]]:
    return [{"id": id, "name": archive.people[id].name if archive else id} for id in people]
