"""Owns fragments: one small file for each document, with all that a result shows of it."""

from collections.abc import Iterable

from archive.archive import Archive
from archive.search.documents import Document, Passage
from archive.search.shards import encode

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
