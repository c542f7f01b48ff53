"""Owns the JSON Schemas of what is published: a schema a table's row, and one a record's file."""

import json
from collections.abc import Iterator

from pydantic import BaseModel

from archive.exports.addresses import DATA
from archive.exports.recordfiles import FILES
from archive.exports.tables import TABLES
from archive.outputs import Output

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = f"{DATA}schema/"


def schema_outputs() -> Iterator[Output]:
    """`data/schema/letters.json` of the lines of `letters.jsonl`, `letter.json` of a letter's."""
    for table in TABLES:
        yield _output(table.name, table.row)
    for name, kind in FILES.items():
        yield _output(name, kind)


def _output(name: str, kind: type[BaseModel]) -> Output:
    schema = {"$schema": DIALECT, **kind.model_json_schema(mode="serialization")}
    text = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
    return Output(f"{FOLDER}{name}.json", text.encode())
