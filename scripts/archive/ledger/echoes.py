"""Owns echoes: passages of eight words or more that stand in several records, and where first.

Every run of LEAST words is put under its own words, so that only equal runs ever meet: near-linear
in the words of the archive. Most runs stand nowhere else; a table of counts finds these first, in
a byte for each slot, so that only the rest is kept in full.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from archive.anchors import Anchor, anchors
from archive.archive import Archive
from archive.held import HeldLetter, HeldMotion
from archive.model.dates import PartialDate

LEAST = 8
"""Words of the shortest passage that counts as an echo."""

SLOTS = 8
"""Slots of the table of counts for each word: one run in eight is then kept without need."""

ENOUGH = 2
"""Runs counted in a slot: that there is more than one is all that is asked."""

_TAKEN_OUT = re.compile(r"\[redacted: [^\]]*\]")
MOST_IN_A_RECORD = 100
"""Places of one run that count in a record."""

Record = HeldLetter | HeldMotion


@dataclass(frozen=True)
class Place:
    """Where a passage stands: in which record, of which day, in which paragraph."""

    record: Record
    day: PartialDate
    anchor: Anchor


@dataclass(frozen=True)
class Echo:
    """A passage as it was first written, and its places, earliest first, one in each record."""

    words: str
    length: int
    places: tuple[Place, ...]


def echoes(archive: Archive) -> tuple[Echo, ...]:
    """Every passage that several records have, and that is part of no longer one in just these."""
    texts = list(_paragraphs(archive))
    runs = _shared_runs([text.folded for text in texts], texts)
    groups = {group[0]: group for group in runs.values()}  # to compare whole groups takes too long
    passages = (p for group in groups.values() for p in _passages(texts, runs, group))
    found = [_echo(texts, *passage) for passage in passages]
    return tuple(sorted(found, key=lambda e: (-len(e.places), -e.length, e.words)))


@dataclass(frozen=True)
class _Text:
    place: Place
    words: tuple[str, ...]

    @property
    def folded(self) -> tuple[str, ...]:
        return tuple(map(folded, self.words))


_At = tuple[int, int]
"""The number of a text, and of a word in it."""

_Group = tuple[_At, ...]
"""Places that have the same words, in the order of texts; the first tells groups apart."""

_Runs = Mapping[_At, _Group]
"""Under each place where a run stands that several records have, all places of that run."""


@lru_cache(maxsize=2**16)
def folded(word: str) -> str:
    """A word as echoes compare it: without its signs, its capitals and its kind of apostrophe."""
    return "".join(c for c in word.casefold() if c.isalnum())


def _paragraphs(archive: Archive) -> Iterator[_Text]:
    """The numbered paragraphs of all records, earliest first: no letterheads, no closings."""
    letters: list[tuple[PartialDate, Record]] = [
        (held.noun.date, held) for held in archive.letters.values()
    ]
    motions: list[tuple[PartialDate, Record]] = [
        (archive.day_of(held), held) for held in archive.motions.values()
    ]
    for day, record in sorted(letters + motions, key=lambda one: (one[0].first_day, one[1].id)):
        for block, anchor in zip(record.body.blocks, anchors(record.body), strict=True):
            if anchor.number:
                yield _Text(Place(record, day, anchor), _words(block.text, record.id))


def _words(text: str, record: str) -> tuple[str, ...]:
    """The words of a text; what we took out is a word that no other text has: it is no echo."""
    return tuple(_TAKEN_OUT.sub(f"redacted-{record}", text).split(" "))


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Each LEAST words in a row, from the first word on."""
    return zip(*(words[at:] for at in range(LEAST)), strict=False)


def _shared_runs(folded_texts: Sequence[tuple[str, ...]], texts: Sequence[_Text]) -> _Runs:
    """The places of each run that several records have, under each of these places."""
    size = SLOTS * sum(map(len, folded_texts)) + 1
    counts = bytearray(size)
    for words in folded_texts:
        for run in _runs(words):
            slot = hash(run) % size
            if counts[slot] < ENOUGH:
                counts[slot] += 1
    places: defaultdict[tuple[str, ...], list[_At]] = defaultdict(list)
    for number, words in enumerate(folded_texts):
        for at, run in enumerate(_runs(words)):
            if counts[hash(run) % size] == ENOUGH:
                places[run].append((number, at))
    few = (_few_of_each(texts, found) for found in places.values())
    return {at: found for found in few if len(_records(texts, found)) > 1 for at in found}


def _few_of_each(texts: Sequence[_Text], found: Iterable[_At]) -> _Group:
    """The first places in each record: one that says a thing over and over adds nothing."""
    told: Counter[str] = Counter()
    kept = []
    for number, at in found:
        record = texts[number].place.record.id
        told[record] += 1
        if told[record] <= MOST_IN_A_RECORD:
            kept.append((number, at))
    return tuple(kept)


def _passages(texts: Sequence[_Text], runs: _Runs, group: _Group) -> Iterator[tuple[int, _Group]]:
    """The passages that begin with a run: how many words each has, and its places.

    Such are those that no more word, before or behind, has in all the same records.
    """
    before = _parted(runs, group, -1)
    if len(before) == 1 and len(before[0]) == len(group):
        return  # all that begins here is the rest of what begins a word earlier
    left = [(LEAST, group)]
    while left:
        length, places = left.pop()
        behind = _parted(runs, places, length - LEAST + 1)
        sharing = _records(texts, places)
        longer = (*behind, *_parted(runs, places, -1))
        if all(_records(texts, one) != sharing for one in longer):
            yield length, places
        left += [(length + 1, one) for one in behind if len(_records(texts, one)) > 1]


def _parted(runs: _Runs, places: _Group, steps: int) -> list[_Group]:
    """Places by the run that stands so many words on; those where no shared one does are left."""
    groups: defaultdict[_At, list[_At]] = defaultdict(list)
    for number, at in places:
        if there := runs.get((number, at + steps)):
            groups[there[0]].append((number, at))
    return [tuple(group) for group in groups.values()]


def _records(texts: Sequence[_Text], found: Iterable[_At]) -> frozenset[str]:
    return frozenset(texts[number].place.record.id for number, _ in found)


def _echo(texts: Sequence[_Text], length: int, places: _Group) -> Echo:
    """A passage in the words of its first place, and that place in each record."""
    number, at = places[0]
    first: dict[str, Place] = {}
    for other, _ in places:
        place = texts[other].place
        first.setdefault(place.record.id, place)
    words = texts[number].words[at : at + length]
    return Echo(" ".join(words), length, tuple(first.values()))
