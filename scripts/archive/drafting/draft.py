"""Owns what a draft is: a record's fields and words, its kept source, and what to say of it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from archive.drafting.yamlwriter import Value, fields_yaml
from archive.recognition.private_persons import PrivatePerson

Kind = Literal["letter", "motion"]
FOLDERS: Mapping[Kind, str] = {"letter": "letters", "motion": "motions"}


@dataclass(frozen=True)
class Understood:
    """A field and its value, as it is said, and the words of the document that it was taken from.

    `sure` is false where an editor has to decide.
    """

    field: str
    value: str
    words: str
    sure: bool = True


@dataclass(frozen=True)
class Entry:
    """A proposed entry of a vocabulary: its file, its id and its fields."""

    file: str
    id: str
    fields: Mapping[str, Value]

    @property
    def text(self) -> str:
        """The entry as its file would have it."""
        return f"{fields_yaml({self.id: self.fields})}"


@dataclass(frozen=True)
class Facts:
    """What was understood of a document: fields in their order, and from which words.

    `beginning` and `naming` are the parts of the record's id; `levels` has the level of each
    paragraph that is a heading, by its index; `sections` are those below the subject line.
    """

    kind: Kind
    beginning: str
    naming: str
    fields: Mapping[str, Value]
    understood: tuple[Understood, ...]
    entries: tuple[Entry, ...]
    levels: Mapping[int, int]
    doubts: tuple[tuple[str, str], ...] = ()
    sections: tuple[str, ...] = ()


@dataclass(frozen=True)
class Draft:
    """A record that nobody has looked at, and the source to be kept beside it.

    `withheld` are the people whose names were taken out of both.
    """

    facts: Facts
    id: str
    record: str
    source: str
    body: str
    doubts: tuple[str, ...]
    withheld: tuple[PrivatePerson, ...] = ()

    @property
    def path(self) -> str:
        """Where the record goes, below the archive's folder."""
        return f"{FOLDERS[self.facts.kind]}/{self.id}.md"

    @property
    def source_path(self) -> str:
        """Where the kept source goes."""
        return f"{FOLDERS[self.facts.kind]}/{source_file(self.id)}"


def source_file(name: str) -> str:
    """The kept source as the record with this id names it."""
    return f"sources/{name}.txt"


def digest(text: str) -> str:
    """SHA-256 of a text's bytes in UTF-8."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
