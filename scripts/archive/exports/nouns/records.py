"""Owns what rows about any record have in common: which letter, motion or version it is."""

from typing import Annotated

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
