"""Owns postings: which documents have which terms, in typed arrays that hold a large archive."""

from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from archive.search.analysed import Form

BREAK = 0
"""Stands between two texts in a row of words, so that no phrase runs across."""

F = TypeVar("F")

_MOST_TIMES = 0xFFFF


class Postings:
    """Documents, each with how often it has what is counted."""

    __slots__ = ("documents", "times")

    def __init__(self) -> None:
        self.documents = array("I")
        self.times = array("H")

    def add(self, document: int, times: int) -> None:
        """One more document."""
        self.documents.append(document)
        self.times.append(min(times, _MOST_TIMES))

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return zip(self.documents, self.times, strict=True)


@dataclass
class Gathered:
    """Everything that the index says of a row of documents.

    `lengths` and `title_lengths` count the stems of each document and of its title. `words` are
    the words of all texts in order, as indexes of `spelt`, with a BREAK behind each text; those of
    document n end before `ends[n]`. `joined` are forms of compounds whose words stand apart;
    `parts` has the compounds themselves: antisemitism for ("anti", "semitism"). `named` counts the
    names of each group (names.py).
    """

    forms: dict[Form, Postings] = field(default_factory=dict)
    joined: dict[Form, Postings] = field(default_factory=dict)
    titles: dict[str, Postings] = field(default_factory=dict)
    named: dict[int, Postings] = field(default_factory=dict)
    lengths: "array[int]" = field(default_factory=lambda: array("I"))
    title_lengths: "array[int]" = field(default_factory=lambda: array("I"))
    words: "array[int]" = field(default_factory=lambda: array("I"))
    ends: "array[int]" = field(default_factory=lambda: array("Q"))
    spelt: list[str] = field(default_factory=lambda: [""])
    parts: dict[tuple[str, ...], str] = field(default_factory=dict)

    @property
    def documents(self) -> int:
        """How many documents there are."""
        return len(self.ends)


def add_all(postings: dict[F, Postings], counted: Mapping[F, int], document: int) -> None:
    """Note how often a document has each of several things."""
    for key, times in counted.items():
        found = postings.get(key)
        if found is None:
            found = postings[key] = Postings()
        found.add(document, times)


def summed(many: Iterable[Postings]) -> dict[int, int]:
    """Each document of several postings, in ascending order, with the sum of its times."""
    times: dict[int, int] = {}
    for postings in many:
        for document, more in postings:
            times[document] = times.get(document, 0) + more
    return dict(sorted(times.items()))
