"""Owns what the tests of citations share: everything that an archive can be asked to cite."""

from datetime import UTC, datetime

from archive.archive import Archive
from archive.citations.cited import Cited
from archive.citations.every import Citations
from archive.history.past import Commit, History

COMMIT = Commit("3f2a9c81d4e7" + "0" * 28, datetime(2026, 11, 22, 21, 55, tzinfo=UTC))


def citations_of(archive: Archive) -> Citations:
    """The citations of an archive that was built from a commit."""
    return Citations(archive, History(head=COMMIT, why_not=""))


def everything(archive: Archive) -> list[Cited]:
    """What is cited of every letter, motion and topic."""
    citations = citations_of(archive)
    return [
        *map(citations.letter, archive.letters.values()),
        *map(citations.motion, archive.motions.values()),
        *map(citations.topic, archive.topics),
    ]
