"""Owns putting together the JSON file of each record: its own row, and all that belong to it."""

import re
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic_core import to_json

from archive import addresses
from archive.exports.addresses import file_beside
from archive.exports.filedlines import Owned, chunks, values
from archive.exports.recordfiles import FILES
from archive.exports.tables import TABLES
from archive.making import Sheet
from archive.outputs import Output

SCHEMAS = "data/schema/"


@dataclass(frozen=True)
class Nest:
    """How the files of one kind are put together.

    `of` are the columns by which a row of any table belongs to a record of this kind.
    """

    kind: str
    table: str
    address: Callable[[str], str]
    of: tuple[str, ...]


NESTS = (
    Nest("letter", "letters", addresses.letter_address, ("letter_id",)),
    Nest("motion", "motions", addresses.motion_address, ("motion_id",)),
    Nest("topic", "topics", addresses.topic_address, ("topic_id", "editorial_topic_id")),
    Nest(
        "person",
        "people",
        addresses.person_address,
        ("person_id", "sender_id", "recipient_id", "moved_by_id", "seconded_by_id"),
    ),
    Nest("meeting", "meetings", addresses.meeting_address, ("meeting_id",)),
)


def record_files(tables: Mapping[str, Owned], licence: str, site_url: str) -> Iterator[Sheet]:
    """`letters/ID.json` and its like for motions, topics, people and meetings.

    Each is made only if it has other rows than the last time.
    """
    for nest in NESTS:
        names = (nest.table, *(n for n in FILES[nest.kind].model_fields if n in tables))
        belonging = {name: _belonging(tables, nest, name) for name in names}
        head = {"licence": licence, "described_by": f"{site_url}{SCHEMAS}{nest.kind}.json"}
        for name in belonging[nest.table]:
            rows = {table: lines.of(name) for table, lines in belonging.items()}
            given = sha256(b"\0".join(rows.values())).hexdigest()
            path = file_beside(nest.address(name), "json")
            yield Sheet(path, given, partial(_file, path, nest, head, rows))


def _file(
    path: str, nest: Nest, head: Mapping[str, str], rows: Mapping[str, bytes]
) -> Iterator[Output]:
    told: dict[str, Any] = {table: values(lines) for table, lines in rows.items()}
    told |= {**head, nest.kind: told[nest.table][0]}
    ordered = {name: told[name] for name in FILES[nest.kind].model_fields}
    yield Output(path, to_json(ordered, indent=1) + b"\n")


def _belonging(tables: Mapping[str, Owned], nest: Nest, table: str) -> "Owned | _Named":
    """The lines of a table under the records of a kind that they belong to."""
    if nest.kind in _KINDS[table]:
        return tables[table]  # of other kinds, too, which have other ids
    return _Named(tables[table], ("id",) if table == nest.table else nest.of)


_KINDS = {table.name: tuple(table.of) for table in TABLES}


class _Named:
    """The lines of a table under each id that one of these columns has in them."""

    def __init__(self, lines: Owned, columns: Iterable[str]) -> None:
        self._lines = lines
        self._places: defaultdict[str, array[int]] = defaultdict(partial(array, "Q"))
        for owners, *place in _owners(lines.path, columns):
            for owner in owners:
                self._places[owner].extend(place)

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def of(self, owner: str) -> bytes:
        """The lines in which an owner is named, each once."""
        places = self._places.get(owner, ())
        pairs = zip(places[::2], places[1::2], strict=True)
        return b"".join(self._lines.between(*pair) for pair in pairs)


def _owners(file: Path, columns: Iterable[str]) -> Iterator[tuple[set[str], int, int]]:
    """The ids that stand in these columns of each line, and where that begins and ends."""
    # A quotation mark that is part of a value has a sign before it.
    sought = re.compile(rb'"(?:%b)":"([^"]+)"|\n' % "|".join(columns).encode())
    begin = place = 0
    owners = set[str]()
    for chunk in chunks(file):
        for one in sought.finditer(chunk):
            if one[1]:
                owners.add(one[1].decode())
            else:
                end = place + one.end()
                yield owners, begin, end
                begin, owners = end, set()
        place += len(chunk)
