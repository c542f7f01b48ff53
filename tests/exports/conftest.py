"""Owns what the tests of exports share: everything that is taken away of the invented archive."""

import pytest

from archive.archive import Archive
from archive.exports.every import Exports
from archive.history.past import NO_HISTORY
from archive.ledger.book import Book


@pytest.fixture(scope="session")
def exports(corpus: Archive) -> Exports:
    """All exports of the invented archive, as if git knew nothing."""
    return Exports(Book(corpus), NO_HISTORY)


@pytest.fixture(scope="session")
def files(exports: Exports) -> dict[str, bytes]:
    """Every exported file of the invented archive, by its path."""
    return {output.path: output.content for group in exports.groups() for output in group}
