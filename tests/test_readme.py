"""Owns showing that the README is true: its fields, its commands, its links."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from pydantic import BaseModel

from archive.cli import main
from archive.measure.builds.rows import Row, as_table
from archive.model import evidence, letter, motion, provenance, quotation, version, vocabulary
from archive.model.evidence import Evidence
from archive.model.quotation import Quotation
from archive.settings import Security, Settings
from archive.yamltext import read_yaml
from tests.conftest import CORPUS, TOP, copied
from tests.intake import pictures

FIGURES = TOP / "tests" / "measure" / "figures"
README = (TOP / "README.md").read_text(encoding="utf-8")
KINDS: dict[str, type[BaseModel]] = {
    kind.__name__: kind
    for kind in (
        letter.Letter,
        letter.Answer,
        letter.AskAnswer,
        letter.Commitment,
        letter.InReplyTo,
        quotation.Quotation,
        evidence.Evidence,
        motion.Motion,
        motion.Ask,
        motion.Votes,
        version.Version,
        provenance.Source,
        provenance.WebSource,
        provenance.Omission,
        provenance.Repair,
        provenance.Redaction,
        provenance.Exemption,
        provenance.Correction,
        vocabulary.Person,
        vocabulary.Tenure,
        vocabulary.Topic,
        vocabulary.Meeting,
        vocabulary.Abbreviation,
        Settings,
        Security,
    )
}

EXAMPLES: list[str] = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)


def table(name: str) -> dict[str, bool]:
    """The fields that the README lists for a kind, and whether it calls them needed."""
    section = re.search(rf"^#### {name}\n\n(.*?)(?=^#)", README, re.MULTILINE | re.DOTALL)
    assert section, f"README has no table for {name}"
    rows = re.findall(r"^\| `(\w+)` \| (yes)? *\|", section[1], re.MULTILINE)
    return {field: bool(needed) for field, needed in rows}


@pytest.mark.parametrize("name", KINDS)
def test_the_table_of_fields_agrees_with_the_model(name: str) -> None:
    fields = KINDS[name].model_fields
    assert table(name) == {i.alias or n: i.is_required() for n, i in fields.items()}


def test_no_table_is_of_a_kind_that_is_gone() -> None:
    assert set(re.findall(r"^#### (\w+)$", README, re.MULTILINE)) == set(KINDS)


def test_every_command_it_names_exists() -> None:
    named = set(re.findall(r"\.venv/bin/archive (\w+)", README))
    assert named == set(main.commands)
    for command in named:
        assert CliRunner().invoke(main, [command, "--help"]).exit_code == 0


def test_what_it_shows_of_adding_a_letter_is_what_the_command_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = copied(CORPUS, tmp_path)
    letter = TOP / "tests" / "intake" / "letters" / "24-cc-many.txt"
    shutil.copy(letter, archive / "letter.txt")
    monkeypatch.chdir(archive)
    said = CliRunner().invoke(main, ["add", "letter.txt"]).stdout
    assert f"```text\n{said}```\n" in README


def test_its_pictures_show_what_the_command_says_and_writes() -> None:
    said, record = pictures.said_and_written()
    shown = pictures.terminal(said), pictures.review(record)
    assert "<b>? to           ivo-brandt" in shown[0]
    assert "Arthur Penn, beside &quot;your constituent&quot;" in shown[0]
    assert "<b>[redacted: a private person's name]</b>" in shown[1]
    assert "mended</u>: written" in shown[1] and "<b><u>proposed</u>:" in shown[1]


def test_every_place_and_picture_it_names_is_there() -> None:
    named = re.findall(r"\]\((?!http|#)([^)]+)\)", README)
    named += re.findall(r"^\| `([^`]+)` \| (?!yes|  )", README.split("## Add a letter")[0], re.M)
    assert {".github/site.png", ".github/intake.png", ".github/review.png"} <= set(named)
    for place in set(named) - {"build/"}:
        assert (TOP / place).exists(), place


def test_every_link_within_it_has_its_heading() -> None:
    headings = re.findall(r"^#+ (.+)$", README, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", text).lower().replace(" ", "-") for text in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", README)) <= anchors


def test_its_entries_for_the_vocabularies_are_those_of_the_archive() -> None:
    [example] = [block for block in EXAMPLES if "letters/people.yml" in block]
    for name, entry in re.findall(r"# (\S+\.yml)\n(.*?)(?=\n# |\Z)", example, re.DOTALL):
        held = (TOP / name).read_text(encoding="utf-8")
        assert all(line in held.splitlines() for line in entry.strip().splitlines()), name


def test_its_quotations_evidence_and_corrections_are_such_as_the_model_takes() -> None:
    read = [read_yaml("README.md", block) for block in EXAMPLES if ".yml\n" not in block]
    assert all(problems == [] for _, problems in read)
    quotes, pieces, mended = (example.plain() for example, _ in read if example)
    assert isinstance(quotes, dict) and isinstance(pieces, dict) and isinstance(mended, dict)
    once, second = (Quotation.model_validate(one) for one in quotes["quotes"])
    assert (once.occurrence, second.occurrence) == (None, 2)
    found = [Evidence.model_validate(one) for one in pieces["evidence"]]
    assert [one.state for one in found] == ["under way", "delivered"]
    [correction] = (provenance.Correction.model_validate(one) for one in mended["corrections"])
    assert correction.date.iso == "2024-03-02"


def test_the_licence_is_beside_it() -> None:
    assert "MIT License" in Path(TOP / "LICENSE").read_text(encoding="utf-8")


def test_the_table_of_builds_is_that_of_the_figures_that_are_kept() -> None:
    about, head, *lines = (FIGURES / "builds.tsv").read_text(encoding="utf-8").splitlines()
    told = [dict(zip(head.split("\t"), line.split("\t"), strict=True)) for line in lines]
    rows = [
        Row(
            *(row["row"], int(row["records"]), row["unit"], float(row["ours"]), row["peer"]),
            *(float(row[name]) if row[name] else None for name in ("theirs", "most", "most_ratio")),
        )
        for row in told
    ]
    assert f"{about.removeprefix('# ')}\n\n{as_table(rows)}```\n" in README
