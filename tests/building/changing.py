"""Owns what tests of building share: archives that change, and what a build leaves of them."""

import shutil
import subprocess
from pathlib import Path

from archive.archive import Archive
from archive.demo.making import demo_outputs
from archive.extents import Extent
from archive.load import load
from archive.publish import Place, publish
from archive.stands import looked_for


def built(root: Path, extent: Extent = "everything") -> dict[str, bytes]:
    """Build an archive; every file that this leaves, but what builds remember for each other."""
    build(root, extent)
    return tree(root)


def build(root: Path, extent: Extent) -> None:
    """Build an archive as the command does, which remembers what it has read."""
    with looked_for(root / "build") as stood:
        archive = load(root, remembering=True)
        assert isinstance(archive, Archive), archive
        publish(Place(root), archive, extents=(extent,), stood=stood)


def tree(root: Path) -> dict[str, bytes]:
    """Every file that builds have left."""
    build = root / "build"
    found = {path.relative_to(build): path for path in build.rglob("*") if path.is_file()}
    return {
        name.as_posix(): path.read_bytes()
        for name, path in found.items()
        if not name.parts[0].startswith(".")
    }


def built_anew(root: Path, elsewhere: Path, extent: Extent = "everything") -> dict[str, bytes]:
    """What a build from nothing leaves of the same archive and history."""
    shutil.copytree(root, elsewhere, ignore=shutil.ignore_patterns("build"))
    try:
        return built(elsewhere, extent)
    finally:
        shutil.rmtree(elsewhere)


def become(root: Path, records: int, seed: int) -> None:
    """Replace all records and vocabularies by others that are invented."""
    for name in ("letters", "motions"):
        shutil.rmtree(root / name, ignore_errors=True)
    for output in demo_outputs(records, seed):
        target = root / output.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(output.content)


def change(file: Path, old: str, new: str) -> None:
    """Put other words in the place of the first that are so."""
    text = file.read_text("utf-8")
    assert old in text, (file, old)
    file.write_text(text.replace(old, new, 1), "utf-8")


def git(root: Path, *words: str) -> None:
    """Have git do something in an archive's folder."""
    author = ["-c", "user.name=A", "-c", "user.email=a@a.example", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(root), *author, *words], check=True, capture_output=True)


def begin_history(root: Path) -> None:
    """Have all of an archive in a repository of its own."""
    (root / ".gitignore").write_text("build/\n")
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "Add everything")
