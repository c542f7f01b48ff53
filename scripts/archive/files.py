"""Owns the way in from the disk: which files an archive has, and their text or what is wrong."""

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from archive.problems import Problem, quoted

LARGEST_FILE = 2_000_000
"""Bytes. The longest real letter is under 100,000; a larger file is a mistake or an attack."""

TEXT_ALLOWED = "plain text in UTF-8 without a byte-order mark, lines ending in LF"


@dataclass(frozen=True)
class File:
    """A file as read: its path within the archive, its bytes and their text."""

    path: str
    content: bytes
    text: str

    @property
    def digest(self) -> str:
        """A digest of the path and the bytes."""
        return sha256(
            self.path.encode("utf-8", "surrogateescape") + b"\0" + self.content
        ).hexdigest()


class Stamp(NamedTuple):
    """What a folder says of a file: who has changed it without changing this has meant to."""

    size: int
    changed: int
    listed: int
    place: int


def stamp(root: Path, path: str) -> Stamp | None:
    """The stamp of the regular file at a path below `root`; None where there is none."""
    try:
        status = os.lstat(f"{root}/{path}")  # as text: to join paths takes longer than this
    except OSError:
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


_OF_SYSTEMS = ("Thumbs.db", "desktop.ini")
"""What Windows leaves in folders, unseen by those who work there; it is never published."""


def paths_below(root: Path, folder: str) -> tuple[str, ...]:
    """Every path below `folder`, relative to `root`, sorted; links are not followed.

    Hidden files and those of systems are passed over. Directories that pose as files (their name
    has an ending), that are links or that cannot be entered are listed too, to be refused.
    """
    found: list[str] = []

    def listed(place: str) -> None:
        found.append(Path(place).relative_to(root).as_posix())

    if (root / folder).is_symlink():
        return ()
    for place, folders, names in os.walk(root / folder, onerror=_closed(root / folder, listed)):
        here = Path(place).relative_to(root).as_posix()
        posing = [name for name in folders if "." in name or Path(place, name).is_symlink()]
        folders[:] = [name for name in folders if not name.startswith(".") and name not in posing]
        for name in [*names, *posing]:
            if not (name.startswith((".", "~$")) or name in _OF_SYSTEMS):
                found.append(f"{here}/{name}")
    return tuple(sorted(found))


def _closed(top: Path, listed: Callable[[str], None]) -> Callable[[OSError], None]:
    """What is done about a folder that cannot be entered: it is listed, unless there is none."""

    def enter(error: OSError) -> None:
        if not (isinstance(error, FileNotFoundError) and Path(error.filename) == top):
            listed(error.filename)

    return enter


def no_folder(root: Path, folder: str) -> Problem | None:
    """The problem of a folder that is not there, or that is a link to another place."""
    place = root / folder
    if place.is_dir() and not place.is_symlink():
        return None
    found = "a symbolic link" if place.is_symlink() else "no such folder"
    return Problem(folder, 1, 1, found, f"the folder {folder}/", "a folder, perhaps empty")


def read(root: Path, path: str) -> File | Problem:
    """The file at `path` below `root`, or the one problem that keeps it from being read."""
    content = _bytes(root, path)
    return content if isinstance(content, Problem) else _decoded(path, content)


def read_bytes(root: Path, path: str) -> bytes | Problem:
    """The bytes of the regular file at `path`; encoding and line ends are left alone."""
    return _bytes(root, path)


def _bytes(root: Path, path: str) -> bytes | Problem:
    try:
        place = f"{root}/{path}"
        status = os.lstat(place)
        if refused := _refused(status):
            found, allowed = refused
            return Problem(path, 1, 1, found, "a text file", allowed)
        with open(place, "rb", buffering=0) as file:  # noqa: PTH123 (in half the time)
            return file.read()
    except OSError as error:
        lost = isinstance(error, FileNotFoundError)
        found = "no such file" if lost else "a file that cannot be read"
        return Problem(path, 1, 1, found, "a text file", "a regular file that everyone may read")


def _refused(status: os.stat_result) -> tuple[str, str] | None:
    """What is found and what is allowed, for anything but a regular file of a sensible size."""
    if not stat.S_ISREG(status.st_mode):
        return _kind(status), "a regular file, no link"
    if status.st_size > LARGEST_FILE:
        return f"a file of {status.st_size:,} bytes", f"at most {LARGEST_FILE:,} bytes"
    return None


def _kind(status: os.stat_result) -> str:
    if stat.S_ISLNK(status.st_mode):
        return "a symbolic link"
    return "a directory" if stat.S_ISDIR(status.st_mode) else "a device or pipe"


def _decoded(path: str, content: bytes) -> File | Problem:
    if not content.strip():
        return Problem(path, 1, 1, "an empty file", "a text file", TEXT_ALLOWED)
    if content.startswith(b"\xef\xbb\xbf"):
        return Problem(path, 1, 1, "a byte-order mark (BOM)", "text", TEXT_ALLOWED)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return not_utf8(path, content, error)
    if "\r" in text:
        line, column = _place(text[: text.index("\r")])
        return Problem(path, line, column, "a line that ends in CR or CRLF", "text", TEXT_ALLOWED)
    return File(path, content, text)


def not_utf8(path: str, content: bytes, error: UnicodeDecodeError) -> Problem:
    """The problem of bytes that are no UTF-8, where the first of them stands."""
    line, column = _place(content[: error.start].decode("utf-8", "replace"))
    found = f"the byte 0x{content[error.start]:02x}, which is not UTF-8"
    return Problem(path, line, column, found, "text", TEXT_ALLOWED)


def _place(before: str) -> tuple[int, int]:
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def stray(root: Path, path: str, allowed: str) -> Problem:
    """The problem that a file which is no part of an archive makes, so that none is overlooked."""
    status = (root / path).lstat()
    if not stat.S_ISREG(status.st_mode):
        return Problem(path, 1, 1, _kind(status), "a record", allowed)
    return Problem(path, 1, 1, f"a file named {quoted(Path(path).name)}", "a record", allowed)
