"""Owns knowing that nothing has changed since a build: a seal over what went in and what came out.

As in git, a file with the same size and the same time of change is taken to be the same, unless it
was changed so late that the seal cannot tell (https://git-scm.com/docs/racy-git).
"""

import json
import os
import shutil
import sqlite3
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
PROGRAM = (PACKAGE, PACKAGE.parent / "site")
"""The code, its templates, styles and scripts."""
RECORDS = ("letters", "motions", "mkdocs.yml")
OF_GIT = ("HEAD", "index", "logs/HEAD")
OF_ALL_TREES = ("config", "info/exclude", "packed-refs", "refs/heads", "shallow")
"""Files of a repository, and what its working trees share, of which one changes whenever its
history does, or what of it is told."""
VARIABLES = ("SITE_URL", "REPO_URL")


@dataclass(frozen=True)
class Seal:
    """What went in and came out, each as a digest; `newest` is the latest change, in nanoseconds.

    `said` is what the work said of itself, to be said again.
    """

    went_in: str
    came_out: str
    newest: int
    said: str


def sealed(file: Path, now: tuple[str, int], made: Path | None) -> str | None:
    """What was said when `file` was sealed, if all that went in and came out is as it was then.

    `now` is what would go in now (see `went_in`).
    """
    with suppress(OSError, ValueError, TypeError):
        seal = Seal(**json.loads(file.read_text("utf-8")))
        same = (seal.went_in, seal.came_out) == (now[0], _came_out(made))
        return seal.said if same and seal.newest < file.stat().st_mtime_ns else None
    return None


def put_seal(file: Path, before: tuple[str, int], made: Path | None, said: str) -> None:
    """Seal finished work: what went in `before` it began (see `went_in`), and what it made.

    Where that cannot be written, the work is done again the next time.
    """
    if file.is_symlink() or file.parent.is_symlink():
        return  # it would be written elsewhere
    seal = Seal(before[0], _came_out(made), before[1], said)
    with suppress(OSError):
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps(vars(seal)), "utf-8")


def went_in(root: Path) -> tuple[str, int]:
    """A digest of all that a build depends on, and when the last of it changed (nanoseconds)."""
    root = root.resolve()
    trees = [root / name for name in (*RECORDS, ".gitignore")] + [*PROGRAM, *_repository(root)]
    lines, newest = _seen(trees)
    around = [os.environ.get(name, "") for name in VARIABLES]
    return _digest([*lines, *around, *_installed()]), newest


def program() -> str:
    """A digest of the program that is running, of its templates and of what is installed."""
    return _digest([*_LOADED, *_seen([PROGRAM[1]])[0], *_installed()])


def _installed() -> list[str]:
    """What a program says of itself that it stands on, and whether there is a git to be asked."""
    libraries = [sqlite3.sqlite_version, zlib.ZLIB_RUNTIME_VERSION, str(shutil.which("git"))]
    return [sys.version, *libraries, *_packages()]


def _came_out(made: Path | None) -> str:
    """What stands at the top of a finished site; it is swapped in whole, and never edited."""
    entries = os.scandir(made) if made else ()
    return _digest(sorted(f"{entry.name}\0{entry.stat().st_mtime_ns}" for entry in entries))


def _seen(trees: Iterable[Path]) -> tuple[list[str], int]:
    """Each file below these, with its size and time of change; and the latest of these times."""
    found = [(path, entry) for tree in trees for path, entry in _files(tree)]
    lines = [f"{path}\0{entry.st_size}\0{entry.st_mtime_ns}" for path, entry in found]
    return sorted(lines), max((entry.st_mtime_ns for _, entry in found), default=0)


def _files(tree: Path) -> Iterator[tuple[str, os.stat_result]]:
    if not tree.is_dir():
        with suppress(FileNotFoundError, NotADirectoryError):
            yield str(tree), tree.lstat()
        return
    for entry in os.scandir(tree):
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from _files(Path(entry.path))
        else:
            yield entry.path, entry.stat(follow_symlinks=False)


def _repository(root: Path) -> list[Path]:
    """What of the repository around the archive tells that its history has changed."""
    inside = (folder / ".git" for folder in (root, *root.parents))
    git = next((path for path in inside if path.exists()), None)
    if git is None:
        return []
    if git.is_file():  # a working tree beside the repository
        git = git.parent / git.read_text("utf-8").removeprefix("gitdir:").strip()
    shared = git
    with suppress(OSError):
        shared = git / (git / "commondir").read_text("utf-8").strip()
    return [*(git / name for name in OF_GIT), *(shared / name for name in OF_ALL_TREES)]


def _packages() -> list[str]:
    """The installed packages with their versions, as their folders are named."""
    return sorted(
        package.name
        for place in sys.path
        if place.endswith("site-packages") and Path(place).is_dir()
        for package in Path(place).glob("*.dist-info")
    )


def _digest(lines: Iterable[str]) -> str:
    return sha256("\n".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


_LOADED = _seen([PACKAGE])[0]
"""The code as it was when this process began: what changes of it later is not what is running."""
