"""Owns a record as a value: its file, and what that says, read already or when it is asked for."""

from collections.abc import Container
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeAlias, TypeVar

from archive.body import Body
from archive.gist import Gist
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.model.version import Version
from archive.nodes import Node

R = TypeVar("R", Letter, Motion, Version)
C_co = TypeVar("C_co", Letter, Motion, Version, covariant=True)


class Content(Protocol[C_co]):
    """What a record's file says, be it read already or only when it is asked for."""

    @property
    def noun(self) -> C_co | None:
        """What the fields make, with stand-ins where they must; None where nothing fits."""

    @property
    def body(self) -> Body:
        """The words of the document."""

    @property
    def typed(self) -> Node:
        """The fields as somebody typed them."""

    @property
    def fields(self) -> Node:
        """Of these, only what fits."""

    @property
    def written(self) -> Container[str]:
        """The names of the fields that somebody wrote and that fit."""

    @property
    def gist(self) -> Gist:
        """Of what the fields make, what is asked of all records at once."""

    @property
    def anchors(self) -> tuple[str, ...]:
        """The name of the anchor of each of what it quotes of its own words, in their order; none
        where its words lack one of them."""

    @property
    def sound(self) -> bool:
        """Whether nothing in it is known to speak against what it states, so that only the rest of
        the archive may."""

    @property
    def words(self) -> str:
        """A digest of the words of the document; empty where there are none."""

    @property
    def facts(self) -> str:
        """A digest of the fields."""

    @property
    def text(self) -> str:
        """A digest of the document's text as it stands in the file, on whichever line."""


@dataclass(frozen=True)
class Record(Generic[R]):
    """A file of letters/ or motions/; `digest` is of its path and bytes.

    Where it is not `whole`, `noun` and `fields` have only what fits of the fields as `typed`, and
    stand-ins for needed ones (see `salvage`); `noun` is None where nothing fits.
    """

    path: str
    id: str
    digest: str
    whole: bool
    content: Content[R] = field(compare=False)

    @property
    def noun(self) -> R | None:
        """What the fields make."""
        return self.content.noun

    @property
    def body(self) -> Body:
        """The words of the document."""
        return self.content.body

    @property
    def typed(self) -> Node:
        """The fields as somebody typed them, each at its place."""
        return self.content.typed

    @property
    def fields(self) -> Node:
        """Of these, only what fits."""
        return self.content.fields

    @property
    def gist(self) -> Gist:
        """Of what the fields make, what is asked of all records at once."""
        return self.content.gist

    @property
    def words(self) -> str:
        """A digest of the words of the document; empty where there are none."""
        return self.content.words

    @property
    def source(self) -> str:
        """Where its kept source stands; empty where it names none."""
        return source_path(self.path, self.gist)

    def wrote(self, name: str) -> bool:
        """Whether somebody wrote this field, and it fits."""
        return name in self.content.written


AnyRecord: TypeAlias = Record[Letter] | Record[Motion] | Record[Version]


def record_id(path: str) -> str:
    """The id of the record at `path`: the file's name without `.md`."""
    name = path.rpartition("/")[2]
    return name.rpartition(".")[0] or name


def source_path(path: str, gist: Gist) -> str:
    """Where the kept source of the record at `path` stands; empty where it names none."""
    return f"{path.split('/', 1)[0]}/{gist.source}" if gist.source else ""
