"""How right invented letters and motions are read, clean and damaged, is no less than the floors.

Those in `letters` were before the eyes of whoever wrote the recognition. Those in `unseen` were
written after it; at first 122 of their 126 fields were right, and what they showed was mended then,
so they are no measure of unseen letters any more. Those that begin with w came later still: at
first 50 of their 60 fields were right. Then x (at first 91 of 105), y (at first 47 of 48) and
z, which are motions (at first 36 of 54), and a (at first 104 of 108 of letters, 80 of 108 of
motions). Those that begin with c, d and e are invented after forms of real papers that were
misread.
"""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from archive.cli import main
from archive.measure.intake_evaluation import NOTHING, fields_right, measured, words_wrong
from tests.intake.damage import folder

HERE = Path(__file__).parent
FIELDS_RIGHT = 0.98
WORDS_WRONG = 0.005


@pytest.mark.parametrize("name", ["letters", "unseen"])
def test_clean_documents(name: str) -> None:
    right, count = fields_right(measured(HERE / name, NOTHING))
    assert right >= FIELDS_RIGHT * count


@pytest.mark.parametrize("name", ["letters", "unseen"])
def test_damaged_documents(name: str, tmp_path: Path) -> None:
    scores = measured(folder(HERE / name, tmp_path / "damaged"), NOTHING)
    right, count = fields_right(scores)
    wrong, words = words_wrong(scores)
    assert right >= FIELDS_RIGHT * count
    assert wrong <= WORDS_WRONG * words


def test_there_are_enough_of_them() -> None:
    assert len(list((HERE / "letters").glob("*.txt"))) >= 40
    assert len(list((HERE / "unseen").glob("*.txt"))) >= 10


def evaluated(*words: str) -> Result:
    return CliRunner().invoke(main, ["evaluate", "intake", *words])


def test_the_command_prints_a_table_and_every_miss(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Dear Ann,\n\nLamps\n\nThey burn.\n\nYours,\n\nIvo Brandt\n")
    (tmp_path / "a.yml").write_text("from: Ivo Brandt\ndate: 2020-01-02\nsubject: Lamps\n")
    (tmp_path / "a.truth.txt").write_text("Dear Ann, Lamps They burnt. Yours, Ivo Brandt\n")
    done = evaluated(str(tmp_path))
    assert done.exit_code == 0
    assert "all fields                    5      6       83.3 %" in done.stdout
    assert "words wrong                   1      8      12.50 %" in done.stdout
    assert "a.txt: date: found nothing; right is '2020-01-02'" in done.stdout


def test_the_command_says_what_it_cannot_measure(tmp_path: Path) -> None:
    assert "has no NAME.yml beside a document" in evaluated(str(tmp_path)).stderr
    (tmp_path / "a.yml").write_text("form: Ann\n")
    assert "a.yml: no field of a letter: form" in evaluated(str(tmp_path)).stderr
    (tmp_path / "a.yml").write_text("from: Ann\n")
    assert "a.yml stands beside no document" in evaluated(str(tmp_path)).stderr
