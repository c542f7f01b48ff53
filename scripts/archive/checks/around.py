"""Owns what the check of one record may look up in the rest of the archive, and notes what it did.

So a record that passed need not be checked again until something that its check looked at changes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import Any, TypeAlias, TypeVar

from archive.checks import whole
from archive.checks.evidence import Origin
from archive.checks.links import Known
from archive.gist import Gist
from archive.looks import ABSENT, Look, Notes, Watched, digest
from archive.model.dates import PartialDate
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.reading import Reading
from archive.records import Record

V = TypeVar("V")
R = TypeVar("R", Letter, Motion)
Dated: TypeAlias = Record[Letter] | Record[Motion]


class Digested(Watched[V]):
    """A mapping that notes what is looked at, of whose values a digest is known already."""

    def sees(self, key: str) -> str:
        """The digest of the value at this key, or of what a look at all of it sees."""
        value = self._values.get(key)
        return super().sees(key) if value is None else self._seen(value)


class ByNeed(Mapping[str, V]):
    """Under the ids of records what each has, where it has any, worked out when asked for."""

    def __init__(self, records: Mapping[str, Dated], work: Callable[[Dated], V | None]) -> None:
        self._records, self._work = records, work

    def __getitem__(self, key: str) -> V:
        value = self._work(self._records[key])
        if value is None:
            raise KeyError(key)
        return value

    def __iter__(self) -> Iterator[str]:
        return (key for key, record in self._records.items() if self._work(record) is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Around:
    """The rest of an archive around a record, in mappings that note what is looked at.

    The gists of the letters and motions that are whole, the meetings, the ids of each kind of noun;
    of every letter and motion whose day is known, that `day`, and its `origins`.
    """

    def __init__(self, reading: Reading, notes: Notes) -> None:
        self.notes, self._reading = notes, reading
        self._seen: dict[Look, str] = {}
        self._records = {r.id: r for r in whole.letters_and_motions(reading)}
        self._dated = Digested("dated", self._records, notes, self._seen_of_day)
        self.letters = self._of_kind("letters", reading.letters)
        self.motions = self._of_kind("motions", reading.motions)
        self.meetings = Watched("meetings", reading.meetings.nouns, notes)
        self.days: Mapping[str, PartialDate] = ByNeed(self._dated, self._day)
        self.origins: Mapping[str, Origin] = ByNeed(self._dated, self._origin)

    @cached_property
    def answered(self) -> Watched[bool]:
        """Under the id of each motion whether a full reply to it is held; others are not in it."""
        letters = (record.gist for record in self._reading.letters if record.whole)
        full = (gist.answers for gist in letters if gist.kind != "holding reply")
        motions = dict.fromkeys(chain.from_iterable(full), True)
        return Watched("answered", motions, self.notes)

    @cached_property
    def known(self) -> Known:
        """Every id, by the kind of noun it belongs to."""
        return {
            kind: ids and Watched(kind, dict.fromkeys(sorted(ids), kind), self.notes)
            for kind, ids in whole.known(self._reading).items()
        }

    def sees(self, look: Look) -> str:
        """What a look sees now."""
        if look not in self._seen:
            watched = self._watched.get(look.name)
            self._seen[look] = ABSENT if watched is None else watched.sees(look.key)
        return self._seen[look]

    @cached_property
    def _watched(self) -> Mapping[str, Watched[Any]]:
        known = [ids for ids in self.known.values() if isinstance(ids, Watched)]
        around: list[Watched[Any]] = [self._dated, self.letters, self.motions, self.answered]
        return {one.name: one for one in (*around, self.meetings, *known)}

    def _of_kind(self, name: str, records: Iterable[Record[R]]) -> Watched[Gist]:
        gists = {record.id: record.gist for record in records if record.whole}
        return Digested(name, gists, self.notes, _facts)

    def _day(self, record: Dated) -> PartialDate | None:
        return whole.day(self._reading, record)

    def _origin(self, record: Dated) -> Origin | None:
        day = self._day(record)
        return Origin(day, record) if day else None

    def _seen_of_day(self, record: Dated) -> str:
        own = record.gist.date  # it stands in the record itself
        return record.digest if own else digest([record.digest, str(self._day(record))])


def _facts(gist: Gist) -> str:
    return gist.facts
