"""Owns what rows about any record have in common: which letter, motion or version it is."""

from collections.abc import Iterator
from typing import Annotated

from archive.archive import Archive
from archive.exports.columns import Row, column
from archive.held import HeldLetter, HeldMotion, HeldVersion

Record = HeldLetter | HeldMotion | HeldVersion


class OfRecord(Row):
    """A row about one record: a letter, a motion or a version of a motion."""

    letter_id: Annotated[str | None, column("The letter it is about", "letters")] = None
    motion_id: Annotated[str | None, column("The motion it is about", "motions")] = None
    version_id: Annotated[str | None, column("The version of a motion it is about", "versions")] = (
        None
    )


def records_of(archive: Archive) -> Iterator[tuple[str, Record]]:
    """Every record with the column that names it: letters, motions, then versions of motions."""
    yield from (("letter_id", held) for held in archive.letters.values())
    yield from (("motion_id", held) for held in archive.motions.values())
    for versions in archive.versions.values():
        yield from (("version_id", held) for held in versions)
