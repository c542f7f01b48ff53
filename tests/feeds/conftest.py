"""Owns the feeds of the invented archive with a history of its own, made once."""

from datetime import UTC, datetime

import pytest

from archive.archive import Archive
from archive.feeds.every import feed_sheets
from archive.feeds.subscriptions import Records
from archive.history.past import Change, Commit, History
from archive.outputs import Output

OLD = Commit("1" * 40, datetime(2024, 1, 20, 9, 30, tzinfo=UTC), "Add everything")
NEW = Commit(
    "2" * 40, datetime(2024, 7, 1, 12, 0, tzinfo=UTC), "Correct two <words> & more", "Why."
)
LATE, MENDED = "letters/2018-06-fund.md", "letters/2018-12-14-reading-rooms.md"
GONE = "letters/2019-01-01-copy.md"


def past(archive: Archive) -> History:
    """Everything was added at once, but one old letter later; another was changed then."""
    held: Records = (*archive.letters.values(), *archive.motions.values())
    changes: dict[str, tuple[Change, ...]] = {
        one.path: (Change("added", one.path, OLD),) for one in held
    }
    changes[LATE] = (Change("added", LATE, NEW),)
    changes[MENDED] = (Change("changed", MENDED, NEW), *changes[MENDED])
    withdrawn = {GONE: (Change("withdrawn", GONE, NEW), Change("added", GONE, OLD))}
    return History(NEW, "", frozenset(), changes, withdrawn)


@pytest.fixture(scope="session")
def feeds(corpus: Archive) -> dict[str, bytes]:
    """Every file of the feeds, by its path."""
    return followed(corpus, past(corpus))


def followed(archive: Archive, history: History) -> dict[str, bytes]:
    """Every file by which an archive can be followed, by its path."""
    sheets = feed_sheets(archive, history)
    made = (output for sheet in sheets for output in sheet.make())
    return {output.path: output.content for output in made if isinstance(output, Output)}
