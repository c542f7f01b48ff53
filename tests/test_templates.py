"""Owns showing that templates are compiled once, and again when they are others."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from archive import templates
from archive.templates import Compiled


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(templates, "FOLDER", tmp_path / "cache")
    return tmp_path / "cache"


def rendered(source: str, *, trim: bool = False) -> str:
    """A template as a process of its own would show it."""
    environment = Environment(
        loader=DictLoader({"a": source}), trim_blocks=trim, bytecode_cache=Compiled()
    )
    return environment.get_template("a").render()


def test_a_template_is_compiled_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert rendered("{{ 1 + 1 }}") == "2"
    assert len(list(folder.iterdir())) == 1
    monkeypatch.setattr(Environment, "compile", lambda *_: pytest.fail("compiled again"))
    assert rendered("{{ 1 + 1 }}") == "2"


def test_another_source_or_other_options_are_not_mistaken_for_it(folder: Path) -> None:
    assert rendered("{% if 1 %}\n{% endif %}") == "\n"
    assert rendered("{% if 1 %}\n{% endif %}", trim=True) == ""
    assert rendered("{% if 1 %}x{% endif %}") == "x"
    assert folder.is_dir()


def test_what_is_broken_is_compiled_again(folder: Path) -> None:
    rendered("{{ 1 }}")
    [file] = folder.iterdir()
    for damage in (b"", b"nonsense", file.read_bytes()[:60]):
        file.write_bytes(damage)
        assert rendered("{{ 1 }}") == "1"


def test_where_nothing_can_be_written_nothing_is_kept(folder: Path) -> None:
    folder.write_text("a file in the way")
    assert rendered("{{ 2 }}") == "2"
