"""Owns what is published: files as values, and the one writer that puts them into a folder."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Output:
    """A file to be: its path within the output folder, with forward slashes, and its bytes."""

    path: str
    content: bytes


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
    """Make `folder` hold exactly these outputs; files whose bytes stay the same are left alone."""
    claimed = claims(outputs)
    _remove_unclaimed(folder, claimed)
    for path, content in claimed.items():
        target = folder / path
        if not (target.is_file() and target.read_bytes() == content):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


def add_outputs(folder: Path, outputs: Iterable[Output]) -> None:
    """Put outputs beside what a folder holds; raises `Claimed` for a path that it holds already."""
    made: set[str] = set()
    for path, content in claims(outputs).items():
        target = folder / path
        above = path.rpartition("/")[0]
        if above not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(above)
        try:
            with target.open("xb", buffering=0) as file:
                file.write(content)
        except FileExistsError:
            raise Claimed(f"two parts of the site claim {path}") from None


def _remove_unclaimed(folder: Path, claimed: dict[str, bytes]) -> None:
    present = sorted(folder.rglob("*"), reverse=True)  # what is in a folder before the folder
    for path in present:
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in claimed:
            path.unlink()
