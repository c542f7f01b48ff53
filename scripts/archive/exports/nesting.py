"""Owns putting together the JSON file of each record: its own row, and all that belong to it."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import Any

from pydantic_core import to_json

from archive import addresses
from archive.exports.addresses import file_beside
from archive.exports.lines import Parts, values
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


def record_files(tables: Mapping[str, Parts], licence: str, site_url: str) -> Iterator[Sheet]:
    """`letters/ID.json` and its like for motions, topics, people and meetings.

    Each is made only if it has other rows than the last time.
    """
    for nest in NESTS:
        names = (nest.table, *(n for n in FILES[nest.kind].model_fields if n in tables))
        belonging = {name: _belonging(tables, nest, name) for name in names}
        head = {"licence": licence, "described_by": f"{site_url}{SCHEMAS}{nest.kind}.json"}
        for name in belonging[nest.table]:
            rows = {table: parts.get(name, b"") for table, parts in belonging.items()}
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


def _belonging(tables: Mapping[str, Parts], nest: Nest, table: str) -> Parts:
    """The lines of a table under the records of a kind that they belong to."""
    if nest.kind in _KINDS[table]:
        return tables[table]  # of other kinds, too, which have other ids
    of = ("id",) if table == nest.table else nest.of
    return _grouped(b"".join(tables[table].values()), of)


_KINDS = {table.name: tuple(table.of) for table in TABLES}


def _grouped(lines: bytes, of: tuple[str, ...]) -> Parts:
    """Lines under each id that one of these columns holds, each once."""
    found: defaultdict[str, list[bytes]] = defaultdict(list)
    for line, row in zip(lines.splitlines(keepends=True), values(lines), strict=True):
        for owner in dict.fromkeys(row[name] for name in of if name in row):
            if owner:
                found[owner].append(line)
    return {owner: b"".join(some) for owner, some in found.items()}
