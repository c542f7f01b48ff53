"""Owns remembering which records have passed what is checked of each by itself.

Most of the time of a check goes into that. It depends on nothing but the record, its kept source,
the country and the program; so a record that passed once is looked at again when one of them has
changed. Whatever is said of records together is checked every time.
"""

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from archive.checks.whole import country, records
from archive.reading import Reading
from archive.records import AnyRecord
from archive.unchanged import program

NAME = Path("build", ".passed")


@dataclass(frozen=True)
class Passed:
    """Digests of records that passed, each with its source and the country; of one program."""

    program: str
    digests: frozenset[str]

    def without(self, reading: Reading) -> list[AnyRecord]:
        """The records of an archive that have not passed yet as they are."""
        return [one for one in records(reading) if _digest(reading, one) not in self.digests]


def passed(root: Path) -> Passed:
    """What passed when the archive in a folder was last free of problems."""
    known = program()
    with suppress(OSError, ValueError, TypeError, KeyError):
        told = json.loads((root / NAME).read_bytes())
        if told["program"] == known:
            return Passed(known, frozenset(told["digests"]))
    return Passed(known, frozenset())


def put_passed(root: Path, before: Passed, reading: Reading) -> None:
    """Remember that every record has passed; where that cannot be written, all is checked again."""
    file = root / NAME
    digests = [_digest(reading, one) for one in records(reading)]
    if before.digests == set(digests) or file.is_symlink() or file.parent.is_symlink():
        return
    with suppress(OSError):
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps({"program": before.program, "digests": digests}), "utf-8")


def _digest(reading: Reading, record: AnyRecord) -> str:
    parts = (record.digest.encode(), country(reading).encode(), *_source(reading, record))
    return sha256(b"\0".join(parts)).hexdigest()


def _source(reading: Reading, record: AnyRecord) -> Iterable[bytes]:
    noun = record.noun
    if noun and noun.source:
        path = f"{record.path.split('/')[0]}/{noun.source.file}"
        content = reading.sources.get(path)
        yield b"none" if content is None else b"kept " + content
