"""Owns reading a record's file: split into its fields and its body, and what both say."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Generic, TypeVar

from pydantic_core import to_json

from archive.anchors import anchors_of
from archive.body import Body, parse_body
from archive.fields import build, fitting
from archive.files import File
from archive.gist import Gist, gist_of
from archive.later import Known
from archive.linewise import read_linewise
from archive.looks import digest
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.model.noun import Noun
from archive.model.provenance import NO_DIGEST
from archive.model.version import Version
from archive.nodes import NO_KEYS, Node
from archive.problems import Problem, quoted
from archive.quotations import own_quotations
from archive.records import Record, record_id
from archive.salvage import salvage
from archive.yamltext import read_yaml

R = TypeVar("R", Letter, Motion, Version)

FENCE = "---"
FORM = "a line ---, fields, a line ---, then the text of the document"


def _text(value: str) -> Node:
    return Node(1, 1, value, NO_KEYS)


_SOURCE = {"file": _text("?"), "sha256": _text(NO_DIGEST), "received": _text("9999")}
STAND_INS: Mapping[type[Noun], Mapping[str, Node]] = {
    Letter: {
        **{name: _text("?") for name in ("title", "from", "to")},
        "date": _text("9999"),
        "kind": _text("reply"),
        "source": Node(1, 1, _SOURCE, NO_KEYS),
    },
    Motion: {"title": _text("?"), "meeting": _text("?"), "outcome": _text("not recorded")},
    Version: {"motion": _text("?"), "stage": _text("as tabled")},
}
"""For needed fields that do not fit, so that the others can be checked; never published."""


@dataclass(frozen=True)
class Read(Generic[R]):
    """The content of a record's file that has been read."""

    noun: R | None
    body: Body
    typed: Node
    fields: Node
    written: Container[str]

    sound = False

    @cached_property
    def gist(self) -> Gist:
        """Of what the fields make, what is asked of all records at once."""
        plain = self.typed.plain()
        return gist_of(self.noun, plain if isinstance(plain, dict) else {})

    @property
    def anchors(self) -> tuple[str, ...]:
        """The name of the anchor of each of what it quotes of its own words (`own_quotations`).

        There are none where its words lack one of them.
        """
        own = own_quotations(self.noun) if self.noun else ()
        return tuple(anchor.name for anchor in anchors_of(self.body, own))

    @property
    def words(self) -> str:
        """A digest of the words of the document; empty where there are none."""
        return digest([self.body.flat]) if self.body.flat else ""

    @property
    def facts(self) -> str:
        """A digest of the fields."""
        return digest([self.json])

    @property
    def text(self) -> str:
        """A digest of the document's text as it stands in the file, on whichever line."""
        return digest([self.body.raw])

    @cached_property
    def json(self) -> str:
        """The fields as JSON, each value the text that was typed."""
        return to_json(self.typed.plain()).decode()


def read_record(kind: type[R], file: File) -> tuple[Record[R] | None, list[Problem]]:
    """The record that the file holds and its problems; None where its fields cannot be read."""
    parts = _split(file)
    if isinstance(parts, Problem):
        return None, [parts]
    fields_text, body_text, body_line = parts
    body = parse_body(body_text, body_line)
    if (read := _read_linewise(kind, file.path, fields_text, body)) is not None:
        return Record(file.path, record_id(file.path), file.digest, True, read), []
    fields, problems = read_yaml(file.path, fields_text, first_line=2)
    if fields is None:
        return None, problems
    noun, misfits = build(kind, file.path, fields)
    fit, fitting = (noun, fields) if noun else salvage(kind, fields, STAND_INS[kind])
    content = Read(fit, body, fields, fitting, fitting.keys)
    record = Record(file.path, record_id(file.path), file.digest, noun is not None, content)
    return record, problems + misfits


def _read_linewise(kind: type[R], path: str, text: str, body: Body) -> Read[R] | None:
    """What a record's file says whose fields are written plainly, and all fit; else None."""
    plain = read_linewise(text)
    if plain is None or (noun := fitting(kind, plain)) is None:
        return None

    @cache
    def read() -> Node:
        fields, _ = read_yaml(path, text, first_line=2)
        assert fields is not None  # as it has been read
        return fields

    fields = Known(read, plain)
    return Read(noun, body, fields, fields, plain)


def read_body(file: File) -> Body:
    """The words of a record's file whose fields are known to be readable."""
    parts = _split(file)
    assert not isinstance(parts, Problem)
    return parse_body(*parts[1:])


def _split(file: File) -> tuple[str, str, int] | Problem:
    """The text of the fields, the text of the body, and the line on which the body begins."""
    lines = file.text.split("\n")
    if lines[0].rstrip() != FENCE:
        found = f"{quoted(lines[0]) if lines[0].strip() else 'a blank line'} as the first line"
        return Problem(file.path, 1, 1, found, "the line ---, which opens the fields", FORM)
    for number, line in enumerate(lines[1:], 2):
        if line.rstrip() == FENCE:
            fields, body = lines[1 : number - 1], lines[number:]
            return "\n".join(fields) + "\n", "\n".join(body), number + 1
    wanted = "a second line ---, which closes the fields"
    return Problem(file.path, len(lines), 1, "the end of the file", wanted, FORM)
