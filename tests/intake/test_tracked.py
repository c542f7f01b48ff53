"""Letters that were set apart in a heading are words again, and nothing else is closed."""

from pathlib import Path

import pytest

from archive.intake.mending.mend import mend
from archive.intake.mending.mended import Mended, body_text
from archive.intake.receive import receive
from archive.intake.received import Received
from archive.intake.tracking import without_false_spaces


def mended(folder: Path, text: str) -> Mended:
    path = folder / "a.txt"
    path.write_text(f"{text}\n", encoding="utf-8")
    received = receive(path)
    assert isinstance(received, Received)
    return mend(received)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("L A M P   O F F I C E", "LAMP OFFICE"),
        ("H A R B O U R P A Y", "HARBOUR PAY"),
        ("U n i t e d H a r b o u r s", "United Harbours"),
        ("R E P O R T  by  V O L L", "REPORT by V O L L"),
        ("A B C D E", "A B C D E"),
        ("J. R. R. Voll", "J. R. R. Voll"),
    ],
)
def test_letters_set_apart(text: str, body: str, tmp_path: Path) -> None:
    assert body_text(mended(tmp_path, text).paragraphs).strip() == body


def test_it_is_declared_or_told(tmp_path: Path) -> None:
    closed = mended(tmp_path, "L A M P   O F F I C E")
    assert {one.why for one in closed.repairs} == {"letters that were set apart"}
    left = mended(tmp_path, "X Q Z W K")
    assert [doubt.why for doubt in left.doubts] == ["its letters seem to be set apart"]


def test_a_false_space_in_a_line_of_a_page_is_left_out() -> None:
    letters = list("O FF ICE")
    edges = [(0.0, 6.0), (0.0, 6.0), (9.0, 13.0), (16.0, 20.0), (16.0, 20.0)]
    edges += [(29.0, 31.0), (34.0, 40.0), (43.0, 48.0)]
    assert "".join(without_false_spaces(letters, edges, 10.0)) == "OFF ICE"
    near = [(float(5 * i), 5.0 * i + 5) for i in range(8)]
    assert without_false_spaces(letters, near, 10.0) == letters
