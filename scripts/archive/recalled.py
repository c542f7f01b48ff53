"""Owns what is known of a record that has been read before, so that it need not be read again."""

import sys
from collections.abc import Container
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from pydantic_core import from_json

from archive import files
from archive.body import Body
from archive.files import File, Stamp
from archive.gist import Gist
from archive.later import Later
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.model.noun import light
from archive.model.version import Version
from archive.nodes import Node
from archive.recordfile import Read, read_body, read_record
from archive.records import Record, record_id, source_path
from archive.stored import Lost, Stored

R = TypeVar("R", Letter, Motion, Version)


MOST_NOUNS, MOST_BODIES = 16_384, 2_048
"""What is in memory at once of what records say: a noun takes about 4 kB, and a body 10 to 20.

Lists are made of facts, so that only the nouns of those records are asked for that a page shows.
"""


class Card(NamedTuple):
    """A record all of whose fields fit: its file, its fields, digests of what it says.

    `text` is a digest of the text as it stands in the file; `words` of its words and `kept` of its
    kept source, each empty where it has none. `anchors` are those of what it quotes of its words.
    """

    path: str
    stamp: Stamp
    digest: str
    fields: Stored
    text: str
    words: str
    kept: str
    anchors: tuple[str, ...]
    gist: Gist

    @property
    def source(self) -> str:
        """Where its kept source stands; empty where it names none."""
        return source_path(self.path, self.gist)


class Changed(Exception):
    """A file that is no longer what it was when the command began."""

    def __init__(self, path: str) -> None:
        super().__init__(path)  # by which another process can tell of it here
        self.path = path

    def __str__(self) -> str:
        return f"{self.path} changed while it was being read; run the command again"


def card_of(record: Record[R], read: Read[R], stamp: Stamp, kept: str) -> Card:
    """The card of a record that is whole, as it was read; `kept` is the digest of its source."""
    fields = Stored(read.facts, read.json.encode())
    texts = (read.text, read.words, kept)
    anchors = tuple(map(sys.intern, read.anchors))  # nearly all are among few
    return Card(record.path, stamp, record.digest, fields, *texts, anchors, read.gist)


class Recalled(Generic[R]):
    """What a record's file says, taken from its card, and from the file where that is not enough.

    What has been made of it stays in memory as long as there is room.

    Raises `Changed` where the file is no longer the one of the card.
    """

    sound = True  # or it would have no card

    def __init__(self, root: Path, kind: type[R], card: Card) -> None:
        self._root, self.card = root, card
        self._kind: type[R] = kind

    def __getstate__(self) -> tuple[Path, type[R], Card]:
        """Without what has been worked out: another process does that again, if it must."""
        return self._root, self._kind, self.card

    def __setstate__(self, state: tuple[Path, type[R], Card]) -> None:
        self.__init__(*state)  # type: ignore[misc]

    @property
    def noun(self) -> R:
        """What the fields make."""
        try:
            return _noun(self._kind, self.card.fields)  # type: ignore[return-value]
        except Lost:
            noun = self._read.noun
            assert noun is not None  # or it would have no card
            return noun

    @property
    def body(self) -> Body:
        """The words of the document."""
        return _body(str(self._root), self.card.path, self.card.digest)

    @property
    def typed(self) -> Node:
        """The fields as somebody typed them."""
        return Later(lambda: self._read.typed)

    @property
    def fields(self) -> Node:
        """The same, as all of them fit."""
        return Later(lambda: self._read.fields)

    @cached_property
    def written(self) -> Container[str]:
        """The names of the fields."""
        try:
            return frozenset(from_json(self.card.fields.json))
        except Lost:
            return self._read.written

    @property
    def gist(self) -> Gist:
        """Of what the fields make, what is asked of all records at once."""
        return self.card.gist

    @property
    def anchors(self) -> tuple[str, ...]:
        """The name of the anchor of each of what it quotes of its own words."""
        return self.card.anchors

    @property
    def words(self) -> str:
        """A digest of the words of the document; empty where there are none."""
        return self.card.words

    @property
    def facts(self) -> str:
        """A digest of the fields."""
        return self.card.fields.digest

    @property
    def text(self) -> str:
        """A digest of the document's text as it stands in the file."""
        return self.card.text

    @cached_property
    def _read(self) -> Read[R]:
        """All of the file: only who has found a problem asks for its place in it."""
        record, _ = read_record(self._kind, self._file())
        if record is None or not isinstance(record.content, Read):
            raise Changed(self.card.path)
        return record.content

    def _file(self) -> File:
        return _file(self._root, self.card.path, self.card.digest)


@lru_cache(MOST_NOUNS)
def _noun(kind: type[Letter | Motion | Version], fields: Stored) -> Letter | Motion | Version:
    return light(kind.model_validate_json(fields.json))


@lru_cache(MOST_BODIES)
def _body(root: str, path: str, digest: str) -> Body:
    return read_body(_file(Path(root), path, digest))


def _file(root: Path, path: str, digest: str) -> File:
    """The file with this digest; raises `Changed` where it is no longer there."""
    file = files.read(root, path)
    if not isinstance(file, File) or file.digest != digest:
        raise Changed(path)
    return file


def recalled(root: Path, kind: type[R], card: Card) -> Record[R]:
    """The record of a card."""
    path = card.path
    return Record(path, record_id(path), card.digest, True, Recalled(root, kind, card))
