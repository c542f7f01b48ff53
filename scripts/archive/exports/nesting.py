"""Owns putting together the JSON file of each record: its own row, and all that belong to it."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from archive import addresses
from archive.exports.addresses import file_beside
from archive.exports.columns import Row
from archive.exports.recordfiles import FILES
from archive.exports.tables import Rows
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


def record_outputs(rows: Rows, licence: str, site_url: str) -> Iterator[Output]:
    """`letters/ID.json` and its like for motions, topics, people and meetings."""
    for nest in NESTS:
        kind = FILES[nest.kind]
        lists = [name for name in kind.model_fields if name in rows]
        belonging = {name: _grouped(rows[name], nest.of) for name in lists}
        head = {"licence": licence, "described_by": f"{site_url}{SCHEMAS}{nest.kind}.json"}
        for row in rows[nest.table]:
            nested = {name: tuple(belonging[name].get(row.id, ())) for name in lists}
            made = kind.model_validate({**head, nest.kind: row, **nested})
            content = made.model_dump_json(indent=1).encode() + b"\n"
            yield Output(file_beside(nest.address(row.id), "json"), content)


def _grouped(rows: tuple[Row, ...], of: tuple[str, ...]) -> Mapping[str, list[Row]]:
    """The rows under each id that one of these columns holds, each once."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    columns = [name for name in of if rows and name in type(rows[0]).model_fields]
    for row in rows:
        for owner in dict.fromkeys(getattr(row, name) for name in columns):
            if owner:
                found[owner].append(row)
    return found
