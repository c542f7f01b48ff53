"""Owns the list of everything that readers take away: what is about the whole, what is of a record.

How large the files are is told by a page that is made after them.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256

from archive.exports.addresses import (
    CSV,
    DATA,
    DATABASE,
    LINES,
    PACKAGE,
    POPOLO,
    TOPICS,
    page_url,
    table_file,
)
from archive.exports.csvfile import as_csv
from archive.exports.database import as_database
from archive.exports.datapackage import EDITORIAL_NOTE, data_package
from archive.exports.lines import Lines, not_kept, records, values
from archive.exports.nesting import record_files
from archive.exports.popolo import as_popolo
from archive.exports.putright import Before, Tables
from archive.exports.schemas import schema_outputs
from archive.exports.skos import as_skos
from archive.exports.tables import TABLES, Kind, Table
from archive.exports.wordfiles import letter_files, motion_files
from archive.held import AnyHeld
from archive.history.past import History
from archive.ledger.book import Book
from archive.looks import digest
from archive.making import AS_SEEN, Sheet
from archive.outputs import Output
from archive.tree import KeptAt


@dataclass(frozen=True)
class Exports:
    """Everything to be taken away of an archive in one state of its history.

    What the last build has left is `kept`, as far as it is whole.
    """

    book: Book
    history: History
    kept: KeptAt = not_kept

    def sheets(self) -> Iterator[Sheet]:
        """All files: those of records that have changed, then what is made of all rows."""
        archive, lines = self.book.archive, Lines(self.book, self.kept)
        for letter in archive.letters.values():
            yield self._of_record(lines, "letter", letter, partial(letter_files, self.book, letter))
        for motion in archive.motions.values():
            yield self._of_record(lines, "motion", motion, partial(motion_files, self.book, motion))
        for version in records(self.book, "version"):
            yield self._of_record(lines, "version", version, tuple)
        parts = {table.name: lines.of(table) for table in TABLES}
        licence = archive.site.settings.texts_licence
        yield from record_files(parts, licence, page_url(archive, ""))
        tables = {table.name: b"".join(parts.pop(table.name).values()) for table in TABLES}
        yield from self._whole(lines, tables)

    def _of_record(
        self, lines: Lines, kind: Kind, held: AnyHeld, files: Callable[[], Iterable[Output]]
    ) -> Sheet:
        """Its rows are made in any case when its files are."""

        def make() -> Iterable[Output]:
            lines.make(kind, held)
            return files()

        return Sheet(held.path, AS_SEEN, make)

    def _whole(self, lines: Lines, tables: Tables) -> Iterator[Sheet]:
        """What is about the archive as a whole, with the lines of all tables."""
        archive = self.book.archive
        for table in TABLES:
            made = tables[table.name]
            yield Sheet(table.name, sha256(made).hexdigest(), partial(_of_table, table, made))
        given = digest([*(sha256(made).hexdigest() for made in tables.values()), repr(self.about)])
        yield Sheet(DATABASE, given, partial(self._database, lines, tables))
        yield _file(PACKAGE, lambda: data_package(archive, self.history.stamp))
        yield _file(POPOLO, lambda: as_popolo(archive))
        yield _file(TOPICS, lambda: as_skos(archive))
        yield Sheet("schemas", AS_SEEN, schema_outputs)

    def _database(self, lines: Lines, tables: Tables) -> Iterator[Output]:
        file = self.kept(DATABASE)
        before = Before(file, lines.before) if file else None
        yield Output(DATABASE, as_database(tables, self.about, before))

    @property
    def about(self) -> dict[str, str]:
        """What is to be known of the database: where it is from, its state and its licence."""
        settings = self.book.archive.site.settings
        return {
            "archive": self.book.archive.site.site_name,
            "page": page_url(self.book.archive, DATA),
            "licence": settings.texts_licence,
            "editorial columns": EDITORIAL_NOTE,
            **({"commit": self.history.stamp} if self.history.stamp else {}),
        }


def _of_table(table: Table, lines: bytes) -> Iterator[Output]:
    yield Output(table_file(table.name, CSV), as_csv(table, values(lines)))
    yield Output(table_file(table.name, LINES), lines)


def _file(path: str, make: Callable[[], bytes]) -> Sheet:
    """A file that is made of nothing but what it looks at."""
    return Sheet(path, AS_SEEN, lambda: (Output(path, make()),))
