"""Owns checking ids: what a file must be called, and that no two nouns share an id or a text."""

import re
from collections.abc import Iterable, Iterator

from archive.model.noun import ID_ALLOWED, ID_PATTERN
from archive.nodes import Node
from archive.problems import Problem, quoted
from archive.records import AnyRecord, record_id

_FORM = re.compile(ID_PATTERN)


def form_problems(ids: Iterable[tuple[str, str, int, int]]) -> Iterator[Problem]:
    """Ids of another form than can stand in an address; each comes as (path, id, line, column)."""
    for path, name, line, column in ids:
        if not _FORM.fullmatch(name):
            found = f"the id {quoted(name)}"
            yield Problem(path, line, column, found, "an id fit for an address", ID_ALLOWED)


def name_problem(path: str, fields: Node, place: str, beginning: str) -> Iterator[Problem]:
    """A file whose name does not begin with what its own fields say."""
    name = record_id(path)
    if not name.startswith(f"{beginning}-"):
        here = fields.at((place,))
        found = f"the file name {quoted(name + '.md', 100)}"
        wanted = f"a name that agrees with {place}"
        allowed = f"{beginning}-SOME-WORDS.md"
        yield Problem(path, here.line, here.column, found, wanted, allowed)


def twin_ids(paths: Iterable[str]) -> Iterator[Problem]:
    """Records whose file names give the same id, in whatever folder and however capitalised."""
    first: dict[str, str] = {}
    for path in paths:
        name = record_id(path).lower()
        if name in first:
            found = f"the id {quoted(name, 100)} a second time"
            allowed = f"each id once (the first is {first[name]})"
            yield Problem(path, 1, 1, found, "an id of its own", allowed)
        first.setdefault(name, path)


def twin_texts(records: Iterable[AnyRecord]) -> Iterator[Problem]:
    """Records whose bodies have the same words."""
    first: dict[str, str] = {}
    for record in sorted(records, key=lambda record: record.path):
        words, path = record.words, record.path
        if words and words in first:
            found = f"the same text as {first[words]}"
            wanted, allowed = "a text of its own", "each text once"
            yield Problem(path, record.body.first_line, 1, found, wanted, allowed)
        first.setdefault(words, path)
