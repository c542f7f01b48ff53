"""Owns showing that a build after a change leaves, byte for byte, what one from nothing does."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from archive.publish import Place, publish
from tests.conftest import CORPUS, copied, loaded

LETTER = "letters/2018-05-22-pm-2018-0417.md"
MOTION = "motions/2018-03-08-1-night-buses.md"


def tree(root: Path) -> dict[str, bytes]:
    """Every file that a build has left, but for what builds remember for each other."""
    build = root / "build"
    return {
        path.relative_to(build).as_posix(): path.read_bytes()
        for path in build.rglob("*")
        if path.is_file() and not path.relative_to(build).parts[0].startswith(".")
    }


def built(root: Path) -> dict[str, bytes]:
    """What a build leaves."""
    publish(Place(root), loaded(root))
    return tree(root)


def changed_to(root: Path, path: str, old: str, new: str) -> None:
    """Put other words in the place of some that a file has."""
    file = root / path
    text = file.read_text("utf-8")
    assert old in text, (path, old)
    file.write_text(text.replace(old, new), "utf-8")


def git(root: Path, *words: str) -> None:
    """Have git do something in an archive's folder."""
    author = ["-c", "user.name=A", "-c", "user.email=a@a.example", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(root), *author, *words], check=True, capture_output=True)


def renamed(root: Path) -> None:
    """Give a letter that nothing points at another name."""
    (root / "letters/2018-06-fund.md").rename(root / "letters/2018-06-the-fund.md")


def withdrawn(root: Path) -> None:
    """Take that letter out."""
    (root / "letters/2018-06-the-fund.md").unlink()
    (root / "letters/sources/2018-06-fund.txt").unlink()


EDITS: tuple[Callable[[Path], None], ...] = (
    lambda root: changed_to(root, LETTER, "kind: reply", "kind: follow-up"),
    lambda root: changed_to(root, "letters/people.yml", "name: Tomos Quill", "name: Tomos Quillon"),
    lambda root: changed_to(root, "motions/topics.yml", "label: Night buses", "label: Late buses"),
    lambda root: git(root, "commit", "-qam", "Change a kind, a name and a label"),
    renamed,
    withdrawn,
    lambda root: git(root, "commit", "-qam", "Withdraw a letter"),
    lambda root: changed_to(root, "mkdocs.yml", "tagline: ", "tagline: Now "),
)


def test_one_edit_after_the_other_leaves_what_a_clean_build_does(
    tmp_path: Path,
) -> None:
    root = copied(CORPUS, tmp_path / "archive")
    (root / ".gitignore").write_text("build/\n")
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "Add everything")
    built(root)
    for number, edit in enumerate(EDITS):
        edit(root)
        after = built(root)
        clean = tmp_path / f"clean-{number}"
        shutil.copytree(root, clean, ignore=shutil.ignore_patterns("build"))
        assert after == built(clean), number
        shutil.rmtree(clean)
