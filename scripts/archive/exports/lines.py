"""Owns the rows of tables as they are published: lines of JSON, under the records they are of.

Only of records that have changed are they made; all others stand in the tables of the last build.
All are in files, as there are too many for the memory.
"""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from functools import cache
from pathlib import Path
from typing import BinaryIO, TypeAlias

from archive.exports.addresses import LINES, table_file
from archive.exports.columns import Row
from archive.exports.filedlines import Owned
from archive.exports.tables import TABLES, Kind, Table
from archive.held import AnyHeld
from archive.ledger.book import Book
from archive.outputs import Output
from archive.tree import KeptAt

WHOLE = ""
"""Under which are the lines of a table that is of the archive as a whole."""

Owners: TypeAlias = Iterator[tuple[str, bytes]]
"""Lines of a table, each under the id of a record."""


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


class Lines:
    """The lines of all tables, once those of changed records have been made."""

    def __init__(self, book: Book, kept: KeptAt, room: Path) -> None:
        """`room` is a folder for files, which stay open until these lines are closed."""
        self._book, self._kept, self._room = book, cache(kept), room
        self._made, self._others = set[str](), False
        self._open = ExitStack()
        self._new = {table.name: self._spool(table) for table in TABLES if table.of}

    def _spool(self, table: Table) -> BinaryIO:
        return self._open.enter_context((self._room / f"new-{table.name}").open("wb"))

    def make(self, kind: Kind, held: AnyHeld) -> None:
        """Make those of one record."""
        for table in TABLES:
            if kind in table.of:
                self._new[table.name].write(_written(table.of[kind](self._book, held)))
        self._made.add(held.id)

    def reordered(self) -> Iterable[Output]:
        """There are other records than the last time, or in another order; that makes no file."""
        self._others = True
        return ()

    def before(self, table: str) -> Path | None:
        """Those of a table as the last build has left them, if they are there."""
        return self._kept(table_file(table, LINES))

    def of(self, table: Table) -> Owned:
        """Those of a table, in its order: as they were left, or in a new file."""
        if not table.of:
            return self._file(table, iter([(WHOLE, _written(table.whole(self._book)))]))
        new, before = self._new[table.name], self.before(table.name)
        new.close()
        with closing(Owned.found(Path(new.name))) as made:
            known = self._open.enter_context(closing(Owned.found(before))) if before else None
            if known and not self._others and self._as_in(known, made):
                lines = known
            else:
                lines = self._file(table, self._every(table, made, known))
        Path(new.name).unlink()
        return lines

    def _file(self, table: Table, lines: Owners) -> Owned:
        file = Owned.written(self._room / f"{table.name}.{LINES}", lines)
        return self._open.enter_context(closing(file))

    def _as_in(self, known: Owned, made: Owned) -> bool:
        """Whether all that were made anew are as they are known."""
        return all(made.of(owner) == known.of(owner) for owner in self._made)

    def _every(self, table: Table, made: Owned, known: Owned | None) -> Owners:
        for kind, rows in table.of.items():
            for held in records(self._book, kind):
                if held.id in self._made:
                    lines = made.of(held.id)
                elif known is not None:
                    lines = known.of(held.id)
                else:
                    lines = _written(rows(self._book, held))
                if lines:
                    yield held.id, lines

    def close(self) -> None:
        """Nobody asks for them any more."""
        self._open.close()


def _written(rows: Iterable[Row]) -> bytes:
    return "".join(f"{row.model_dump_json()}\n" for row in rows).encode()
