"""Owns the list of everything that readers take away: what is about the whole, what is of a record.

How large the files are is told by a page that is made after them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice

from archive.addresses import letter_address, motion_address
from archive.exports.addresses import DATA, file_beside, page_url
from archive.exports.akomantoso import as_akoma_ntoso
from archive.exports.csvfile import as_csv
from archive.exports.database import as_database
from archive.exports.datapackage import EDITORIAL_NOTE, data_package
from archive.exports.jsonlines import as_json_lines
from archive.exports.markdownfile import letter_as_markdown, motion_as_markdown
from archive.exports.nesting import record_outputs
from archive.exports.plaintext import as_text
from archive.exports.popolo import as_popolo
from archive.exports.resourcesync import Listed, listed, resource_lists
from archive.exports.schemas import schema_outputs
from archive.exports.skos import as_skos
from archive.exports.tables import TABLES, Rows, rows_of
from archive.held import HeldLetter, HeldMotion
from archive.history.past import History
from archive.ledger.book import Book
from archive.outputs import Output

DATABASE = f"{DATA}archive.sqlite"
PACKAGE = f"{DATA}datapackage.json"
POPOLO = f"{DATA}popolo.json"
TOPICS = f"{DATA}topics.ttl"
CSV, LINES = "csv", "jsonl"

TOGETHER = 1_000
"""Files of single records that are in memory at a time."""

NO_DAY = date(1980, 1, 1)
"""The day of an archive without letters and meetings."""


def table_file(table: str, suffix: str) -> str:
    """Where a table is: `data/letters.csv`."""
    return f"{DATA}{table}.{suffix}"


@dataclass(frozen=True)
class Exports:
    """Everything to be taken away of an archive in one state of its history."""

    book: Book
    history: History

    @cached_property
    def rows(self) -> Rows:
        """The rows of every table."""
        return rows_of(self.book)

    @cached_property
    def whole(self) -> tuple[Output, ...]:
        """The files about the archive as a whole."""
        return tuple(self._whole())

    def groups(self) -> Iterator[Iterable[Output]]:
        """All outputs, in groups that need not be in memory together; at last the lists of all."""
        files: list[Listed] = []
        for group in (self.whole, tuple(schema_outputs())):
            files += map(listed, group)
            yield group
        single = self._of_records()
        while group := tuple(islice(single, TOGETHER)):
            files += map(listed, group)
            yield group
        yield resource_lists(self._root, self._moment(), files)

    @property
    def _root(self) -> str:
        return page_url(self.book.archive, "")

    def _whole(self) -> Iterator[Output]:
        archive = self.book.archive
        for table in TABLES:
            rows = self.rows[table.name]
            yield Output(table_file(table.name, CSV), as_csv(table, rows))
            yield Output(table_file(table.name, LINES), as_json_lines(rows))
        yield Output(DATABASE, as_database(self.rows, self.about))
        yield Output(PACKAGE, data_package(archive, self.history.stamp))
        yield Output(POPOLO, as_popolo(archive))
        yield Output(TOPICS, as_skos(archive))

    def _of_records(self) -> Iterator[Output]:
        """The files of single records."""
        yield from record_outputs(
            self.rows, self.book.archive.site.settings.texts_licence, self._root
        )
        for letter in self.book.archive.letters.values():
            address = letter_address(letter.id)
            yield Output(file_beside(address, "md"), letter_as_markdown(self.book, letter, address))
            yield from self._words(letter, address)
        for motion in self.book.archive.motions.values():
            address = motion_address(motion.id)
            yield Output(file_beside(address, "md"), motion_as_markdown(self.book, motion, address))
            if motion.provenance.source:
                yield from self._words(motion, address)

    def _words(self, held: HeldLetter | HeldMotion, address: str) -> Iterator[Output]:
        """The plain text of a record, and its Akoma Ntoso where a date of it is known."""
        yield Output(file_beside(address, "txt"), as_text(self.book, held, address))
        if xml := as_akoma_ntoso(self.book.archive, held, address):
            yield Output(file_beside(address, "xml"), xml)

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

    def _moment(self) -> str:
        """When what is published was as it is: its commit, else the day of its newest record."""
        if commit := self.history.commit:
            return commit.moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        days = [held.noun.date.last_day for held in self.book.archive.letters.values()]
        days += [meeting.date.last_day for meeting in self.book.archive.meetings.values()]
        return f"{max(days, default=NO_DAY).isoformat()}T00:00:00Z"
