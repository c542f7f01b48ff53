"""Owns the change of a folder of files from one state to the next: all of it happens, or nothing.

New files are first written beside the folder's own, below INCOMING. When the last is there, a list
of what is to go (MOVING) says that the change is decided; from then on it is finished by whoever
comes next, be it after a crash. So what has been published stays as it is while anything may fail.
"""

import json
import os
import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any, NamedTuple

from archive.outputs import Claimed, Output

INCOMING, MOVING = ".incoming", ".moving"
FOLDERS = ("docs", "site")
"""The folders whose files are meant; whatever else is beside them belongs to somebody else."""


class Filed(NamedTuple):
    """A file that was made: its path, the SHA-256 and number of its bytes, and a note on it."""

    path: str
    sha256: str
    length: int
    note: str = ""


@dataclass(frozen=True)
class Large:
    """A file to be that is too large for the memory: its path, and where it has been written.

    It is moved from there.
    """

    path: str
    written: Path


class Tree:
    """A folder of which the files in `held` are known, by their paths, and its files to come."""

    def __init__(self, folder: Path, held: Mapping[str, Filed]) -> None:
        self._folder, self._incoming, self._held = folder, folder / INCOMING, held

    def has(self, file: Filed) -> bool:
        """Whether a file is there already, and stays."""
        return self._held.get(file.path) == file

    def put(self, output: Output | Large) -> Filed:
        """Have a file in the next state; one that is there already is not written again.

        May be called in several processes at once, for different paths.
        """
        filed = _filed(output)
        before = self._held.get(output.path)
        if before is None or before.sha256 != filed.sha256:
            try:
                if not self._linked(filed):
                    self._write(output)
            except FileNotFoundError:
                self._write_into_new(output)
            except (FileExistsError, NotADirectoryError, IsADirectoryError):
                raise Claimed(f"a file and a folder claim {output.path}") from None
        return filed

    def _linked(self, filed: Filed) -> bool:
        """Give a file that is there under another name the new one too, if the disk can do that.

        Most parts of the search stay what they are when their folder gets another name.
        """
        same = self._by_digest.get(filed.sha256)
        with suppress(OSError, NotImplementedError):
            if same is not None:
                os.link(self._folder / same, self._incoming / filed.path, follow_symlinks=False)
                return True
        return False

    @cached_property
    def _by_digest(self) -> dict[str, str]:
        return {file.sha256: path for path, file in self._held.items()}

    def _write_into_new(self, output: Output | Large) -> None:
        """Write a file whose folder is not there yet."""
        (self._incoming / output.path).parent.mkdir(parents=True, exist_ok=True)
        self._write(output)

    def _write(self, output: Output | Large) -> None:
        target = self._incoming / output.path
        if isinstance(output, Large):
            shutil.move(output.written, target)
        else:
            _write_new(target, output.content)

    def content(self, path: str) -> bytes:
        """The bytes of a file of the next state."""
        try:
            return (self._incoming / path).read_bytes()
        except FileNotFoundError:
            return (self._folder / path).read_bytes()

    def change(self, files: Collection[str], last: Output) -> None:
        """Have these files and no others; `last`, a hidden file beside them, is the last to come.

        Raises `Claimed`, and nothing has changed, where one of the files would be another's folder.
        """
        kept = set(files)
        if kept != self._held.keys():
            _refuse_folders(kept)
        held = self._held or _paths(self._folder)
        gone = sorted(path for path in held if path not in kept)
        self._incoming.mkdir(exist_ok=True)
        (self._incoming / last.path).write_bytes(last.content)
        decision = self._folder / MOVING
        draft = decision.with_suffix(".new")
        draft.unlink(missing_ok=True)  # a link would lead elsewhere
        draft.write_text(json.dumps({"gone": gone, "last": last.path}), "utf-8")
        draft.replace(decision)
        recover(self._folder)


def _write_new(target: Path, content: bytes, tries: int = 3) -> None:
    """Write a file that is a new one, whatever is in its place.

    A build that was killed may have left a process that still writes: its file is taken away, not
    written into, as it may be another name of one that must stay.
    """
    try:
        with target.open("xb") as opened:
            opened.write(content)
    except FileExistsError:
        if not tries or (target.is_dir() and not target.is_symlink()):
            raise
        target.unlink(missing_ok=True)
        _write_new(target, content, tries - 1)


