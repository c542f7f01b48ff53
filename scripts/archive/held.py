"""Owns a record as the archive holds it: who reads its fields or its words has looked at them."""

from functools import lru_cache
from typing import Generic, TypeAlias, TypeVar

from archive.anchors import Anchor, anchor_of, named
from archive.body import Body
from archive.facts import Facts
from archive.gist import Gist
from archive.looks import Look, Notes
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.model.quotation import Quotation
from archive.model.version import Version
from archive.quotations import own_quotations
from archive.records import Record

N = TypeVar("N", Letter, Motion, Version)


class Held(Facts, Generic[N]):
    """A record that the archive holds; whoever reads its fields or its words has looked at them."""

    def __init__(self, record: Record[N], notes: Notes) -> None:
        self.record: Record[N] = record
        self._notes = notes
        self.id, self.path, self.digest = record.id, record.path, record.digest

    def _look(self, name: str) -> None:
        """Note a look at it in one of the archive's mappings of all records."""
        self._notes.note(Look(name, self.id))

    @property
    def noun(self) -> N:
        """Its fields, but its `title` and those of its `provenance`: nobody must read these here.

        Another title, an editor's note, or that a letter was compared with its original, would be
        seen by all that is counted or worked out of the record.
        """
        self._look("nouns")
        return self._noun

    @property
    def _gist(self) -> Gist:
        self._look("facts")
        return self.record.gist

    @property
    def title(self) -> str:
        """What a letter or a motion is called; its fields are not read for that."""
        self._look("titles")
        return self.record.gist.title

    @property
    def is_letter(self) -> bool:
        """Whether it is a letter: its place tells that, and no field."""
        return self.path.startswith("letters/")

    @property
    def provenance(self) -> N:
        """Its fields, for who reads those of its provenance among them (see `PROVENANCE`)."""
        self._look("provenance")
        return self._noun

    @property
    def _noun(self) -> N:
        noun = self.record.noun
        assert noun is not None  # or it would not be held
        return noun

    @property
    def body(self) -> Body:
        """Its words."""
        self._look("bodies")
        return self.record.body

    @property
    def has_words(self) -> bool:
        """Whether there are any; its file is not read for that."""
        self._look("bodies")
        return bool(self.record.content.words)

    def anchor(self, quote: Quotation) -> Anchor:
        """The anchor of the block in which quoted words begin; they must be among its words.

        Of what it quotes itself the anchor is known without its words: lists that show it need not
        be made again where other words change.
        """
        if own := _own_anchor(self, quote):
            self._look("anchors")
            return own
        self._look("bodies")
        return _anchor(self, quote)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Held) and self.record == other.record

    def __hash__(self) -> int:
        return hash(self.digest)


MOST_ANCHORS = 65_536
"""Anchors kept: many lists show the same words, and each leads to their paragraph."""


@lru_cache(MOST_ANCHORS)
def _own_anchor(held: Held[N], quote: Quotation) -> Anchor | None:
    own = zip(own_quotations(held._noun), held.record.content.anchors, strict=False)
    return next((named(name) for one, name in own if one == quote), None)


@lru_cache(MOST_ANCHORS)
def _anchor(held: Held[N], quote: Quotation) -> Anchor:
    return anchor_of(held.record.body, quote)


HeldLetter = Held[Letter]
HeldMotion = Held[Motion]
HeldVersion = Held[Version]
AnyHeld: TypeAlias = HeldLetter | HeldMotion | HeldVersion
