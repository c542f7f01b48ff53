"""Owns showing that a build remembers of the last one what it needs to, and no more."""

import sqlite3
from array import array
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from archive.filed import Filed
from archive.looks import ALL, Look
from archive.memory import NAME, Memory, read_memory
from archive.outputs import Claimed
from archive.remembering import Made, MadeSheet, Remembering

PROGRAM = "a program"
A, B, C = (Look("letters", key) for key in "abc")


def filed(path: str, note: str = "") -> Filed:
    """A file of which only the path and the note matter."""
    return Filed(path, f"{len(path):064}", len(path), note)


def made(*paths: str, looks: tuple[Look, ...] = (), given: str = "g", told: str = "") -> Made:
    """A bundle with files at these paths."""
    return Made(looks, tuple(map(filed, paths)), given, told)


def sheet(path: str, *places: int) -> MadeSheet:
    """A sheet with one file; it looked at what is at these places among the looks of its bundle."""
    return MadeSheet(array("I", places), (filed(path),), "g")


class Builds:
    """Builds, one after the other, that remember in the same folder."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.seen = folder, dict[Look, str]()

    @property
    def memory(self) -> Memory:
        """What the last of them remembers."""
        return read_memory(self.folder, PROGRAM)

    @contextmanager
    def build(self, gone: list[str] | None = None) -> Iterator[Remembering]:
        """A build; what is no longer there at its end is added to `gone`."""
        draft = self.folder / "draft" / NAME
        with self.memory.copied(draft) as copy:
            remembering = Remembering(copy, self.sees)
            yield remembering
            (gone if gone is not None else []).extend(remembering.finish(PROGRAM))
        draft.replace(self.folder / NAME)

    def sees(self, look: Look) -> str:
        """What a look sees; all of a mapping is another thing when any of it is."""
        return str(sorted(self.seen.items())) if look.key == ALL else self.seen.get(look, "1")

    def looks(self) -> set[Look]:
        """The looks that are remembered."""
        connection = sqlite3.connect(self.folder / NAME)
        rows = connection.execute("SELECT name, key FROM sight").fetchall()
        connection.close()
        return {Look(*row) for row in rows}


@pytest.fixture
def builds(tmp_path: Path) -> Builds:
    """A build has made two bundles; one of them has two sheets."""
    builds = Builds(tmp_path)
    sheets = {"s": sheet("site/s", 1), "t": sheet("site/t", 0)}
    with builds.build() as now:
        assert not now.lasts("one", "g")
        now.remember("one", made("site/1", looks=(C,), told="told"))
        now.remember("two", Made((B, A), (filed("site/2"),), "g", "", sheets))
    return builds


def test_what_was_made_of_the_same_lasts(builds: Builds) -> None:
    gone = list[str]()
    with builds.build(gone) as now:
        assert now.lasts("one", "g")
        assert not now.lasts("one", "other")
        assert not now.lasts("three", "g")
        assert list(now.files) == list(now.told) == []
        now.keep("one")
        assert list(now.told) == ["told"]
        assert list(now.files) == ["site/1"]
        now.keep("two")
    assert gone == []
    assert set(builds.memory.files) == {"site/1", "site/2", "site/s", "site/t"}
    assert builds.memory.files["site/s"] == filed("site/s")


def test_a_look_that_sees_another_thing_makes_its_bundles_and_sheets_stale(builds: Builds) -> None:
    builds.seen[A] = "2"
    with builds.build() as now:
        assert now.lasts("one", "g")
        assert not now.lasts("two", "g")
        assert now.sheets("two") == {"t": "g"}
        sheets = {"s": sheet("site/s2", 0), "t": None}
        now.keep("one")
        now.remember("two", Made((A,), (), "g", "", sheets))
    assert set(builds.memory.files) == {"site/1", "site/s2", "site/t"}
    builds.seen[B] = "3"
    with builds.build() as now:
        assert not now.lasts("two", "g"), "what its kept sheet was made of is still known"
        assert now.sheets("two") == {"s": "g"}


def test_what_is_left_is_made_good_later(builds: Builds) -> None:
    builds.seen[A] = "2"
    with builds.build() as now:
        assert now.leave("one")
        assert now.leave("two")
        assert not now.leave("three")
    with builds.build() as now:
        assert not now.lasts("one", "g")
        assert not now.lasts("two", "g")
        assert now.sheets("two") == {"t": "g"}


def test_what_nobody_makes_any_more_is_forgotten_with_its_looks(builds: Builds) -> None:
    gone = list[str]()
    with builds.build(gone) as now:
        now.remember("one", made("site/s", looks=(B,)))
    assert gone == ["site/1", "site/2", "site/t"]
    assert set(builds.memory.files) == {"site/s"}
    assert builds.looks() == {B}


def test_two_bundles_cannot_have_one_path(builds: Builds) -> None:
    with pytest.raises(Claimed, match="two parts of the site claim site/1"), builds.build() as now:
        now.keep("one")
        now.remember("three", made("site/1"))


@pytest.mark.parametrize("sheets", [{"s": sheet("site/x")}, {"s": None}], ids=["made", "kept"])
def test_nor_can_two_parts_of_a_bundle(
    builds: Builds, sheets: Mapping[str, MadeSheet | None]
) -> None:
    files = (filed("site/x"), filed("site/s"))
    with pytest.raises(Claimed, match="two parts of the site claim"), builds.build() as now:
        now.remember("two", Made((), files, "g", "", sheets))


@pytest.mark.parametrize("path", ["site/1/x", "site/1/x/y", "site"])
def test_a_file_cannot_be_where_another_has_a_folder(builds: Builds, path: str) -> None:
    with pytest.raises(Claimed, match="a file and a folder claim site"), builds.build() as now:
        now.keep("one")
        now.remember("three", made(path, "site/1-", "site/1.x"))


def test_nor_can_a_file_be_where_there_is_a_folder(builds: Builds) -> None:
    with pytest.raises(Claimed, match="a file and a folder claim site"), builds.build() as now:
        now.keep("one")
        now.remember("three", made("site"))


def test_another_program_is_told_nothing(builds: Builds) -> None:
    assert builds.memory
    assert not read_memory(builds.folder, "another")


@pytest.mark.parametrize("content", [b"", b"nothing of ours", b"SQLite format 3\0" + bytes(999)])
def test_what_is_broken_tells_nothing(builds: Builds, content: bytes) -> None:
    (builds.folder / NAME).write_bytes(content)
    assert not builds.memory


def test_it_is_seen_whether_it_is_whole(builds: Builds) -> None:
    assert builds.memory.whole
    file = builds.folder / NAME
    content = bytearray(file.read_bytes())
    content[-3 * 4096 :] = bytes(3 * 4096)
    file.write_bytes(content)
    assert not builds.memory.whole
