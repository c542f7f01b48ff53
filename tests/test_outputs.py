"""Owns showing that the writer makes a folder hold what it is given, with no needless write."""

import os
from pathlib import Path

import pytest

from archive.outputs import Claimed, Filling, Output, add_outputs, write_outputs


def held(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_folder_holds_what_it_is_given_and_no_more(tmp_path: Path) -> None:
    write_outputs(tmp_path, [Output("a/b/c.md", b"1"), Output("d.md", b"2")])
    write_outputs(tmp_path, [Output("d.md", b"3"), Output("a/e.md", b"4")])
    assert held(tmp_path) == {"d.md": b"3", "a/e.md": b"4"}
    assert not (tmp_path / "a" / "b").exists()


def test_a_file_whose_bytes_stay_the_same_is_left_alone(tmp_path: Path) -> None:
    write_outputs(tmp_path, [Output("same.md", b"1"), Output("other.md", b"2")])
    for name in ("same.md", "other.md"):
        os.utime(tmp_path / name, (0, 0))
    write_outputs(tmp_path, [Output("same.md", b"1"), Output("other.md", b"3")])
    assert (tmp_path / "same.md").stat().st_mtime == 0
    assert (tmp_path / "other.md").stat().st_mtime > 0


def test_two_outputs_for_one_path_are_refused_and_nothing_is_written(tmp_path: Path) -> None:
    outputs = [Output("a.md", b"1"), Output("b.md", b"2"), Output("a.md", b"3")]
    with pytest.raises(Claimed, match=r"a\.md"):
        write_outputs(tmp_path, outputs)
    assert held(tmp_path) == {}


def test_a_file_gives_way_to_a_folder_and_a_folder_to_a_file(tmp_path: Path) -> None:
    write_outputs(tmp_path, [Output("a", b"1"), Output("b/c", b"2")])
    write_outputs(tmp_path, [Output("a/c", b"3"), Output("b", b"4")])
    assert held(tmp_path) == {"a/c": b"3", "b": b"4"}


@pytest.mark.parametrize("paths", [("a", "a/b"), ("a/b", "a"), ("a/b/c", "a/b"), ("a", "a/b/c")])
def test_a_path_cannot_be_a_file_and_a_folder(tmp_path: Path, paths: tuple[str, str]) -> None:
    filling = Filling(tmp_path)
    filling.put(Output(paths[0], b"1"))
    with pytest.raises(Claimed, match=r"a"):
        filling.put(Output(paths[1], b"2"))
    assert held(tmp_path) == {paths[0]: b"1"}


def test_what_is_added_replaces_nothing(tmp_path: Path) -> None:
    add_outputs(tmp_path, [Output("a/b", b"1")])
    with pytest.raises(Claimed, match="a/b"):
        add_outputs(tmp_path, [Output("a/b", b"2")])
    assert held(tmp_path) == {"a/b": b"1"}