def sha256_of(file: Path) -> str:
    """The digest of a file's bytes, which are not in memory together."""
    with file.open("rb") as opened:
        return file_digest(opened, "sha256").hexdigest()


def _filed(output: Output | Large) -> Filed:
    if isinstance(output, Large):
        return Filed(output.path, sha256_of(output.written), output.written.stat().st_size)
    content = output.content
    return Filed(output.path, sha256(content).hexdigest(), len(content), output.note)


def recover(folder: Path) -> None:
    """Finish a change that was decided; take back one that was not."""
    incoming, decision = folder / INCOMING, folder / MOVING
    if told := _decided(decision):
        for path in told["gone"]:
            _remove(folder, path)
        if incoming.exists():
            _move(incoming, folder)
        with suppress(FileNotFoundError):  # it came before the crash
            (incoming / told["last"]).replace(folder / told["last"])
    decision.unlink(missing_ok=True)
    shutil.rmtree(incoming, ignore_errors=True)


def _decided(decision: Path) -> dict[str, Any] | None:
    """What was decided; None if nothing was, or if it is not we who wrote it."""
    with suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
        told: dict[str, Any] = json.loads(decision.read_text("utf-8"))
        hidden = told["last"].startswith(".") and "/" not in told["last"] and told["last"] != ".."
        if hidden and all(map(inside, told["gone"])):
            return told
    return None


def inside(path: str) -> bool:
    """Whether a path can be one of ours: in one of the folders, and leading nowhere else."""
    parts = path.split("/")
    return parts[0] in FOLDERS and len(parts) > 1 and not {"", ".", ".."} & set(parts)


def holds(folder: Path, files: Mapping[str, Filed]) -> bool:
    """Whether a folder has just these files, as far as their lengths tell."""
    lengths = {path: e.stat(follow_symlinks=False).st_size for path, e in _found(folder)}
    return lengths == {path: file.length for path, file in files.items()}


def _move(source: Path, target: Path) -> None:
    """Move the files in the folders of one folder to another; a folder that is new there whole."""
    for name in FOLDERS:
        if (source / name).is_dir():
            _into(source / name, target / name)


def _into(source: Path, target: Path) -> None:
    """Have a file or a folder in a place, together with what else is in the folder there.

    No link leads elsewhere, and no empty folder is in a file's place.
    """
    if target.is_symlink():
        target.unlink()
    if not target.is_dir():
        source.replace(target)
    elif source.is_dir():
        for one in source.iterdir():
            _into(one, target / one.name)
    else:
        target.rmdir()
        source.replace(target)


def _refuse_folders(files: set[str]) -> None:
    above: set[str] = set()
    for path in files:
        folder = path.rpartition("/")[0]
        while folder and folder not in above:
            above.add(folder)
            folder = folder.rpartition("/")[0]
    if claimed := min(above & files, default=None):
        raise Claimed(f"a file and a folder claim {claimed}")


def _remove(folder: Path, path: str) -> None:
    """Take out a file, and the folders around it that hold nothing any more.

    Before a crash, a new folder may have come into the file's place, or a file into its folder's.
    """
    gone = folder / path
    if gone.is_symlink() or not gone.is_dir():
        with suppress(FileNotFoundError, NotADirectoryError):
            gone.unlink()
    for above in (folder / path).parents:
        if above == folder:
            return
        try:
            above.rmdir()
        except FileNotFoundError:
            continue  # an earlier path took it out
        except OSError:
            return  # something is in it


def _paths(folder: Path) -> Iterator[str]:
    """The files in the folders of a folder, links among them."""
    return (path for path, _ in _found(folder))


def _found(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """The files in the folders of a folder, links among them, as the disk tells of them."""
    folders = [top for top in FOLDERS if (folder / top).is_dir()]
    while folders:
        place = folders.pop()
        with os.scandir(folder / place) as entries:
            for entry in entries:
                path = f"{place}/{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    folders.append(path)
                else:
                    yield path, entry
