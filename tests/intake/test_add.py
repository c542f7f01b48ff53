"""The command `archive add`: a draft and its source, written together, over nothing."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from archive.cli import main
from archive.files import read
from archive.load import load
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.recordfile import read_record
from tests.building.changing import change
from tests.conftest import CORPUS, TOP, copied

LETTER = """Provost of Marlbeck

Councillor Ivo Brandt
Chair of the Lantern Committee
Tel: 020 7946 0018

Our ref: PM/2023/0412
14 June 2023

Dear Councillor Brandt,

Re: Lamps on the quay

Thank you for your letter of 2 June 2023. The lamps on the quay will burn again by the
autumn, and I have asked the Transport Board to see to it. Write to lamps@marlbeck.example
if they do not.

Yours sincerely,

Léonie Abara
Provost of Marlbeck

cc: Søren Thwaite MMA
"""
MOTION = """Motion 2: Lamps on the quay

Meeting of 16 March 2023

Tomos Quill MMA moved and Soren Thwaite MMA seconded the following motion:

This Assembly notes that the quay is dark. This Assembly calls on the Provost to:

(a) light the lamps on the quay before the winter; and
(b) publish what each lamp costs.

The motion was agreed with 12 votes for, 3 against.
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return copied(CORPUS, tmp_path / "archive")


def add(archive: Path, *words: str, given: str | None = None) -> Result:
    return CliRunner().invoke(main, ["add", "--archive", str(archive), *words], input=given)


def files(archive: Path) -> dict[str, bytes]:
    return {str(p.relative_to(archive)): p.read_bytes() for p in archive.rglob("*") if p.is_file()}


