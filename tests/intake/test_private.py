"""Names of private persons beside sensitive words are taken out, unless somebody keeps them."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from archive.cli import main
from archive.drafting import add_command
from archive.recognition.private_persons import private_persons
from tests.conftest import CORPUS, copied

LETTER = """Dear Councillor Brandt,

My constituent, Mrs Ada Holt, has waited a year for an asthma clinic. Mary Ann
Brook was arrested for it. Mrs Holt thanks you, as does Tomos Quill, who is ill.

Yours sincerely,

Léonie Abara
"""


def names(text: str) -> list[str]:
    return [person.name for person in private_persons(text, lambda name: False)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mr Arthur Penn has asthma.", ["Arthur Penn"]),
        ("Sarah Lowe died in custody.", ["Sarah Lowe"]),
        ("Miss Penn wrote to me. She seeks asylum.", ["Penn"]),
        ("a pupil, Amina J. Khan, aged nine", ["Amina J. Khan"]),
        ("We raised Mr Penn’s case: he is detained.", ["Penn"]),
        ("Sarah Lowe, Director of Care, spoke of dementia.", []),
        ("Cllr Sarah Lowe asked about homeless people.", []),
        ("the Sarah Lowe Hospital has patients", []),
        ("Victoria Park is no place for a child.", []),
        ("Sarah Lowe moved the motion on victims.", []),
        ("Mr Arthur Penn likes the new lamps.", []),
        ("Adverse Childhood Experiences are abuse.", []),
    ],
)
def test_who_may_be_private(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return copied(CORPUS, tmp_path / "archive")


def add(archive: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["add", "--archive", str(archive), *words, "-"], input=LETTER)


def stored(archive: Path) -> str:
    new = [p for p in archive.rglob("undated*") if p.is_file()]
    assert len(new) == 2
    return "".join(path.read_text(encoding="utf-8") for path in new)


def test_each_place_of_the_name_is_taken_out_and_told(archive: Path) -> None:
    done = add(archive)
    assert done.exit_code == 0, done.output
    text = stored(archive)
    assert "Holt" not in text and "Brook" not in text
    assert text.count("[redacted: a private person's name]") == 6
    assert "Tomos Quill" in text and "Léonie Abara" in text
    assert 'Ada Holt, beside "My constituent"' in done.stdout
    assert 'Mary Ann Brook, beside "' in done.stdout


def test_a_name_that_is_to_be_kept_stays(archive: Path) -> None:
    add(archive, "--keep", "Mary Ann Brook")
    text = stored(archive)
    assert "Mary Ann\nBrook was arrested" in text and "Holt" not in text


def test_a_terminal_is_asked(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def confirm(words: str, **_: object) -> bool:
        asked.append(words)
        return "Holt" in words

    monkeypatch.setattr(add_command, "_looked_on", lambda: True)
    monkeypatch.setattr("click.confirm", confirm)
    path = tmp_path / "letter.txt"
    path.write_text(LETTER, encoding="utf-8")
    CliRunner().invoke(main, ["add", "--archive", str(archive), str(path)])
    assert asked[0] == '"Ada Holt" stands beside "My constituent": take it out?'
    assert "Brook was arrested" in stored(archive) and "Holt" not in stored(archive)
