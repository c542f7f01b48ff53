"""Owns the JSON Schemas of records and vocabularies, made from the model, for editors and tools."""

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter

from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.model.version import Version
from archive.model.vocabulary import Abbreviation, Meeting, Person, Topic
from archive.outputs import Output
from archive.settings import Settings

FOLDER = ".schemas"
DIALECT = "https://json-schema.org/draft/2020-12/schema"

_RECORDS: dict[str, type[BaseModel]] = {
    "letter": Letter,
    "motion": Motion,
    "version": Version,
    "settings": Settings,
}
_VOCABULARIES: dict[str, type[BaseModel]] = {
    "people": Person,
    "abbreviations": Abbreviation,
    "topics": Topic,
    "meetings": Meeting,
}


def schema_outputs() -> tuple[Output, ...]:
    """One schema a kind of file: `letter.schema.json`, `people.schema.json` and so on."""
    records = {name: kind.model_json_schema() for name, kind in _RECORDS.items()}
    entries = {
        name: TypeAdapter(dict[str, kind]).json_schema()  # type: ignore[valid-type]
        for name, kind in _VOCABULARIES.items()
    }
    return tuple(_output(name, schema) for name, schema in (records | entries).items())


def _output(name: str, schema: dict[str, Any]) -> Output:
    stated = {"$schema": DIALECT, **schema}
    text = json.dumps(stated, ensure_ascii=False, indent=2) + "\n"
    return Output(f"{name}.schema.json", text.encode())


def schema_folder(root: Path) -> Path:
    """Where an archive keeps its schemas: the records' first line points there."""
    return root / FOLDER
