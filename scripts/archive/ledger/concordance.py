"""Owns the concordance of an archive: the words of its paragraphs in a row, and where they stand.

The words are numbers, so that those of all records take little room and are compared all at once.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from archive.anchors import Anchor, anchors
from archive.archive import Archive
from archive.held import HeldLetter, HeldMotion
from archive.model.dates import PartialDate

_TAKEN_OUT = re.compile(r"\[redacted: [^\]]*\]")
Numbers: TypeAlias = NDArray[np.uint32]
Record: TypeAlias = HeldLetter | HeldMotion


class Place(NamedTuple):
    """Where a passage stands: in which record, of which day, in which paragraph."""

    record: Record
    day: PartialDate
    anchor: Anchor


class Concordance(NamedTuple):
    """The paragraphs of all records in a row, earliest first, with a gap after each.

    `written` and `folded` have the number of each word as it was written and as it is compared,
    `words` the written ones by number. `begins` are the places in the row where paragraphs begin.
    """

    places: Sequence[Place]
    begins: Sequence[int]
    words: Sequence[str]
    written: Numbers
    folded: Numbers

    def place(self, at: int) -> Place:
        """The paragraph in which a place of the row is."""
        return self.places[bisect_right(self.begins, at) - 1]

    def records(self, group: Iterable[int]) -> frozenset[str]:
        """The ids of the records in which places of the row are."""
        return frozenset(self.place(at).record.id for at in group)

    def text(self, at: int, length: int) -> str:
        """So many words from a place on, as they were written."""
        return " ".join(self.words[number] for number in self.written[at : at + length])


def concordance(archive: Archive) -> Concordance:
    """The concordance of the numbered paragraphs of all records: no letterheads, no closings."""
    numbers: dict[str, int] = {"": 0}  # the gap
    written, starts, places = array("I"), [], []
    for place, text in _paragraphs(archive):
        places.append(place)
        starts.append(len(written))
        written.extend(numbers.setdefault(w, len(numbers)) for w in _words(text, place.record.id))
        written.append(0)
    row = np.frombuffer(written, np.uint32)
    return Concordance(places, starts, tuple(numbers), row, _folded(numbers, row))


def _folded(words: Iterable[str], row: Numbers) -> Numbers:
    """The numbers of words as they are compared; each gap gets one that is nowhere else."""
    numbers: dict[str, int] = {}
    table = [numbers.setdefault(folded(word), len(numbers)) for word in words]
    result: Numbers = np.array(table, np.uint32)[row]
    gaps = np.flatnonzero(row == 0)
    result[gaps] = len(numbers) + np.arange(len(gaps), dtype=np.uint32)
    return result


@lru_cache(maxsize=2**16)
def folded(word: str) -> str:
    """A word as echoes compare it: without its signs, its capitals and its kind of apostrophe."""
    return "".join(c for c in word.casefold() if c.isalnum())


def _paragraphs(archive: Archive) -> Iterator[tuple[Place, str]]:
    """The numbered paragraphs of all records, earliest first."""
    letters: list[tuple[PartialDate, Record]] = [
        (held.date, held) for held in archive.letters.values()
    ]
    motions: list[tuple[PartialDate, Record]] = [
        (archive.day_of(held), held) for held in archive.motions.values()
    ]
    for day, record in sorted(letters + motions, key=lambda one: (one[0].first_day, one[1].id)):
        for block, anchor in zip(record.body.blocks, anchors(record.body), strict=True):
            if anchor.number:
                yield Place(record, day, anchor), block.text


def _words(text: str, record: str) -> list[str]:
    """The words of a text; what we took out is a word that no other text has: it is no echo."""
    return _TAKEN_OUT.sub(f"redacted-{record}", text).split(" ")
