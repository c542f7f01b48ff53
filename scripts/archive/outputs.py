"""Owns what is published: files as values, and the one writer that puts them into a folder."""

import shutil
from collections.abc import Container, Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Output:
    """A file to be: its path within the output folder, with forward slashes, and its bytes.

    `note` is what lists of files are to know of it beside these.
    """

    path: str
    content: bytes
    note: str = ""


class Claimed(Exception):
    """Two outputs claim one path; to publish either would lose the other."""


def claims(outputs: Iterable[Output]) -> dict[str, bytes]:
    """The outputs by path; raises `Claimed` where two share one."""
    claimed: dict[str, bytes] = {}
    for output in outputs:
        if output.path in claimed:
            raise Claimed(f"two pages claim {output.path}")
        claimed[output.path] = output.content
    return claimed


def write_outputs(folder: Path, outputs: Iterable[Output]) -> None:
    """Make `folder` hold exactly these outputs; nothing is written where two claim one path."""
    filling = Filling(folder)
    for path, content in claims(outputs).items():
        filling.put(Output(path, content))
    filling.finish()


class Filling:
    """Makes a folder hold exactly what it is given, one file after the other.

    So that what is written need not all be in memory. Files whose bytes stay the same are left
    alone; what nobody claimed is taken out at the end.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._claimed: set[str] = set()

    def put(self, output: Output) -> None:
        """Put one file in; raises `Claimed` where its path, or part of it, was claimed before."""
        if output.path in self._claimed:
            raise Claimed(f"two pages claim {output.path}")
        target = self._folder / output.path
        if not (target.is_file() and target.read_bytes() == output.content):
            self._make_way(target)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(output.content)
        self._claimed.add(output.path)

    def finish(self) -> None:
        """Take out what was not claimed."""
        _remove_unclaimed(self._folder, self._claimed)

    def _make_way(self, target: Path) -> None:
        """Take out a folder in the place of a file, or a file in the place of a folder."""
        if target.is_dir() and not target.is_symlink():
            self._free(target)
            shutil.rmtree(target)
        above = target.parent
        while not above.exists():
            above = above.parent
        if above != target and not above.is_dir():
            self._free(above)
            above.unlink()

    def _free(self, path: Path) -> None:
        name = path.relative_to(self._folder).as_posix()
        if any(f"{claimed}/".startswith(f"{name}/") for claimed in self._claimed):
            raise Claimed(f"a file and a folder claim {name}")


def add_outputs(folder: Path, outputs: Iterable[Output]) -> None:
    """Put outputs beside what a folder holds; raises `Claimed` for a path that it holds already."""
    made: set[str] = set()
    for output in outputs:
        target, above = folder / output.path, output.path.rpartition("/")[0]
        if above not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(above)
        try:
            with target.open("xb") as file:
                file.write(output.content)
        except FileExistsError:
            raise Claimed(f"two parts of the site claim {output.path}") from None


def _remove_unclaimed(folder: Path, claimed: Container[str]) -> None:
    present = sorted(folder.rglob("*"), reverse=True)  # what is in a folder before the folder
    for path in present:
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in claimed:
            path.unlink()
