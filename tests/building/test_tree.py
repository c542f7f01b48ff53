"""Owns showing that a folder changes from one state to the next, whenever a build is killed."""

import os
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from archive.decided import INCOMING, MOVING, recover
from archive.filed import Again, Filed, Files
from archive.memory import TABLES
from archive.outputs import Claimed, Output
from archive.tree import Large, Tree, holds

BEFORE = {"site/a": b"1", "site/b/c": b"2", "site/d": b"3"}
AFTER = {"site/a": b"1", "site/b/c": b"5", "site/d/e": b"6", "docs/f": b"7"}
"""A file that stays, one that changes, one in whose place a folder comes, and one that is new."""


def held(folder: Path) -> dict[str, bytes]:
    """What a folder holds, but for files at its top."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.parent != folder)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def listed(files: Iterable[Filed]) -> Files:
    """These files as a build remembers them."""
    connection = sqlite3.connect(":memory:")
    connection.executescript(TABLES)
    rows = [(file.path, file.sha256, file.length, file.note) for file in files]
    columns = "path, sha256, length, note, bundle"
    connection.executemany(f"INSERT INTO file ({columns}) VALUES (?, ?, ?, ?, 1)", rows)
    return Files(lambda: connection)


NOTHING = listed([])


def put(folder: Path, files: dict[str, bytes], known: Files) -> Files:
    """Change a folder so that it holds these files; what is known of it now."""
    tree = Tree(folder, known)
    filed = listed([tree.put(Output(path, content)) for path, content in files.items()])
    decide(tree, filed, known)
    return filed


def decide(tree: Tree, files: Files, known: Files) -> None:
    """Have these files, and no others."""
    incoming = tree.folder / INCOMING
    incoming.mkdir(exist_ok=True)
    (incoming / ".last").write_bytes(b"last")
    gone = [path for path in known if path not in files]
    tree.change([*gone, *tree.strays(files)], ".last")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in the state of before."""
    put(tmp_path, BEFORE, NOTHING)
    return tmp_path


@pytest.fixture
def known(folder: Path) -> Files:
    """What is known of it."""
    return put(folder, BEFORE, NOTHING)


def test_a_folder_holds_what_it_was_given_and_no_more(folder: Path, known: Files) -> None:
    assert held(folder) == BEFORE
    put(folder, AFTER, known)
    assert held(folder) == AFTER
    assert (folder / ".last").read_bytes() == b"last"


def test_what_is_not_known_of_a_folder_is_found_out(folder: Path) -> None:
    (folder / "site" / "stray").write_bytes(b"9")
    put(folder, AFTER, NOTHING)
    assert held(folder) == AFTER


RENAMED = {"site/a": b"1", "site/new/c": b"2", "site/new/other": b"8", "site/new/d": b"3"}


def test_a_file_that_gets_another_name_is_not_written_again(folder: Path, known: Files) -> None:
    before = (folder / "site/d").stat()
    put(folder, RENAMED, known)
    assert held(folder) == RENAMED
    assert (folder / "site/new/d").stat().st_ino == before.st_ino


