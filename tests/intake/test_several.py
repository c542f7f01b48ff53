"""A file with several motions becomes a draft for each, with its own part of the text."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from archive.cli import main
from archive.drafting import adding
from archive.load import load
from archive.reading import read_archive
from tests.conftest import CORPUS, copied

MINUTES = """MARLBECK ASSEMBLY

Minutes of the meeting of 16 March 2023

Motion 5: Seats by the river

Moved by Tomos Quill MMA, seconded by Søren Thwaite MMA.

This Assembly calls on the Provost to:

(a) put six seats by the river; and
(b) say when.

The motion was agreed unanimously.

Motion 6: Night trams

Moved by Søren Thwaite MMA, seconded by Tomos Quill MMA.

This Assembly calls on the Transport Board to run a tram on each of its lines until
MARLBECK ASSEMBLY
\f
MARLBECK ASSEMBLY

midnight on Saturdays.

An amendment was moved by Noor Castellane MMA and lost.

The motion was lost by 12 votes to 9.
MARLBECK ASSEMBLY
\f
MARLBECK ASSEMBLY

Motion 7: Lamps on the quay

Moved by Tomos Quill MMA, seconded by Søren Thwaite MMA.

This Assembly calls on the Provost to light the lamps.

The motion was withdrawn.
MARLBECK ASSEMBLY
"""
NAMES = [
    *("2023-03-16-5-seats-by-the-river", "2023-03-16-6-night-trams"),
    "2023-03-16-7-lamps-on-the-quay",
]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return copied(CORPUS, tmp_path / "archive")


def add(archive: Path, *words: str, given: str = MINUTES) -> Result:
    return CliRunner().invoke(main, ["add", "--archive", str(archive), *words], input=given)


def test_each_motion_has_its_draft_and_its_part(archive: Path) -> None:
    done = add(archive, "-")
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("-: 3 motions, a draft for each\n")
    motions = {m.id: m.noun for m in read_archive(archive)[0].motions if m.id in NAMES}
    assert list(motions) == NAMES
    found = [(m.number, m.outcome, m.title) for m in motions.values() if m]
    assert found == [
        (5, "agreed", "Seats by the river"),
        (6, "rejected", "Night trams"),
        (7, "withdrawn", "Lamps on the quay"),
    ]
    sources = [(archive / f"motions/sources/{name}.txt").read_text("utf-8") for name in NAMES]
    assert [source.count("Moved by") for source in sources] == [1, 1, 1]


def test_the_proof_holds_and_heads_that_a_part_has_once_are_left_out(archive: Path) -> None:
    add(archive, "-")
    record = (archive / f"motions/{NAMES[1]}.md").read_text(encoding="utf-8")
    assert "on each of its lines until midnight on Saturdays." in record.split("---\n")[2]
    found = load(archive)
    assert isinstance(found, tuple)
    assert all("proposed by archive add" in problem.found for problem in found), found


def test_an_amendment_is_no_motion_of_its_own(archive: Path) -> None:
    one = (
        MINUTES.split("Motion 6", maxsplit=1)[0]
        + "An amendment was moved by Søren Thwaite MMA and lost.\n"
    )
    assert "motions, a draft for each" not in add(archive, "-", given=one).stdout


def test_motions_without_numbers_are_told_by_their_movers(archive: Path) -> None:
    plain = MINUTES
    for number, title in ((5, "Seats"), (6, "Night"), (7, "Lamps")):
        plain = plain.replace(f"Motion {number}: {title}", title)
    assert add(archive, "--dry-run", "-", given=plain).stdout.startswith("-: 3 motions")


def test_the_archive_is_read_once_for_all_files(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[Path] = []

    def counted(root: Path) -> object:
        calls.append(root)
        return read_archive(root)

    monkeypatch.setattr(adding, "read_archive", counted)
    (tmp_path / "a.txt").write_text(MINUTES, encoding="utf-8")
    answer = (
        "14 June 2023\n\nDear Tomos,\n\nMotion 6: Night trams\n\nThank you for the motions of"
        " 16 March 2023. No tram will run at night.\n\nYours sincerely,\n\nLéonie Abara\n"
    )
    (tmp_path / "b.txt").write_text(answer, encoding="utf-8")
    done = add(archive, str(tmp_path / "a.txt"), str(tmp_path / "b.txt"))
    assert calls == [archive]
    assert "answers      2023-03-16-6-night-trams" in done.stdout
