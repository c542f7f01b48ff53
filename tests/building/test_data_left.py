"""Owns showing that data which the last build has left is believed only where it is whole."""

from pathlib import Path

import pytest

from archive.exports import every
from archive.exports.addresses import DATABASE, LINES, table_file
from archive.memory import Memory
from archive.tree import Tree
from tests.building.changing import build, built, built_anew, change, tree

LETTER = "letters/2018-05-22-pm-2018-0417.md"


def test_what_was_broken_meanwhile_is_made_anew(corpus_built: Path, tmp_path: Path) -> None:
    letters = corpus_built / "build/site" / table_file("letters", LINES)
    text = letters.read_bytes()
    letters.write_bytes(text.replace(b'"title":"', b'"title":"X', 1)[: len(text) - 1] + b"\n")
    database = corpus_built / "build/site" / DATABASE
    content = database.read_bytes()
    database.write_bytes(content[:-4096] + bytes(4096))
    change(corpus_built / LETTER, "---\n", "---\nnote: Read twice.\n")
    after = built(corpus_built)
    assert after == built_anew(corpus_built, tmp_path / "anew")


def test_what_a_killed_build_has_on_its_way_is_taken_away(corpus_built: Path) -> None:
    before = tree(corpus_built)
    half = Tree(corpus_built / "build", Memory().files).room / "half"
    half.write_bytes(b"killed here")
    change(corpus_built / LETTER, "---\n", "---\nnote: Read twice.\n")
    assert built(corpus_built) != before
    assert not half.exists()


def test_nothing_is_left_of_data_that_the_disk_had_no_room_for(
    corpus_built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(file: Path, *_: object) -> None:
        file.write_bytes(b"half of it")
        raise OSError(28, "No space left on device", str(file))

    before = tree(corpus_built)
    change(corpus_built / LETTER, "---\n", "---\nnote: Read twice.\n")
    with monkeypatch.context() as patched:
        patched.setattr(every, "write_database", full)
        with pytest.raises(OSError, match="No space left"):
            build(corpus_built, "everything")
    assert tree(corpus_built) == before
    left = [path.name for path in (corpus_built / "build").rglob("*.sqlite")]
    assert left == ["archive.sqlite"]
