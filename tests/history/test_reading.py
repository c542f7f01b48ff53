"""Owns showing what is read of git: who was when changed how and why, or why it is not known."""

import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from archive.history import git
from archive.history.past import Change, History, Run
from archive.history.read import ELSEWHERE, SHALLOW, read_history
from tests.history.repository import MAIL, SOMEBODY, Past, record


@pytest.fixture
def past(tmp_path: Path) -> Past:
    return Past(tmp_path / "repository")


def read(past: Past) -> History:
    return read_history(past.archive, "GB")


def told(changes: tuple[Change, ...]) -> list[tuple[str, str]]:
    return [(change.kind, change.commit.reason) for change in changes]


def test_each_change_has_its_commit_its_day_and_the_words_that_differ(past: Past) -> None:
    first = past.commit("Add a letter", a=record("The roof leaks."))
    second = past.commit("Correct a word\n\nIt was misread.", a=record("The roof leans."))
    history = read(past)
    assert history.why_not == ""
    assert history.commit is not None
    assert (history.commit.id, history.stamp) == (second, second[:12])
    newest, oldest = history.of("letters/a.md")
    assert (newest.commit.id, oldest.commit.id) == (second, first)
    assert newest.commit.moment == datetime(2026, 3, 2, 22, 30, tzinfo=UTC)
    assert newest.commit.day == date(2026, 3, 2)
    assert (newest.commit.reason, newest.commit.details) == ("Correct a word", "It was misread.")
    (line,) = newest.lines
    assert line.part == "text"
    assert line.runs == (
        Run("kept", "The roof"),
        Run("taken out", "leaks."),
        Run("put in", "leans."),
    )
    assert (oldest.kind, oldest.lines) == ("added", ())


def test_a_field_that_changed_is_named(past: Past) -> None:
    past.commit("Add", a=record("Words.", "topics: [buses]"))
    past.commit("Tell the topic", a=record("Words.", "# a comment", "topics: [shelters]"))
    newest = read(past).of("letters/a.md")[0]
    assert [(line.part, [r.words for r in line.runs]) for line in newest.lines] == [
        ("topics", ["topics:", "[buses]", "[shelters]"])
    ]


def test_a_record_is_followed_when_it_is_renamed_withdrawn_and_brought_back(past: Past) -> None:
    words = record("The roof of the shelter leaks, and the bench is wet whenever it rains.")
    past.commit("Add", a=words)
    past.commit("Name it by its date", a=None, b=words)
    moved = read(past)
    assert told(moved.of("letters/b.md")) == [("renamed", "Name it by its date"), ("added", "Add")]
    assert moved.of("letters/b.md")[0].before == "letters/a.md"
    past.commit("Withdraw it: a duplicate", b=None)
    gone = read(past)
    assert gone.of("letters/b.md") == ()
    assert [c.kind for c in gone.withdrawn["letters/b.md"]] == ["withdrawn", "renamed", "added"]
    past.commit("It was none", b=words)
    back = read(past)
    assert [c.kind for c in back.of("letters/b.md")] == ["added", "withdrawn", "renamed", "added"]
    assert back.withdrawn == {}


def test_a_merged_branch_is_one_change_with_the_reason_of_its_pull_request(past: Past) -> None:
    past.commit("Add", a=record("One."))
    past.git("checkout", "-q", "-b", "work")
    past.commit("A draft that nobody published", a=record("Draft."))
    past.commit("Finished", a=record("Two."))
    past.git("checkout", "-q", "main")
    message = "Merge pull request #7 from perdita/work\n\nCorrect a word"
    past.git("merge", "-q", "--no-ff", "-m", message, "work")
    newest, _ = read(past).of("letters/a.md")
    assert newest.commit.reason == "Correct a word"
    assert [run.words for run in newest.lines[0].runs] == ["One.", "Two."]


def test_nobody_who_committed_is_named(past: Past) -> None:
    trailers = f"Signed-off-by: {SOMEBODY} <{MAIL}>\nCo-authored-by: Ida Vole <ida@vole.example>"
    why = f"Correct a word\n\nFound by {SOMEBODY} and @ida-vole, see {MAIL}.\n\n{trailers}"
    past.commit("Add", a=record("One."))
    past.commit(why, a=record("Two."))
    text = repr(read(past)).casefold()
    assert "found by [name] and [name], see" in text
    for secret in ("perdita", "inksworth", "ida", "vole", "scribes"):
        assert secret not in text


def test_what_is_not_committed_is_told(past: Past) -> None:
    past.commit("Add", a=record("One."), b=record("Two."))
    past.write("letters/a.md", record("Three."))
    past.write("motions/c.md", record("Four."))
    past.write("notes.txt", "not of the archive")
    history = read(past)
    assert history.uncommitted == {"letters/a.md", "motions/c.md"}
    assert history.stamp is not None
    assert history.stamp.endswith("+")
    assert history.of("motions/c.md") == ()


def test_an_archive_may_be_a_folder_of_a_larger_repository(past: Past) -> None:
    past.write("letters/a.md", record("Of another archive."))
    past.archive = past.root / "part"
    past.commit("Add", a=record("One."))
    past.write("letters/a.md", record("Two."))
    history = read(past)
    assert history.uncommitted == {"letters/a.md"}
    assert told(history.of("letters/a.md")) == [("added", "Add")]


def test_a_folder_that_a_repository_does_not_hold_has_no_history(past: Past) -> None:
    past.write(".gitignore", "copy/\n")
    past.commit("Add", a=record("One."))
    past.archive = past.root / "copy"
    past.write("letters/a.md", record("One."))
    assert read(past) == History(why_not=ELSEWHERE)


def test_without_git_or_a_commit_there_is_no_history(
    past: Past, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert read(past) == History(why_not=git.NO_COMMIT)
    past.commit("Add", a=record("One."))
    (tmp_path / "bare").mkdir()
    monkeypatch.setenv("GIT_DIR", str(past.root / ".git"))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert read_history(tmp_path / "bare", "GB") == History(why_not=git.NO_REPOSITORY)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read(past) == History(why_not=git.NOT_INSTALLED)


def test_a_copy_with_only_the_newest_commits_has_a_commit_and_no_history(
    past: Past, tmp_path: Path
) -> None:
    past.commit("Add", a=record("One."))
    newest = past.commit("Correct", a=record("Two."))
    clone = ["git", "clone", "-q", "--depth", "1", past.root.as_uri(), str(tmp_path / "copy")]
    subprocess.run(clone, check=True, capture_output=True)
    history = read_history(tmp_path / "copy", "GB")
    assert (history.why_not, dict(history.changes)) == (SHALLOW, {})
    assert history.commit is not None
    assert (history.commit.id, history.commit.reason) == (newest, "")


def test_the_same_repository_gives_the_same_history_whatever_git_is_set_to(
    past: Past, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    past.commit("Add", a=record("One."), é=record("Two."))
    past.commit("Correct", a=record("Three."))
    before = read(past)
    assert set(before.changes) == {"letters/a.md", "letters/é.md"}
    settings = tmp_path / "settings"
    settings.write_text(
        "[core]\nquotePath = true\nabbrev = 4\n[diff]\nrenames = false\nnoprefix = true\n"
        "[log]\nshowRoot = false\nshowSignature = true\ndate = relative\n[color]\nui = always\n"
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    assert read(past) == before
