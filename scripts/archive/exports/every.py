"""Owns the list of everything that readers take away: what is about the whole, what is of a record.

How large the files are is told by a page that is made after them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

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
from archive.exports.csvfile import write_csv
from archive.exports.database import write_database
from archive.exports.datapackage import EDITORIAL_NOTE, data_package
from archive.exports.filedlines import Owned, chunks, values
from archive.exports.lines import Lines, not_kept, records
from archive.exports.nesting import record_files
from archive.exports.popolo import write_popolo
from archive.exports.putright import Before
from archive.exports.schemas import schema_outputs
from archive.exports.skos import as_skos
from archive.exports.tables import KINDS, TABLES, Kind, Table
from archive.exports.wordfiles import letter_files, motion_files
from archive.held import AnyHeld
from archive.history.past import History
from archive.ledger.book import Book
from archive.looks import digest
from archive.making import AS_SEEN, Sheet
from archive.outputs import Output
from archive.tree import KeptAt, Large, sha256_of


@dataclass(frozen=True)
class Exports:
    """Everything to be taken away of an archive in one state of its history.

    What the last build has left is `kept`, as far as it is whole. `room` is a folder for what is
    too large for the memory, until it is moved from there; where there is none, the system has one.
    """

    book: Book
    history: History
    kept: KeptAt = not_kept
    room: Path | None = None

    def sheets(self) -> Iterator[Sheet]:
        """All files: those of records that have changed, then what is made of all rows."""
        with TemporaryDirectory(dir=self.room) as name:
            room = Path(name)
            with closing(Lines(self.book, self.kept, room)) as lines:
                yield from self._of_records(lines)
                tables = {table.name: lines.of(table) for table in TABLES}
                yield from record_files(
                    tables, self.about["licence"], page_url(self.book.archive, "")
                )
                yield self._database(lines, tables, room)
                yield from (_of_table(table, tables[table.name], room) for table in TABLES)
            popolo = partial(write_popolo, archive=self.book.archive)
            yield Sheet(POPOLO, AS_SEEN, partial(_written, POPOLO, room, popolo))
        yield from self._others()

    def _of_records(self, lines: Lines) -> Iterator[Sheet]:
        archive = self.book.archive
        for letter in archive.letters.values():
            yield self._of_record(lines, "letter", letter, partial(letter_files, self.book, letter))
        for motion in archive.motions.values():
            yield self._of_record(lines, "motion", motion, partial(motion_files, self.book, motion))
        for version in records(self.book, "version"):
            yield self._of_record(lines, "version", version, tuple)
        every = chain.from_iterable(records(self.book, kind) for kind in KINDS)
        yield Sheet("order", digest([held.id for held in every]), lines.reordered)

    def _of_record(
        self, lines: Lines, kind: Kind, held: AnyHeld, files: Callable[[], Iterable[Output]]
    ) -> Sheet:
        """Its rows are made in any case when its files are."""

        def make() -> Iterable[Output]:
            lines.make(kind, held)
            return files()

        return Sheet(held.path, AS_SEEN, make)

    def _database(self, lines: Lines, tables: Mapping[str, Owned], room: Path) -> Sheet:
        """All tables in one file: made while all lines are where they are read."""
        paths = {name: owned.path for name, owned in tables.items()}

        def write(file: Path) -> None:
            kept = self.kept(DATABASE)
            before = Before(kept, lines.before) if kept else None
            write_database(file, paths, self.about, before)

        given = digest([*map(sha256_of, paths.values()), repr(self.about)])
        return Sheet(DATABASE, given, partial(_written, DATABASE, room, write))

    def _others(self) -> Iterator[Sheet]:
        """What else is about the archive as a whole."""
        archive = self.book.archive
        yield _file(PACKAGE, lambda: data_package(archive, self.history.stamp))
        yield _file(TOPICS, lambda: as_skos(archive))
        yield Sheet("schemas", AS_SEEN, schema_outputs)

    @property
    def about(self) -> dict[str, str]:
        """What is to be known of the database: where it is from, its state and its licence."""
        return {
            "archive": self.book.archive.site.site_name,
            "page": page_url(self.book.archive, DATA),
            "licence": self.book.archive.site.settings.texts_licence,
            "editorial columns": EDITORIAL_NOTE,
            **({"commit": self.history.stamp} if self.history.stamp else {}),
        }


def _of_table(table: Table, lines: Owned, room: Path) -> Sheet:
    def write(file: Path) -> None:
        write_csv(file, table, chain.from_iterable(map(values, chunks(lines.path))))

    def make() -> Iterator[Large]:
        lines.close()
        yield from _written(table_file(table.name, CSV), room, write)
        yield Large(table_file(table.name, LINES), lines.path)

    return Sheet(table.name, sha256_of(lines.path), make)


def _written(path: str, room: Path, write: Callable[[Path], None]) -> Iterator[Large]:
    """A file that is written by something, and moved from there."""
    file = room / path.rpartition("/")[2]
    write(file)
    yield Large(path, file)


def _file(path: str, make: Callable[[], bytes]) -> Sheet:
    """A file that is made of nothing but what it looks at."""
    return Sheet(path, AS_SEEN, lambda: (Output(path, make()),))
