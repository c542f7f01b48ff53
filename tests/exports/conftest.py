"""Owns what the tests of exports share: everything that is taken away of the invented archive."""

import pytest

from archive.archive import Archive
from archive.exports.addresses import LINES, table_file
from archive.exports.columns import Row
from archive.exports.tables import TABLES
from archive.history.past import NO_HISTORY
from tests.exports.taken import taken


@pytest.fixture(scope="session")
def files(corpus: Archive) -> dict[str, bytes]:
    """Every exported file of the invented archive, by its path, as if git knew nothing."""
    return taken(corpus, NO_HISTORY)


@pytest.fixture(scope="session")
def rows(files: dict[str, bytes]) -> dict[str, tuple[Row, ...]]:
    """The rows of every table, as they are published."""
    lines = {table.name: files[table_file(table.name, LINES)].splitlines() for table in TABLES}
    return {t.name: tuple(map(t.row.model_validate_json, lines[t.name])) for t in TABLES}