def written(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return str(path)


def letter(archive: Path, name: str) -> Letter:
    file = read(archive, f"letters/{name}.md")
    record, problems = read_record(Letter, file)  # type: ignore[arg-type]
    assert record and record.noun, problems
    return record.noun


def test_a_letter_becomes_a_draft_and_a_source(archive: Path, tmp_path: Path) -> None:
    before = files(archive)
    done = add(archive, written(tmp_path / "lamps.txt", LETTER))
    assert done.exit_code == 0, done.output
    name = "2023-06-14-pm-2023-0412"
    assert set(files(archive)) - set(before) == {
        f"letters/{name}.md",
        f"letters/sources/{name}.txt",
    }
    noun = letter(archive, name)
    assert (noun.title, noun.date.iso, noun.kind) == ("Lamps on the quay", "2023-06-14", "reply")
    assert (noun.sender, noun.recipient) == ("leonie-abara", "ivo-brandt")
    assert noun.copied_to == ("soren-thwaite",)
    assert noun.reference == "PM/2023/0412"
    assert "ivo-brandt:\n      name: Ivo Brandt" in done.stdout
    assert "? to           ivo-brandt" in done.stdout


def test_a_draft_has_no_problems_but_that_nobody_has_looked_at_it(
    archive: Path, tmp_path: Path
) -> None:
    add(archive, written(tmp_path / "lamps.txt", LETTER))
    problems = load(archive)
    assert isinstance(problems, tuple)
    others = [str(p) for p in problems if "proposed by archive add" not in p.found]
    assert len(others) == 2 and all("ivo-brandt" in other for other in others)
    assert len(problems) - len(others) == len(letter(archive, "2023-06-14-pm-2023-0412").proposed)


def test_personal_data_is_stored_nowhere(archive: Path, tmp_path: Path) -> None:
    before = files(archive)
    done = add(archive, written(tmp_path / "lamps.txt", LETTER))
    new = [content for name, content in files(archive).items() if name not in before]
    for content in (*new, done.output.encode()):
        assert b"lamps@marlbeck" not in content and b"020 7946" not in content
    noun = letter(archive, "2023-06-14-pm-2023-0412")
    assert {r.what for r in noun.redactions} == {"an e-mail address", "a telephone number"}
    assert noun.source.original_sha256 not in (None, noun.source.sha256)


def test_an_e_mail_is_dated_and_signed_by_its_heads(archive: Path, tmp_path: Path) -> None:
    mail = (
        "From: =?utf-8?q?L=C3=A9onie?= Abara <leonie@marlbeck.example>\n"
        "To: Tomos Quill <tomos@marlbeck.example>\nDate: Tue, 30 Jan 2024 10:11:12 +0000\n"
        "Subject: RE: The ferry\nContent-Type: text/plain; charset=utf-8\n\n"
        "Dear Tomos,\n\nThe ferry will run on Sundays from Easter, as the Assembly asked.\n\n"
        "Best wishes,\n\nL.\n"
    )
    done = add(archive, written(tmp_path / "ferry.eml", mail))
    assert done.exit_code == 0, done.output
    noun = letter(archive, "2024-01-30-the-ferry")
    assert (noun.sender, noun.recipient, noun.title) == (
        *("leonie-abara", "tomos-quill"),
        "The ferry",
    )
    assert "marlbeck.example" not in done.output


def test_a_motion_becomes_a_draft(archive: Path) -> None:
    done = add(archive, "-", given=MOTION)
    assert done.exit_code == 0, done.output
    file = read(archive, "motions/2023-03-16-2-lamps-on-the-quay.md")
    record, problems = read_record(Motion, file)  # type: ignore[arg-type]
    assert record and record.noun, problems
    noun = record.noun
    assert (noun.meeting, noun.number) == ("2023-03-16-plenary", 2)
    assert (noun.moved_by, noun.seconded_by) == ("tomos-quill", "soren-thwaite")
    assert (noun.outcome, noun.vote) == ("agreed", "by the votes counted")
    assert noun.votes and (noun.votes.in_favour, noun.votes.against) == (12, 3)
    assert noun.addressees == ("provost-of-marlbeck",)
    assert [str(ask.quote) for ask in noun.asks] == [
        "light the lamps on the quay before the winter",
        "publish what each lamp costs",
    ]
    found = load(archive)
    assert isinstance(found, tuple)
    assert all("proposed by archive add" in problem.found for problem in found), found


def test_a_dry_run_shows_and_writes_nothing(archive: Path, tmp_path: Path) -> None:
    before = files(archive)
    done = add(
        archive,
        "--dry-run",
        written(tmp_path / "lamps.txt", LETTER.replace("asked", "as\u00adked")),
    )
    assert done.exit_code == 0
    assert "title: Lamps on the quay" in done.stdout
    assert "--- as received" in done.stdout
    assert files(archive) == before


def test_a_text_already_held_is_said_and_not_added(archive: Path, tmp_path: Path) -> None:
    source = next((CORPUS / "letters" / "sources").glob("2018-12-14*"))
    nearly = source.read_text(encoding="utf-8").replace("libraries", "librairies")
    before = files(archive)
    done = add(archive, str(source), written(tmp_path / "nearly.txt", nearly))
    assert done.exit_code == 0
    assert done.stdout.count("is in the archive already, as 2018-12-14-reading-rooms") == 2
    assert files(archive) == before


def test_a_motion_held_without_its_words_is_known(archive: Path) -> None:
    text = MOTION.replace("Lamps on the quay", "Benches").replace("Motion 2", "Motion 1")
    assert "already, as 2023-03-16-1-benches" in add(archive, "-", given=text).stdout


def test_one_refused_file_keeps_none_of_the_others(archive: Path, tmp_path: Path) -> None:
    good = written(tmp_path / "lamps.txt", LETTER)
    done = add(archive, str(tmp_path / "absent.pdf"), good)
    assert done.exit_code == 1
    assert "absent.pdf: is not there" in done.stderr
    assert "2023-06-14-pm-2023-0412" in done.stdout


def test_two_letters_of_one_reference_get_two_ids(archive: Path, tmp_path: Path) -> None:
    other = (
        LETTER.split("Thank you", maxsplit=1)[0]
        + "The tram stands still, and no one can say why.\n"
    )
    add(archive, written(tmp_path / "a.txt", LETTER), written(tmp_path / "b.txt", other))
    assert (archive / "letters" / "2023-06-14-pm-2023-0412-2.md").exists()


def test_an_interrupted_run_leaves_nothing_and_can_be_repeated(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path / "lamps.txt", LETTER)
    before, linked, calls = files(archive), os.link, []

    def interrupted(*names: Path) -> None:
        calls.append(names)
        if len(calls) == 2:
            raise KeyboardInterrupt
        linked(*names)

    monkeypatch.setattr(os, "link", interrupted)
    assert add(archive, path).exit_code != 0
    assert files(archive) == before
    monkeypatch.undo()
    (archive / "letters/sources/.2023-06-14-pm-2023-0412.txt.part").write_text("half")
    assert add(archive, path).exit_code == 0


def test_a_source_left_by_a_killed_run_is_taken_up(archive: Path, tmp_path: Path) -> None:
    path = written(tmp_path / "lamps.txt", LETTER)
    add(archive, path)
    (archive / "letters" / "2023-06-14-pm-2023-0412.md").unlink()
    assert add(archive, path).exit_code == 0
    assert (archive / "letters" / "2023-06-14-pm-2023-0412.md").exists()


def test_nothing_is_overwritten(archive: Path, tmp_path: Path) -> None:
    taken = archive / "letters" / "sources" / "2023-06-14-pm-2023-0412.txt"
    taken.write_text("another text\n")
    done = add(archive, written(tmp_path / "lamps.txt", LETTER))
    assert done.exit_code == 1 and "is there already" in done.stderr
    assert taken.read_text() == "another text\n"


def test_it_works_beside_other_drafts(archive: Path, tmp_path: Path) -> None:
    add(archive, "-", given=MOTION)
    add(archive, written(tmp_path / "lamps.txt", LETTER))
    answer = LETTER.replace("0412", "0413").replace(
        "Lamps on the quay", "Motion 2: Lamps on the quay"
    )
    answer = answer.replace("letter of 2 June 2023", "letter about the meeting of 16 March 2023")
    answer = answer.replace("The lamps on the quay will", "No lamp will") + "\nNothing else.\n" * 9
    done = add(archive, "--dry-run", written(tmp_path / "answer.txt", answer))
    assert "motion: 2023-03-16-2-lamps-on-the-quay" in done.stdout


def test_it_works_beside_a_record_that_quotes_what_is_not_there(archive: Path) -> None:
    other = archive / "letters/2018-06-fund.md"
    change(other, "- A decision will be made", "- No decision will be made")
    done = add(archive, "-", given=LETTER)
    assert done.exit_code == 0, done.output
    assert isinstance(load(archive), tuple)


def test_a_folder_that_is_no_archive(tmp_path: Path) -> None:
    assert add(tmp_path, "-", given=LETTER).exit_code == 2


def test_the_letter_that_we_hold_comes_out_as_published(tmp_path: Path) -> None:
    archive = copied(TOP, tmp_path / "real")
    [record] = (archive / "letters").glob("2021-09-22*.md")
    [source] = (TOP / "letters" / "sources").glob("2021-09-22*.txt")
    published = letter(TOP, record.stem)
    record.unlink()
    (archive / "letters" / "sources" / source.name).unlink()
    assert add(archive, str(source)).exit_code == 0
    noun = letter(archive, record.stem)
    for name in ("title", "date", "kind", "sender", "recipient", "reference", "in_reply_to"):
        assert getattr(noun, name) == getattr(published, name)
    assert [(a.motion, a.section) for a in noun.answers] == [
        (a.motion, a.section) for a in published.answers
    ]
