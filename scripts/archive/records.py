"""Owns splitting a record's file into fields and body, and reading both."""

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Generic, TypeVar

from archive.body import Body, parse_body
from archive.fields import build
from archive.files import File
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.nodes import Node
from archive.problems import Problem, quoted
from archive.yamltext import read_yaml

R = TypeVar("R", Letter, Motion)

FENCE = "---"
FORM = "a line ---, fields, a line ---, then the text of the document"


@dataclass(frozen=True)
class Record(Generic[R]):
    """A file of letters/ or motions/ as read; `noun` is None where its fields do not fit."""

    path: str
    id: str
    fields: Node
    body: Body
    noun: R | None


def record_id(path: str) -> str:
    """The id of the record at `path`: the file's name without `.md`."""
    return PurePosixPath(path).stem


def read_record(kind: type[R], file: File) -> tuple[Record[R] | None, list[Problem]]:
    """The record that the file holds and its problems; None where its fields cannot be read."""
    parts = _split(file)
    if isinstance(parts, Problem):
        return None, [parts]
    fields_text, body_text, body_line = parts
    fields, problems = read_yaml(file.path, fields_text, first_line=2)
    if fields is None:
        return None, problems
    noun, misfits = build(kind, file.path, fields)
    body = parse_body(body_text, body_line)
    return Record(file.path, record_id(file.path), fields, body, noun), problems + misfits


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
