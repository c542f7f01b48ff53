"""Owns asking git: the one door to the repository that an archive's folder is in, if any."""

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

FOLDERS = ("letters", "motions")
SETTINGS = ("letters", "motions", "mkdocs.yml")
MOVED = "-M70%"
"""So much of a file must be as before to be called renamed; two records share less than that."""

NOT_INSTALLED = "git is not installed where this site was built."
NO_REPOSITORY = "This site was built from a folder without git."
NO_COMMIT = "Nothing had been committed yet when this site was built."
REFUSED = "git did not let the repository be read when this site was built."

_OPTIONS = ("--no-pager", "-c", "log.showRoot=true", "-c", "log.showSignature=false")
_FORM = "--format=%H%x00%ct%x00%B%x00%an%x00%cn"
_FIELDS = 5


class NoHistory(Exception):
    """There is nothing to be learned of git; says why in a sentence that may be published."""


@dataclass(frozen=True)
class Step:
    """One file in one commit, as git tells it: `A`, `M`, `D` or `R`, and the blobs' ids."""

    status: str
    path: str
    before: str
    old: str
    new: str


@dataclass(frozen=True)
class Entry:
    """One commit as git tells it, with its makers, whose names are never published."""

    id: str
    moment: datetime
    message: str
    makers: tuple[str, ...]
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True)
class Repository:
    """Git in the folder of an archive, which may be a part of the repository."""

    folder: Path

    def head(self) -> Entry:
        """The commit that is checked out; raises `NoHistory`."""
        self._ask("rev-parse", "--git-dir", otherwise=NO_REPOSITORY)
        self._ask("rev-parse", "--verify", "HEAD^{commit}", otherwise=NO_COMMIT)
        (entry,) = _entries(self._ask("log", "-1", "--no-patch", "-z", _FORM, "HEAD"))
        return entry

    def shallow(self) -> bool:
        """Whether older commits were left out when the repository was copied."""
        return self._ask("rev-parse", "--is-shallow-repository").strip() == b"true"

    def entries(self) -> Iterator[Entry]:
        """What the line of published states did to the archive's folders, newest first.

        A merged branch counts as one change, made when it was merged: what stood in it before was
        never published. Source of the form: https://git-scm.com/docs/git-log (`--raw`, `-z`).
        """
        told = ("--first-parent", "-m", "--raw", "-z", MOVED, "--no-ext-diff", "--no-textconv")
        form = ("--no-abbrev", "--relative", "--no-color", _FORM)
        return _entries(self._ask("log", *told, *form, "HEAD", "--", *FOLDERS))

    def uncommitted(self) -> frozenset[str]:
        """The paths, from the archive's folder on, that are not as the commit has them."""
        prefix = self._ask("rev-parse", "--show-prefix").decode("utf-8", "replace").rstrip("\n")
        how = ("--porcelain=v1", "-z", "--untracked-files=all", "--no-renames")
        told = self._ask("status", *how, "--", *SETTINGS).decode("utf-8", "replace")
        return frozenset(line[3:].removeprefix(prefix) for line in told.split("\0") if line)

    def blobs(self, ids: Iterable[str]) -> Mapping[str, str]:
        """The texts of blobs, by their ids; those that are not here are left out."""
        wanted = tuple(dict.fromkeys(ids))
        if not wanted:
            return {}
        asked = "".join(f"{name}\n" for name in wanted).encode()
        return dict(_blobs(self._ask("cat-file", "--batch", typed=asked)))

    def _ask(self, *words: str, typed: bytes = b"", otherwise: str = REFUSED) -> bytes:
        try:
            answer = subprocess.run(
                ["git", *_OPTIONS, *words],
                cwd=self.folder,
                input=typed,
                env=_environment(),
                capture_output=True,
                check=False,
            )
        except OSError:
            raise NoHistory(NOT_INSTALLED) from None
        if answer.returncode:
            raise NoHistory(REFUSED if b"dubious ownership" in answer.stderr else otherwise)
        return answer.stdout


def _environment() -> dict[str, str]:
    """Ours, without what would lead git to another repository, or out to the network."""
    kept = {name: value for name, value in os.environ.items() if _harmless(name)}
    never = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
    return kept | never | {"GIT_NO_REPLACE_OBJECTS": "1", "LC_ALL": "C"}


def _harmless(name: str) -> bool:
    """Configuration says whom git trusts; every other word to git is of another task."""
    return not name.startswith("GIT_") or name.startswith("GIT_CONFIG")


def _entries(told: bytes) -> Iterator[Entry]:
    """The commits of a log whose parts end with a zero byte."""
    parts = [part.decode("utf-8", "replace").lstrip("\n") for part in told.split(b"\0")]
    at = 0
    while at + _FIELDS <= len(parts):
        name, seconds, message, *makers = parts[at : at + _FIELDS]
        at += _FIELDS
        steps = []
        while at < len(parts) and parts[at].startswith(":"):
            step, at = _step(parts, at)
            steps.append(step)
        moment = datetime.fromtimestamp(int(seconds), UTC)
        yield Entry(name, moment, message, tuple(makers), tuple(steps))


def _step(parts: list[str], at: int) -> tuple[Step, int]:
    """The step that begins at a place, and the place behind it: a rename has two paths."""
    _, _, old, new, status = parts[at].split(" ")
    before = parts[at + 1]
    moved = status[0] == "R"
    path = parts[at + 2] if moved else before
    return Step(status[0], path, before, old, new), at + (3 if moved else 2)


_HEADER = re.compile(rb"(\w+) (?:blob (\d+)|missing)\n")


def _blobs(told: bytes) -> Iterator[tuple[str, str]]:
    """Source of the form: https://git-scm.com/docs/git-cat-file#_batch_output."""
    at = 0
    while header := _HEADER.match(told, at):
        at = header.end()
        if header[2] is None:
            continue
        size = int(header[2])
        yield header[1].decode(), told[at : at + size].decode("utf-8", "replace")
        at += size + 1
