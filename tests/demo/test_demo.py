"""Owns showing that `archive demo` makes sound archives with every field, the same ones again."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from archive.archive import Archive
from archive.checks import whole
from archive.cli import main
from archive.demo.making import demo_outputs
from archive.load import load
from archive.model.noun import Noun
from archive.model.provenance import Transcribed
from archive.outputs import Output
from archive.reading import Reading, read_archive

ENOUGH = 300
"""Records among which every field occurs."""
NEVER = {(kind, "proposed") for kind in ("Letter", "Motion", "Version")}
"""As long as a record has it, it is not published."""


def made(place: Path, records: int, seed: int) -> Path:
    for output in demo_outputs(records, seed):
        target = place / output.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(output.content)
    return place


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    reading, problems = read_archive(made(tmp_path_factory.mktemp("demo"), ENOUGH, 7))
    assert not problems
    return reading


def kinds(kind: type[Noun]) -> Iterator[type[Noun]]:
    for below in kind.__subclasses__():
        if below is not Transcribed:
            yield below
        yield from kinds(below)


def used(value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, BaseModel):
        for name, info in type(value).model_fields.items():
            if getattr(value, name) != info.default or name in value.model_fields_set:
                yield type(value).__name__, name
                yield from used(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from used(item)


def test_every_field_of_the_model_occurs(reading: Reading) -> None:
    modelled = {
        (kind.__name__, name)
        for kind in kinds(Noun)
        if kind.__module__.startswith("archive.")
        for name in kind.model_fields
    }
    found = {pair for noun in (*whole.nouns(reading), reading.site) for pair in used(noun)}
    assert modelled - found == NEVER


def test_every_value_of_a_choice_occurs_in_letters_and_motions(reading: Reading) -> None:
    letters = [record.noun for record in reading.letters if record.noun]
    motions = [record.noun for record in reading.motions if record.noun]
    told = {ask.response for one in letters for answer in one.answers for ask in answer.asks}
    assert len({one.kind for one in letters}) == 5
    assert len(told) == 6
    assert len({one.outcome for one in motions}) == 6
    assert {one.vote for one in motions} == {
        *("unanimous", "by majority", "by the votes counted", None),
    }
    assert {(one.date.month is None, one.date.doubtful) for one in letters} == {
        *((False, False), (False, True), (True, False)),
    }


# Records of a size are made at once: each further example costs what its vocabulary does.
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(records=st.integers(1, 60), seed=st.integers(-5, 10**6))
def test_no_size_and_no_seed_makes_a_problem(
    tmp_path_factory: pytest.TempPathFactory, records: int, seed: int
) -> None:
    archive = load(made(tmp_path_factory.mktemp("some"), records, seed))
    assert isinstance(archive, Archive), "\n".join(map(str, archive))
    assert len(archive.letters) + len(archive.motions) == records


def digest(outputs: Iterator[Output]) -> str:
    sums = (f"{o.path} {hashlib.sha256(o.content).hexdigest()}\n" for o in outputs)
    return hashlib.sha256("".join(sums).encode()).hexdigest()


def test_the_same_number_and_seed_make_the_same_bytes() -> None:
    first = digest(demo_outputs(30, 5))
    assert first == digest(demo_outputs(30, 5))
    assert first != digest(demo_outputs(30, 6))


def test_the_command_says_that_all_of_it_is_invented(tmp_path: Path) -> None:
    place = tmp_path / "new" / "demo"
    result = CliRunner().invoke(main, ["demo", "--records", "5", str(place)])
    assert result.exit_code == 0, result.output
    assert "5 invented records" in result.stderr
    settings_text = (place / "mkdocs.yml").read_text(encoding="utf-8")
    assert "site_name: Synthetic archive" in settings_text
    assert [entry.name for entry in place.parent.iterdir()] == ["demo"]
    again = CliRunner().invoke(main, ["demo", "--records", "5", str(place)])
    assert again.exit_code == 1
    assert again.stderr.splitlines() == [
        f"Error: {place}: found a folder with something in it; wanted an empty folder, or none"
    ]


def test_an_empty_folder_is_filled_where_it_is(tmp_path: Path) -> None:
    place = tmp_path / "empty"
    place.mkdir()
    number = place.stat().st_ino
    assert CliRunner().invoke(main, ["demo", "--records", "1", str(place)]).exit_code == 0
    assert place.stat().st_ino == number
    assert isinstance(load(place), Archive)


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    result = CliRunner().invoke(main, ["demo", "--records", "1", str(tmp_path / "file" / "x")])
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]
