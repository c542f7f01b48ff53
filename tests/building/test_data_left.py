"""Owns showing that data which the last build has left is believed only where it is whole."""

from pathlib import Path

from archive.exports.addresses import DATABASE, LINES, table_file
from tests.building.changing import built, built_anew, change

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
