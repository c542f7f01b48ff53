"""Owns showing what the command `archive` prints, writes and returns."""

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from filelock import FileLock

from archive import mkdocs_site
from archive.cli import main
from archive.memory import NAME as MADE
from archive.pages.page import SITE_FOLDER
from tests.conftest import CORPUS, copied


def run(*arguments: str) -> Result:
    """The command in this process, standard output and error apart."""
    return CliRunner().invoke(main, arguments)


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    return copied(CORPUS, tmp_path / "archive")


@pytest.fixture
def broken(sound: Path) -> Path:
    people = sound / "letters" / "people.yml"
    people.write_text(people.read_text() + "\nnobody:\n  nam: Nobody\n")
    return sound


def files_below(root: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in sorted(root.rglob("*"))}


def test_a_sound_archive_has_nothing_to_print(sound: Path) -> None:
    result = run("check", "--archive", str(sound))
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "18 letters and 14 motions: no problems.\n"


def test_problems_are_printed_one_a_line_and_nothing_is_written(broken: Path) -> None:
    before = files_below(broken)
    for command in ("check", "build"):
        result = run(command, "--archive", str(broken))
        assert result.exit_code == 1
        lines = result.stdout.splitlines()
        assert len(lines) == 2
        assert all(line.startswith("letters/people.yml:") for line in lines)
        assert result.stderr == "2 problems in 1 file; nothing was written.\n"
    assert files_below(broken) == before


def test_problems_are_annotations_for_github(broken: Path) -> None:
    lines = run("check", "--archive", str(broken), "--format", "github").stdout.splitlines()
    assert len(lines) == 2
    assert all(line.startswith("::error file=letters/people.yml,line=") for line in lines)


def test_problems_are_json_for_tools(broken: Path, sound: Path) -> None:
    rows = json.loads(run("check", "--archive", str(broken), "--format", "json").stdout)
    assert [sorted(row) for row in rows] == [
        ["allowed", "column", "found", "line", "path", "wanted"] for _ in range(2)
    ]


def test_no_problems_are_an_empty_json_list(sound: Path) -> None:
    assert json.loads(run("check", "--archive", str(sound), "--format", "json").stdout) == []


def test_build_says_what_it_made_how_long_it_took_and_how_to_look_at_it(sound: Path) -> None:
    result = run("build", "--strict", "--archive", str(sound))
    assert result.exit_code == 0, result.output
    note, paragraph = result.stderr.splitlines()
    assert note.startswith("Note: security.txt says that it expired on 30 June 2024")
    for part in (
        "pages from 18 letters and 14 motions in ",
        "seconds",
        f"The site is in {sound}/build/site",
        f"archive serve --archive {sound}",
    ):
        assert part in paragraph
    assert (sound / "build" / "site" / "index.html").is_file()


def test_the_old_site_stays_when_a_record_breaks(corpus_built: Path) -> None:
    (corpus_built / "letters" / "people.yml").write_text("{")
    before = files_below(corpus_built / "build")
    assert run("build", "--archive", str(corpus_built)).exit_code == 1
    assert files_below(corpus_built / "build") == before


def test_a_deleted_record_leaves_no_page_behind(corpus_built: Path) -> None:
    topics = corpus_built / "motions" / "topics.yml"
    entry = "\nlate-entry:\n  label: Late entry\n  sentence: What was added late.\n"
    topics.write_text(topics.read_text() + entry)
    assert run("build", "--archive", str(corpus_built)).exit_code == 0
    page = corpus_built / "build" / "site" / "topics" / "late-entry" / "index.html"
    assert page.is_file()
    topics.write_text(topics.read_text().removesuffix(entry))
    assert run("build", "--archive", str(corpus_built)).exit_code == 0
    assert not page.parent.exists()


def touch(root: Path) -> None:
    """Change an archive without changing what it says."""
    (root / "mkdocs.yml").write_text((root / "mkdocs.yml").read_text() + "\n")


