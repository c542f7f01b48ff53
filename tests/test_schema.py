"""Owns showing that the JSON Schemas are the model's, and that records point an editor to them."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from archive.desk import VERSIONS, folder_of
from archive.schema import FOLDER, schema_outputs
from tests.conftest import CORPUS, TOP

SCHEMAS: dict[str, Any] = {output.path: json.loads(output.content) for output in schema_outputs()}


class EditorLoader(yaml.CSafeLoader):
    """Reads YAML as editors do (YAML 1.2): dates and times stay texts."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in resolvers if not tag.endswith("timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def front_matter(path: Path) -> Any:
    text = path.read_text(encoding="utf-8")
    fields = text.split("---\n")[1] if path.suffix == ".md" else text
    return yaml.load(fields, Loader=EditorLoader)


def files(root: Path) -> list[Path]:
    """Every file of an archive that has fields."""
    return [
        path
        for folder in ("letters", "motions")
        for path in sorted((root / folder).rglob("*"))
        if path.suffix in (".md", ".yml")
    ]


def modeline(path: Path) -> str:
    """The schema that a file's first line of fields names."""
    return path.read_text(encoding="utf-8").removeprefix("---\n").split("\n")[0]


def test_the_committed_schemas_are_those_of_the_model() -> None:
    committed = {path.name: path.read_bytes() for path in (TOP / FOLDER).iterdir()}
    assert committed == {output.path: output.content for output in schema_outputs()}


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_schema_is_a_valid_schema(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("path", files(TOP), ids=str)
def test_each_real_record_points_to_its_schema(path: Path) -> None:
    assert modeline(path).startswith("# yaml-language-server: $schema=")
    schema = (path.parent / modeline(path).partition("$schema=")[2]).resolve()
    assert schema.parent == TOP / FOLDER
    assert schema.is_file()


def schema_of(path: Path) -> str:
    """The name of the schema for a file, by where it is."""
    records = {"letters/": "letter", "motions/": "motion", VERSIONS: "version"}
    folder = folder_of(path.relative_to(CORPUS).as_posix())
    return f"{records[folder] if folder else path.stem}.schema.json"


def test_the_schemas_accept_what_the_check_accepts() -> None:
    for path in files(CORPUS):
        errors = Draft202012Validator(SCHEMAS[schema_of(path)]).iter_errors(front_matter(path))
        assert not [error.message for error in errors], path


def test_the_schemas_refuse_what_the_check_refuses() -> None:
    [letter, *_] = files(CORPUS)
    validator = Draft202012Validator(SCHEMAS[schema_of(letter)])
    assert validator.is_valid(front_matter(letter))
    assert not validator.is_valid(front_matter(letter) | {"unknown": "field"})
    assert not validator.is_valid(front_matter(letter) | {"kind": "repyl"})
    assert not validator.is_valid(front_matter(letter) | {"date": "22 September 2021"})
