"""Owns the columns of the index: what documents are filtered, sorted and counted by.

A JSON object. `days` has pairs of a date and how many documents in a row are of it; `topic`,
`from`, `to`, `by`, `kind`, `response` and `delivery` have the documents of each value, as rows
(rows.py); `offices` has the same for the offices of those whom `from`, `to` and `by` name; `labels`
says what values of topic, people and offices are called.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby

from archive.archive import Archive
from archive.search.extracts import Extract
from archive.search.rows import rows_of

_COLUMNS: Mapping[str, Callable[[Extract], Iterable[str]]] = {
    "kind": lambda document: (document.kind,),
    "topic": lambda document: document.topics,
    "from": lambda document: document.sender,
    "to": lambda document: document.recipients,
    "by": lambda document: document.by,
    "response": lambda document: document.responses,
    "delivery": lambda document: filter(None, (document.delivery,)),
}
_OFFICES: Mapping[str, Callable[[Extract], Iterable[str]]] = {
    "from": lambda document: document.offices.sender,
    "to": lambda document: document.offices.recipients,
    "by": lambda document: document.offices.by,
}


def columns(documents: Sequence[Extract], archive: Archive | None) -> dict[str, object]:
    """The columns of all documents; without an archive (when measuring) nothing has a label."""
    days = groupby(documents, key=lambda document: document.day)
    return {
        "days": [part for day, group in days for part in (day, len(list(group)))],
        **{name: _by_value(documents, values) for name, values in _COLUMNS.items()},
        "offices": {name: _by_value(documents, values) for name, values in _OFFICES.items()},
        "labels": _labels(archive) if archive else {"topic": {}, "person": {}, "office": {}},
    }


def _by_value(
    documents: Iterable[Extract], values: Callable[[Extract], Iterable[str]]
) -> dict[str, str]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        for value in values(document):
            found[value].append(number)
    ordered = sorted(found)
    written = rows_of(found[value] for value in ordered)
    return dict(zip(ordered, written, strict=True))


def _labels(archive: Archive) -> dict[str, dict[str, str]]:
    return {
        "topic": {id: topic.label for id, topic in sorted(archive.topics.items())},
        "person": {id: person.name for id, person in sorted(archive.people.items())},
        "office": dict(sorted(archive.site.settings.offices.items())),
    }
