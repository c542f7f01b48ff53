"""Owns the rows of tables as they are published: lines of JSON, under the records they are of.

Only of records that have changed are they made; all others stand in the tables of the last build.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, TypeAlias

from pydantic_core import from_json

from archive.exports.addresses import LINES, table_file
from archive.exports.columns import Row
from archive.exports.tables import TABLES, Kind, Table
from archive.held import AnyHeld
from archive.ledger.book import Book
from archive.tree import KeptAt

WHOLE = ""
"""Under which are the lines of a table that is of the archive as a whole."""
_OWNER = re.compile(rb'\{"id":"([a-z0-9-]+)')

Parts: TypeAlias = Mapping[str, bytes]
"""Lines of a table under the ids of records."""


def not_kept(_: str) -> None:
    """Of a site that has not been built before, no file is there."""


def records(book: Book, kind: Kind) -> Iterable[AnyHeld]:
    """All records of a kind, in the order of tables."""
    archive = book.archive
    if kind == "letter":
        return archive.letters.values()
    if kind == "motion":
        return archive.motions.values()
    return (held for versions in archive.versions.values() for held in versions)


def values(lines: bytes) -> list[dict[str, Any]]:
    """What stands in some lines."""
    rows: list[dict[str, Any]] = from_json(b"[%b]" % lines.rstrip(b"\n").replace(b"\n", b","))
    return rows


@dataclass(frozen=True)
class Lines:
    """The lines of all tables, once those of changed records have been made."""

    book: Book
    kept: KeptAt
    _made: dict[str, dict[str, bytes]] = field(default_factory=dict)

    def make(self, kind: Kind, held: AnyHeld) -> None:
        """Make those of one record."""
        rows = {t.name: _written(t.of[kind](self.book, held)) for t in TABLES if kind in t.of}
        self._made[held.id] = {name: lines for name, lines in rows.items() if lines}

    def of(self, table: Table) -> Parts:
        """Those of a table, in its order."""
        if not table.of:
            return {WHOLE: _written(table.whole(self.book))}
        before = self.before(table.name)
        known = None if before is None else dict(_parted(before))
        return dict(self._parts(table, known))

    def before(self, table: str) -> bytes | None:
        """Those of a table as the last build has left them, if they are there."""
        file = self.kept(table_file(table, LINES))
        return file.read_bytes() if file else None

    def _parts(self, table: Table, known: Parts | None) -> Iterator[tuple[str, bytes]]:
        for kind, rows in table.of.items():
            for held in records(self.book, kind):
                if held.id in self._made:
                    lines = self._made[held.id].get(table.name, b"")
                elif known is not None:
                    lines = known.get(held.id, b"")
                else:
                    lines = _written(rows(self.book, held))
                if lines:
                    yield held.id, lines


def _written(rows: Iterable[Row]) -> bytes:
    return "".join(f"{row.model_dump_json()}\n" for row in rows).encode()


def _parted(lines: bytes) -> Iterator[tuple[str, bytes]]:
    """Lines under the id of the record that each is of; those of one stand together."""
    for owner, some in groupby(lines.splitlines(keepends=True), _owner):
        yield owner, b"".join(some)


def _owner(line: bytes) -> str:
    found = _OWNER.match(line)
    assert found  # or it is not a line of ours
    return found[1].decode()