def test_nothing_is_built_again_where_nothing_has_changed(sound: Path) -> None:
    assert "Built " in run("build", "--archive", str(sound)).stderr
    site = (sound / "build" / "site").stat()
    result = run("build", "--archive", str(sound))
    assert result.exit_code == 0
    assert "Nothing has changed since the site was built from " in result.stderr
    assert (sound / "build" / "site").stat() == site
    touch(sound)
    assert "Built " in run("build", "--archive", str(sound)).stderr


@pytest.mark.parametrize("way", [[], ["--quick"]])
def test_nothing_is_taken_for_built_while_a_build_is_under_way(
    sound: Path, way: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = list[list[Path]]()

    def seals() -> list[Path]:
        return [path for path in (sound / "build").iterdir() if ".built" in path.name]

    def killed(*_: object, **__: object) -> None:
        found.append(seals())
        raise KeyboardInterrupt

    for before in ([], ["--quick"]):
        touch(sound)
        assert run("build", *before, "--archive", str(sound)).exit_code == 0
        assert len(seals()) == 1
        touch(sound)
        with monkeypatch.context() as patched:
            patched.setattr("archive.commands.published.published", killed)
            assert run("build", *way, "--archive", str(sound)).exit_code == 1
    assert found == [[], []]


def test_what_was_built_quickly_is_enough_for_a_quick_build_and_not_for_a_whole_one(
    sound: Path,
) -> None:
    quick, whole = (("build", *way, "--archive", str(sound)) for way in (["--quick"], []))
    assert "Built quickly" in run(*quick).stderr
    assert "built quickly, for looking only, from " in run(*quick).stderr
    assert re.search(r"\bBuilt \d", run(*whole).stderr)
    assert "Nothing has changed since the site was built from " in run(*quick).stderr
    touch(sound)
    assert "Built quickly" in run(*quick).stderr
    assert re.search(r"\bBuilt \d", run(*whole).stderr)


def test_a_check_remembers_that_there_was_nothing_wrong_and_no_more(
    sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run("check", "--archive", str(sound))
    with monkeypatch.context() as patched:
        patched.setattr("archive.commands.check.load", lambda root: pytest.fail("read again"))
        assert run("check", "--archive", str(sound)).output == first.output
    people = sound / "letters" / "people.yml"
    people.write_text(people.read_text() + "nobody:\n")
    for _ in range(2):
        assert run("check", "--archive", str(sound)).exit_code == 1


def test_what_is_remembered_is_never_written_through_a_link(sound: Path, tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("kept")
    (sound / "build").mkdir()
    for words in (["check"], ["build"], ["build", "--quick"]):
        for name in (".checked", ".built", ".built-quickly"):
            (sound / "build" / name).unlink(missing_ok=True)
            (sound / "build" / name).symlink_to(tmp_path / "precious")
        touch(sound)
        assert run(*words, "--archive", str(sound)).exit_code == 0
        assert (tmp_path / "precious").read_text() == "kept"


def test_a_warning_of_mkdocs_is_one_line_and_keeps_the_old_site(
    corpus_built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files_below(corpus_built / "build" / "site")
    (corpus_built / "build" / MADE).unlink()
    touch(corpus_built)
    configured = mkdocs_site._configuration
    monkeypatch.setattr(
        mkdocs_site, "_configuration", lambda *told: configured(*told) | {"unheard_of": 1}
    )
    result = run("build", "--archive", str(corpus_built))
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: MkDocs: ")
    assert "unheard_of" in result.stderr
    assert result.stderr.count("\n") == 1
    assert files_below(corpus_built / "build" / "site") == before


def test_a_fault_in_a_template_is_one_line_and_keeps_the_old_site(
    sound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    templates = Path(shutil.copytree(SITE_FOLDER, tmp_path / "site")) / "templates"
    monkeypatch.setattr("archive.pages.page.SITE_FOLDER", templates.parent)
    assert run("build", "--archive", str(sound)).exit_code == 0
    (templates / "person.html").write_text("<div>\n{% if %}\n</div>")
    (sound / "build" / MADE).unlink()
    touch(sound)
    result = run("build", "--archive", str(sound))
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert f"{templates}/person.html:2: " in result.stderr
    assert (sound / "build" / "site" / "people" / "index.html").is_file()


def test_a_second_build_at_the_same_time_is_refused(corpus_built: Path) -> None:
    touch(corpus_built)
    with FileLock(corpus_built / "build" / ".lock"):
        result = run("build", "--archive", str(corpus_built))
    assert result.exit_code == 1
    assert "another build of this archive is at work" in result.stderr
    assert run("build", "--archive", str(corpus_built)).exit_code == 0


@pytest.mark.parametrize(
    "name", ["docs", "site", ".incoming", ".moving", ".lock", ".kept", ".made"]
)
def test_a_link_below_build_is_refused_and_what_it_leads_to_is_left_alone(
    sound: Path, tmp_path: Path, name: str
) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "file.txt").write_text("kept")
    (sound / "build").mkdir()
    (sound / "build" / name).symlink_to(precious)
    result = run("build", "--archive", str(sound))
    assert result.exit_code == 1
    assert f"{sound}/build/{name} is a symbolic link" in result.stderr
    assert [path.name for path in precious.iterdir()] == ["file.txt"]


@pytest.mark.parametrize(
    "key", ["hooks: [evil.py]", "theme: {name: other}", "x: !!python/name:os.x"]
)
def test_the_configuration_runs_nothing(sound: Path, key: str) -> None:
    configuration = sound / "mkdocs.yml"
    configuration.write_text(f"{key}\n{configuration.read_text()}")
    for command in ("check", "build"):
        result = run(command, "--archive", str(sound))
        assert result.exit_code == 1
        assert result.stdout.startswith("mkdocs.yml:1:")


@pytest.mark.parametrize("folder", ["letters", "motions"])
def test_a_missing_or_linked_folder_is_a_problem(sound: Path, tmp_path: Path, folder: str) -> None:
    (sound / folder).rename(tmp_path / "elsewhere")
    assert f"{folder}:1:1: found no such folder" in run("check", "--archive", str(sound)).stdout
    (sound / folder).symlink_to(tmp_path / "elsewhere")
    assert f"{folder}:1:1: found a symbolic link" in run("check", "--archive", str(sound)).stdout


def test_a_disk_that_cannot_be_written_is_said_in_one_line(sound: Path) -> None:
    (sound / "build").write_text("a file where a folder should be")
    result = run("build", "--archive", str(sound))
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: cannot write: ")
    assert result.stderr.count("\n") == 1


def test_schemas_are_written_beside_the_records(sound: Path) -> None:
    result = run("schema", "--archive", str(sound))
    assert result.exit_code == 0
    assert (sound / ".schemas" / "letter.schema.json").is_file()
    assert "8 schemas" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (["chek"], "'check'"),
        (["check", "--fromat", "json"], "--format"),
        (["check", "--format", "jsn"], "'text', 'github', 'json'"),
        (["build", "--archive", "/nowhere/at/all"], "does not exist"),
    ],
)
def test_a_wrong_call_says_what_was_meant(arguments: list[str], meant: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert meant in result.stderr


def test_a_folder_without_an_archive_is_one_problem(tmp_path: Path) -> None:
    result = run("check", "--archive", str(tmp_path))
    assert result.exit_code == 1
    assert result.stdout.startswith("mkdocs.yml:1:1: found no such file; wanted ")
    assert result.stdout.count("\n") == 1


OF_THEIR_OWN = ("evaluate", "benchmark", "demo", "import", "new")
"""Commands that work on texts of any kind, or make an archive."""


@pytest.mark.parametrize("command", ["", *main.commands])
def test_each_help_reads_like_a_manual_page(command: str) -> None:
    text = run(*([command] if command else []), "--help").output
    assert text.startswith("Usage: ")
    assert len(text.splitlines()) > 8
    assert "--archive DIR" in text or command in ("", *OF_THEIR_OWN)
