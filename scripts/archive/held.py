"""Owns a record as the archive holds it: who reads its fields or its words has looked at them."""

from functools import lru_cache
from typing import Generic, TypeAlias, TypeVar

from archive.anchors import Anchor, anchor_of
from archive.body import Body
from archive.gist import Gist, Said, Undertaken
from archive.looks import Look, Notes
from archive.model.dates import PartialDate
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.model.quotation import Quotation
from archive.model.version import Version
from archive.records import Record

N = TypeVar("N", Letter, Motion, Version)


class Held(Generic[N]):
    """A record that the archive holds; whoever reads its fields or its words has looked at them."""

    def __init__(self, record: Record[N], notes: Notes) -> None:
        self.record: Record[N] = record
        self._notes = notes
        self.id, self.path, self.digest = record.id, record.path, record.digest
        self._fields, self._words = Look("nouns", self.id), Look("bodies", self.id)
        self._origin, self._name = Look("provenance", self.id), Look("titles", self.id)

    @property
    def noun(self) -> N:
        """Its fields, but its `title` and those of its `provenance`: nobody must read these here.

        Another title, an editor's note, or that a letter was compared with its original, would be
        seen by all that is counted or worked out of the record.
        """
        self._notes.note(self._fields)
        return self._noun

    @property
    def date(self) -> PartialDate:
        """The date of a letter; long lists ask for it, so its other fields are not read."""
        return PartialDate.parse(self._gist.date)

    @property
    def kind(self) -> str:
        """The kind of a letter, as its date."""
        return self._gist.kind

    @property
    def replies_to(self) -> str:
        """The letter that a letter replies to, as its date; empty where it does to none we hold."""
        return self._gist.replies_to

    @property
    def unheld(self) -> tuple[str, PartialDate] | None:
        """Who wrote the letter that a letter replies to, and when, if the archive does not hold it.

        As its date.
        """
        if unheld := self._gist.unheld:
            sender, date = unheld
            return sender, PartialDate.parse(date)
        return None

    @property
    def answers(self) -> tuple[str, ...]:
        """The motions that a letter answers, as its date."""
        return self._gist.answers

    @property
    def said(self) -> tuple[Said, ...]:
        """What a letter says to asks, as its date."""
        return self._gist.said

    @property
    def undertaken(self) -> tuple[Undertaken, ...]:
        """The commitments of a letter, as its date."""
        return self._gist.undertaken

    @property
    def meeting(self) -> str:
        """The meeting of a motion; its other fields are not read."""
        return self._gist.within

    @property
    def checked(self) -> bool:
        """Whether somebody looked for replies to a motion and found none, as its meeting."""
        return self._gist.checked

    @property
    def asks(self) -> tuple[int, ...]:
        """The numbers of the asks of a motion, as its meeting."""
        return self._gist.asks

    @property
    def complete(self) -> bool:
        """Whether all asks of a motion are known, as its meeting."""
        return self._gist.complete

    @property
    def lead(self) -> str:
        """Who wrote a letter or moved a motion, as its date; empty where that is not known."""
        return self._gist.lead

    @property
    def topics(self) -> tuple[str, ...]:
        """A record's own topics, as its date."""
        return self._gist.topics

    @property
    def _gist(self) -> Gist:
        """What is asked of all records at once; who sees it has looked at the fields."""
        self._notes.note(self._fields)
        return self.record.gist

    @property
    def title(self) -> str:
        """What a letter or a motion is called; its fields are not read for that."""
        self._notes.note(self._name)
        return self.record.gist.title

    @property
    def provenance(self) -> N:
        """Its fields, for who reads those of its provenance among them (see `PROVENANCE`)."""
        self._notes.note(self._origin)
        return self._noun

    @property
    def _noun(self) -> N:
        noun = self.record.noun
        assert noun is not None  # or it would not be held
        return noun

    @property
    def body(self) -> Body:
        """Its words."""
        self._notes.note(self._words)
        return self.record.body

    @property
    def has_words(self) -> bool:
        """Whether there are any; its file is not read for that."""
        self._notes.note(self._words)
        return bool(self.record.content.words)

    def anchor(self, quote: Quotation) -> Anchor:
        """The anchor of the block in which quoted words begin; they must be among its words."""
        self._notes.note(self._words)
        return _anchor(self, quote)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Held) and self.record == other.record

    def __hash__(self) -> int:
        return hash(self.digest)


MOST_ANCHORS = 65_536
"""Anchors kept: many lists show the same words, and each leads to their paragraph."""


@lru_cache(MOST_ANCHORS)
def _anchor(held: Held[N], quote: Quotation) -> Anchor:
    return anchor_of(held.record.body, quote)


HeldLetter = Held[Letter]
HeldMotion = Held[Motion]
HeldVersion = Held[Version]
AnyHeld: TypeAlias = HeldLetter | HeldMotion | HeldVersion
