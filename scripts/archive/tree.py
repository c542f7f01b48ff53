"""Owns a folder of files as it is and as it will be: what is new is written beside what is there.

When the last new file is there, the change is decided (decided.py): all of it happens, or nothing.
"""

import os
import shutil
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import file_digest, sha256
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from archive.decided import FOLDERS, INCOMING, decide
from archive.filed import Again, Filed, Files
from archive.outputs import Claimed, Output

ROOM = ".room"

KeptAt: TypeAlias = Callable[[str], Path | None]
"""Where the file at a path is as the last build has left it, if it is."""


@dataclass(frozen=True)
class Large:
    """A file to be that is too large for the memory: its path, and where it has been written.

    It is moved from there. Where its digest is not known yet, it is read once more.
    """

    path: str
    written: Path
    sha256: str = ""


@dataclass(frozen=True)
class Shelf:
    """Where files are, which of them are kept, and a folder for what is large and new.

    From there it is moved, not copied.
    """

    find: Callable[[str], Path]
    kept: KeptAt
    room: Path


class Tree:
    """A folder of which the files in `held` are known, by their paths, and its files to come.

    Where none is known, those that turn out to have the right bytes stay, too.
    """

    def __init__(self, folder: Path, held: Files) -> None:
        self.folder, self._incoming, self._held = folder, folder / INCOMING, held
        self._unknown = {} if held else _lengths(folder)
        self._by_digest = dict[str, dict[str, str]]()

    def held(self, folder: str) -> set[Filed]:
        """The files below a folder that are there already."""
        return set(self._held.below(folder))

    def kept(self, path: str) -> Path | None:
        """Where a file is that has been there before, if its bytes are what they were then."""
        held, file = self._held.get(path), self.folder / path
        with suppress(OSError):
            if held and sha256_of(file) == held.sha256:
                return file
        return None

    @property
    def room(self) -> Path:
        """A folder for what is large while it is made; it goes when the change is made or failed.

        Nothing has to be copied from there to where it comes.
        """
        room = self._incoming / ROOM
        room.mkdir(parents=True, exist_ok=True)
        return room

    def put(self, output: Output | Large | Again) -> Filed:
        """Have a file in the next state; one that is there already is not written again.

        May be called in several processes at once, for different paths.
        """
        filed = _filed(output)
        if not self._stays(filed):
            try:
                self._come(output, filed)
            except FileNotFoundError:
                # Its folder is not there yet.
                (self._incoming / output.path).parent.mkdir(parents=True, exist_ok=True)
                self._come(output, filed)
            except (FileExistsError, NotADirectoryError, IsADirectoryError):
                raise Claimed(f"a file and a folder claim {output.path}") from None
        return filed

    def _come(self, output: Output | Large | Again, filed: Filed) -> None:
        if not self._linked(output, filed):
            self._write(output)

    def _stays(self, file: Filed) -> bool:
        """Whether a file with these bytes is in its place already."""
        if before := self._held.get(file.path):
            return before.sha256 == file.sha256
        there = self._unknown.get(file.path) == file.length
        return there and sha256_of(self.folder / file.path) == file.sha256

    def _linked(self, output: Output | Large | Again, filed: Filed) -> bool:
        """Give a file that is there under another name a new one too, if the disk can do that.

        Most parts of the search stay what they are when their folder gets another name.
        """
        if filed.path in self._held:
            return False
        if isinstance(output, Again):
            same: str | None = output.there.path
        else:
            same = self._beside(filed.path).get(filed.sha256)
        with suppress(OSError, NotImplementedError):
            if same is not None:
                os.link(self.folder / same, self._incoming / filed.path, follow_symlinks=False)
                return True
        return False

    def _beside(self, path: str) -> dict[str, str]:
        """The files in the folders beside that of a file, by their digests."""
        around = "".join(f"{name}/" for name in path.split("/")[:-2])
        if around not in self._by_digest:
            found = self._held.below(around) if around else ()
            self._by_digest[around] = {file.sha256: file.path for file in found}
        return self._by_digest[around]

    def _write(self, output: Output | Large | Again) -> None:
        target = self._incoming / output.path
        if isinstance(output, Large):
            shutil.move(output.written, target)
        elif isinstance(output, Again):
            _write_new(target, (self.folder / output.there.path).read_bytes())
        else:
            _write_new(target, output.content)

    def _place(self, path: str) -> Path:
        """Where a file of the next state is until then."""
        new = self._incoming / path
        return new if new.exists() else self.folder / path

    def shelf(self, folder: str) -> Shelf:
        """The files below a folder (`site/`), told by their paths in it."""
        return Shelf(
            lambda path: self._place(folder + path),
            lambda path: self.kept(folder + path),
            self.room,
        )

    def strays(self, files: Collection[str]) -> Iterator[str]:
        """What is in the folder though nothing was known of it, and is none of these files."""
        return (path for path in self._unknown if path not in files)

    def change(self, gone: Sequence[str], last: str) -> None:
        """Have the next state, in which these files are gone.

        `last`, a hidden file that has been written beside the new ones, is the last to come.
        """
        decide(self.folder, gone, last)


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


def _filed(output: Output | Large | Again) -> Filed:
    if isinstance(output, Again):
        return output.there._replace(path=output.path)
    if isinstance(output, Large):
        digest = output.sha256 or sha256_of(output.written)
        return Filed(output.path, digest, output.written.stat().st_size)
    content = output.content
    return Filed(output.path, sha256(content).hexdigest(), len(content), output.note)


def holds(folder: Path, files: Files) -> bool:
    """Whether a folder has just these files, as far as their lengths tell."""
    every = chain.from_iterable(files.below(f"{top}/") for top in FOLDERS)
    return _lengths(folder) == {file.path: file.length for file in every}


def _lengths(folder: Path) -> dict[str, int]:
    """The bytes of each file in the folders of a folder; -1 of what is no file, as a link."""
    return {
        path: e.stat(follow_symlinks=False).st_size if e.is_file(follow_symlinks=False) else -1
        for path, e in _found(folder)
    }


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