@pytest.mark.parametrize("error", [OSError, NotImplementedError])
def test_where_a_file_cannot_have_two_names_it_is_written(
    error: type[Exception],
    folder: Path,
    known: Files,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("archive.tree.os.link", refused)
    put(folder, RENAMED, known)
    assert held(folder) == RENAMED


def test_no_empty_folder_stays(folder: Path) -> None:
    known = put(folder, {"site/a/b/c/d": b"1", "site/a/b/e": b"2", "site/f": b"3"}, NOTHING)
    put(folder, {"site/f": b"3"}, known)
    assert sorted(path.name for path in (folder / "site").iterdir()) == ["f"]


@pytest.mark.parametrize("link", [os.link, None])
def test_a_file_comes_that_is_there_at_another_path(
    link: Callable[..., None] | None, folder: Path, known: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr("archive.tree.os.link", link or refused)
    before, tree = (folder / "site/d").stat(), Tree(folder, known)
    filed = [tree.put(Again(f"site/new/{name}", known["site/d"])) for name in "xy"]
    decide(tree, listed(filed), known)
    assert held(folder) == {"site/new/x": b"3", "site/new/y": b"3"}
    assert ((folder / "site/new/x").stat().st_ino == before.st_ino) is bool(link)
    assert filed[0] == known["site/d"]._replace(path="site/new/x")


def test_a_file_that_is_no_longer_there_is_missed(folder: Path, known: Files) -> None:
    (folder / "site/d").unlink()
    with pytest.raises(FileNotFoundError):
        Tree(folder, known).put(Again("site/new/d", known["site/d"]))


def test_what_a_killed_build_still_writes_harms_no_file_that_is_there(
    folder: Path, known: Files
) -> None:
    killed, tree = Tree(folder, known), Tree(folder, known)
    killed.put(Output("site/new/x", b"8"))
    killed.put(Output("site/new/d", b"3"))
    filed = tree.put(Output("site/new/d", b"4"))
    assert held(folder)["site/d"] == b"3"
    decide(tree, listed([filed]), known)
    assert (folder / "site/new/d").read_bytes() == b"4"


def test_a_file_that_stays_is_not_written_again(folder: Path, known: Files) -> None:
    before = (folder / "site/a").stat()
    put(folder, AFTER, known)
    assert (folder / "site/a").stat() == before


class Killed(Exception):
    """Stands for the end of the process."""


MOMENTS: dict[str, Callable[[Path], Path]] = {
    name: getattr(Path, name) for name in ("unlink", "replace", "mkdir", "rmdir")
}


@pytest.mark.parametrize("name", MOMENTS)
def test_a_change_that_is_killed_is_finished_or_taken_back(
    folder: Path, known: Files, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    act = MOMENTS[name]
    for moment in range(1, 20):
        left = moment

        def killing(path: Path, *more: object, **named: object) -> object:
            nonlocal left
            left -= 1
            if not left:
                raise Killed
            return act(path, *more, **named)

        with monkeypatch.context() as patched:
            patched.setattr(Path, name, killing)
            try:
                put(folder, AFTER, known)
            except Killed:
                decided = (folder / MOVING).exists()
            else:
                break
        recover(folder)
        assert held(folder) == (AFTER if decided else BEFORE)
        put(folder, BEFORE, NOTHING)
    assert moment > 1, "it was killed at no moment"


def test_a_full_disk_leaves_the_folder_as_it_was(
    folder: Path, known: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, content: bytes) -> int:
        raise OSError(28, "No space left on device", str(path))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", full)
        with pytest.raises(OSError, match="No space left"):
            put(folder, AFTER, known)
    recover(folder)
    assert held(folder) == BEFORE


@pytest.mark.parametrize("paths", [("x/a", "x/a/b"), ("x/a/b", "x/a"), ("x/a/b/c", "x/a/b")])
def test_a_new_path_cannot_be_a_file_and_a_folder(folder: Path, paths: tuple[str, str]) -> None:
    with pytest.raises(Claimed, match="a file and a folder claim x/a"):
        put(folder, dict.fromkeys(paths, b""), NOTHING)
    recover(folder)
    assert held(folder) == BEFORE


def test_of_files_of_which_nothing_is_known_those_stay_that_have_the_right_bytes(
    folder: Path, tmp_path: Path
) -> None:
    (folder / "site" / "link").symlink_to(tmp_path / "there")
    (tmp_path / "there").write_bytes(b"1" * len(str(tmp_path / "there")))
    wanted = dict(BEFORE)
    changed, *same = sorted(wanted)
    wanted |= {
        changed: wanted[changed][::-1] + b"x",
        "site/link": (tmp_path / "there").read_bytes(),
    }
    before = {path: (folder / path).stat().st_ino for path in same}
    put(folder, wanted, NOTHING)
    assert held(folder) == wanted
    assert {path: (folder / path).stat().st_ino for path in same} == before
    assert not (folder / "site" / "link").is_symlink()


def test_a_large_file_is_moved_to_its_place(folder: Path, tmp_path: Path) -> None:
    written = tmp_path / "written"
    written.write_bytes(b"large")
    tree = Tree(folder, NOTHING)
    filed = tree.put(Large("site/large", written))
    assert tree.shelf("site/").find("large").read_bytes() == b"large"
    decide(tree, listed([filed]), NOTHING)
    assert held(folder) == {"site/large": b"large"}
    assert not written.exists()


@pytest.mark.parametrize(
    "decision",
    [
        '{"gone": ["../precious"], "last": ".last"}',
        '{"gone": ["site/../../precious"], "last": ".last"}',
        '{"gone": ["/etc/precious"], "last": ".last"}',
        '{"gone": [], "last": "../precious"}',
        '{"gone": [], "last": ".."}',
        '{"gone": [[]], "last": ".last"}',
        "[]",
        "{}",
        "",
    ],
)
def test_a_decision_that_is_not_ours_is_not_carried_out(tmp_path: Path, decision: str) -> None:
    folder = tmp_path / "build"
    folder.mkdir()
    put(folder, BEFORE, NOTHING)
    (tmp_path / "precious").write_bytes(b"kept")
    (folder / MOVING).write_text(decision)
    recover(folder)
    assert (tmp_path / "precious").read_bytes() == b"kept"
    assert held(folder) == BEFORE
    assert not (folder / MOVING).exists()


def test_nothing_comes_where_a_link_leads(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (folder / "site" / "x").symlink_to(elsewhere)
    put(folder, {"site/x/key": b"new"}, NOTHING)
    assert held(folder) == {"site/x/key": b"new"}
    assert list(elsewhere.iterdir()) == []


def test_an_empty_folder_gives_way_and_other_folders_are_let_be(folder: Path) -> None:
    (folder / "site" / "x").mkdir()
    (folder / "lib").mkdir()
    (folder / "lib" / "mine").write_bytes(b"mine")
    put(folder, {"site/x": b"new"}, NOTHING)
    assert held(folder) == {"site/x": b"new", "lib/mine": b"mine"}


def test_it_is_seen_whether_a_folder_is_as_it_was_left(folder: Path, known: Files) -> None:
    assert holds(folder, known)
    for harm in (
        lambda: (folder / "site" / "a").write_bytes(b"longer"),
        lambda: (folder / "site" / "stray").write_bytes(b""),
        (folder / "site" / "d").unlink,
    ):
        put(folder, BEFORE, NOTHING)
        harm()
        assert not holds(folder, known)
