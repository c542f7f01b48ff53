"""Owns showing that a seal holds only while nothing that went in or came out has changed."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from archive import unchanged
from archive.unchanged import put_seal, sealed, went_in
from tests.conftest import CORPUS, copied

LATER = 10**9
"""A second, in nanoseconds: by so much the seal is younger than what went in."""


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path, Path]:
    """A finished work: its seal, the archive that went in, and the site that came out."""
    root = copied(CORPUS, tmp_path / "archive")
    program = tmp_path / "program"
    program.mkdir()
    (program / "page.html").write_text("a template")
    monkeypatch.setattr(unchanged, "PROGRAM", (program,))
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    made = tmp_path / "site"
    made.mkdir()
    (made / "index.html").write_text("a page")
    file = tmp_path / "seal"
    before = went_in(root)
    put_seal(file, before, made, "All is well.")
    os.utime(file, ns=(before[1] + LATER, before[1] + LATER))
    return file, root, made


def test_the_seal_holds_while_nothing_changes(work: tuple[Path, Path, Path]) -> None:
    file, root, made = work
    assert sealed(file, went_in(root), made) == "All is well."


def rewritten(path: Path) -> Callable[[Path], None]:
    """Another text of the same length in a file, written later."""

    def change(root: Path) -> None:
        file = root / path
        before = file.stat()
        file.write_bytes(file.read_bytes()[::-1])
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns + 1))

    return change


def commit(root: Path) -> None:
    """Put the archive into its repository."""
    author = ["-c", "user.name=A", "-c", "user.email=a@a.example"]
    subprocess.run(["git", "-C", str(root), "add", "."], check=True)
    subprocess.run(["git", "-C", str(root), *author, "commit", "-qm", "x"], check=True)


CHANGES: dict[str, Callable[[Path], object]] = {
    "a record's words": rewritten(Path("letters/2021-shelters.md")),
    "a kept source": rewritten(Path("letters/sources/2021-shelters.txt")),
    "a vocabulary": rewritten(Path("motions/topics.yml")),
    "the configuration": rewritten(Path("mkdocs.yml")),
    "a template": rewritten(Path("../program/page.html")),
    "a record less": lambda root: (root / "letters/2021-shelters.md").unlink(),
    "a record more": lambda root: (root / "letters/2026.md").write_text("x"),
    "a record's name": lambda root: (root / "letters/2018-06-fund.md").rename(
        root / "letters/a.md"
    ),
    "a commit": commit,
    "the site gone": lambda root: (root / "../site/index.html").unlink(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_breaks_it(work: tuple[Path, Path, Path], change: str) -> None:
    file, root, made = work
    CHANGES[change](root)
    assert sealed(file, went_in(root), made) is None


def test_so_does_another_address_of_the_site(
    work: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    file, root, made = work
    monkeypatch.setenv("SITE_URL", "https://elsewhere.example/")
    assert sealed(file, went_in(root), made) is None


def test_so_does_another_version_of_a_package(
    work: tuple[Path, Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, root, made = work
    (tmp_path / "site-packages" / "jinja2-99.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(str(tmp_path / "site-packages"))
    assert sealed(file, went_in(root), made) is None


def test_a_file_changed_as_late_as_the_seal_breaks_it(work: tuple[Path, Path, Path]) -> None:
    file, root, made = work
    newest = went_in(root)[1]
    os.utime(file, ns=(newest, newest))
    assert sealed(file, went_in(root), made) is None


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"went_in": 1}', "\0"])
def test_a_broken_seal_is_none(work: tuple[Path, Path, Path], content: str) -> None:
    file, root, made = work
    file.write_text(content)
    assert sealed(file, went_in(root), made) is None
    file.unlink()
    assert sealed(file, went_in(root), made) is None
