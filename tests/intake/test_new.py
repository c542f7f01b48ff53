"""The command `archive new`: a skeleton with every needed field, and no file overwritten."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from archive.cli import main
from archive.drafting.skeleton import RECORDS, THINGS, Thing
from archive.fields import build
from archive.yamltext import read_yaml


def new(*words: str) -> Result:
    return CliRunner().invoke(main, ["new", *words])


@pytest.mark.parametrize("thing", THINGS)
def test_a_skeleton_fits_the_model_and_names_every_field(thing: Thing) -> None:
    text = new(thing).stdout
    fields = text.split("---\n")[1] if thing in RECORDS else text
    node, problems = read_yaml("new", fields)
    assert problems == [] and node is not None
    if thing not in RECORDS:
        assert isinstance(node.value, dict)
        [node] = node.value.values()
    noun, misfits = build(THINGS[thing], "new", node)
    assert noun is not None, misfits
    for name, info in THINGS[thing].model_fields.items():
        assert name == "proposed" or f"{info.alias or name}:" in text
        assert name == "proposed" or str(info.description) in text


def test_it_is_written_into_a_file_and_over_none(tmp_path: Path) -> None:
    path = tmp_path / "2020-01-01-x.md"
    assert new("letter", str(path)).exit_code == 0
    written = path.read_text()
    assert written == new("letter").stdout
    again = new("motion", str(path))
    assert again.exit_code == 1 and "File exists" in again.stderr
    assert path.read_text() == written
