"""Owns showing that it makes no difference how many lines are in memory together."""

from pathlib import Path

import pytest

from archive.archive import Archive
from archive.exports import apart, filedlines
from archive.exports.filedlines import Owned, chunks
from archive.history.past import NO_HISTORY
from tests.exports.taken import taken

FIRST, SECOND = b'{"id":"a-1"}\n{"id":"a-1#p1"}\n{"id":"a-1/x"}\n', b'{"id":"a-10","n":1}\n'
SIZES = (1, 14, 30, 2**20)


@pytest.mark.parametrize("size", SIZES)
def test_lines_are_found_under_their_records(
    size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filedlines, "AT_ONCE", size)
    file = tmp_path / "lines"
    file.write_bytes(FIRST + SECOND)
    assert b"".join(chunks(file)) == FIRST + SECOND
    owned = Owned.found(file)
    assert [*owned] == ["a-1", "a-10"]
    assert [owned.of(name) for name in ("a-10", "a-1", "a")] == [SECOND, FIRST, b""]
    owned.close()


def test_an_owner_may_have_nothing(tmp_path: Path) -> None:
    owned = Owned.written(tmp_path / "lines", [("", b"")])
    assert owned.of("") == b""
    owned.close()


def test_few_lines_at_once_make_the_same_files(
    corpus: Archive, files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filedlines, "AT_ONCE", 700)
    assert taken(corpus, NO_HISTORY) == files


CHANGES = (
    (b"1\n2\nx\n4\n", (2, b"3\n", b"x\n", 1)),
    (b"x\n2\ny\n4\n", (0, b"1\n2\n3\n", b"x\n2\ny\n", 1)),
    (b"1\n3\n4\n", (1, b"2\n3\n4\n", b"3\n4\n", 0)),
    (b"1\n2\n3\n4\n5\n", (4, b"", b"5\n", 0)),
    (b"", (0, b"1\n2\n3\n4\n", b"", 0)),
)
"""What becomes of four lines: where it begins to differ, what goes, what comes, what is behind."""


@pytest.mark.parametrize("number", range(len(CHANGES)))
def test_what_sets_two_files_apart_is_found(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "TOGETHER", 2)
    new, expected = CHANGES[number]
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(b"1\n2\n3\n4\n")
    other.write_bytes(new)
    found = apart.apart(one, other)
    assert found
    gone, come = (b"".join(found.lines(file)) for file in (one, other))
    assert (found.first, gone, come, found.behind) == expected
    assert apart.apart(one, one) is None
