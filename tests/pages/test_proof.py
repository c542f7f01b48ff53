"""Owns showing that the line at the foot of a record proves its words, and fails on other words."""

import hashlib
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest

from archive.archive import Archive
from tests.conftest import CORPUS
from tests.pages.site import BuiltPage


@pytest.fixture(scope="module")
def commands(corpus: Archive, corpus_site: Path) -> dict[str, str]:
    """What each page tells a reader to run, by the address of the record."""
    places = [f"letters/{id}" for id in corpus.letters] + [f"motions/{id}" for id in corpus.motions]
    found = {}
    for place in places:
        page = BuiltPage(corpus_site, corpus_site / place / "index.html")
        for node in page.tree.css("#verify + pre"):
            found[place] = node.text().strip()
    return found


def run(command: str, folder: Path) -> tuple[int, str]:
    result = subprocess.run(
        ["bash", "-c", command], cwd=folder, capture_output=True, text=True, check=False
    )
    return result.returncode, result.stdout


def test_every_text_has_a_line_that_proves_it(
    corpus: Archive, corpus_site: Path, commands: dict[str, str]
) -> None:
    held = {f"letters/{id}" for id in corpus.letters}
    held |= {f"motions/{m.id}" for m in corpus.motions.values() if m.body.words}
    assert set(commands) == held
    for place, command in commands.items():
        assert run(command, corpus_site) == (0, f"{command.split()[-1]}  -\n"), place


def test_it_works_on_the_one_file_and_fails_when_a_letter_of_it_is_another(
    corpus_site: Path, commands: dict[str, str], tmp_path: Path
) -> None:
    for place, command in commands.items():
        copy = tmp_path / f"{place}.txt"
        copy.parent.mkdir(exist_ok=True)
        shutil.copy(corpus_site / f"{place}.txt", copy)
        assert run(command, tmp_path)[0] == 0
        text = copy.read_text(encoding="utf-8")
        head, words = text.split("\n\n", 1)
        copy.write_text(f"{head}\n\n{words.replace('e', 'a', 1)}", encoding="utf-8")
        assert run(command, tmp_path) == (1, ""), place
        copy.write_text(f"{head}\n\n{words.replace(' ', chr(10))}", encoding="utf-8")
        assert run(command, tmp_path)[0] == 0, "line ends are no words"


def test_the_digest_is_that_of_all_that_is_not_white_space(
    corpus: Archive, commands: dict[str, str]
) -> None:
    for place, command in commands.items():
        folder, id = place.split("/")
        body = corpus.letters[id].body if folder == "letters" else corpus.motions[id].body
        signs = "".join(sign for block in body.blocks for line in block.lines for sign in line)
        plain = "".join(sign for sign in signs if not sign.isspace())
        assert command.endswith(hashlib.sha256(plain.encode()).hexdigest()), place


def test_the_file_has_no_other_white_space_than_every_tr_knows(
    corpus_site: Path, commands: dict[str, str]
) -> None:
    for place in commands:
        words = (corpus_site / f"{place}.txt").read_text(encoding="utf-8").split("\n\n", 1)[1]
        odd = {sign for sign in words if sign.isspace() and sign not in " \n"}
        assert not odd, {unicodedata.name(sign, repr(sign)) for sign in odd}


def test_the_kept_source_has_the_digest_that_the_page_says(
    corpus: Archive, corpus_site: Path
) -> None:
    for held in corpus.letters.values():
        page = BuiltPage(corpus_site, corpus_site / "letters" / held.id / "index.html")
        source = CORPUS / "letters" / held.noun.source.file
        digest = hashlib.sha256(source.read_bytes()).hexdigest()
        said = [node.text() for node in page.tree.css(".provenance code")]
        assert digest in said


def test_the_page_says_where_the_original_is_and_who_compared_the_words(corpus_site: Path) -> None:
    page = corpus_site / "letters" / "2018-03-09-chair-to-provost" / "index.html"
    said = BuiltPage(corpus_site, page).tree.css(".provenance")[0].text()
    assert "Letter book of the Chair's office, 2018, leaf 12" in said
    assert "with the original, 1 May 2022, by E. Marrow" in " ".join(said.split())
    other = corpus_site / "letters" / "2021-shelters" / "index.html"
    said = BuiltPage(corpus_site, other).tree.css(".provenance")[0].text()
    assert "where it is, is not recorded" in said
    assert "not yet with the original" in said
