"""Owns founding an archive: its folder is filled when all of it is written, or not at all."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Occupied(Exception):
    """That something stands where the archive would go; its text says what is found and wanted."""


@contextmanager
def founded(place: Path) -> Iterator[Path]:
    """A folder beside `place` to write an archive into; at the end all of it moves to `place`.

    Raises `Occupied` unless there is nothing at `place`, or an empty folder. If the block fails,
    nothing of it is left. What an interrupted run has left behind is removed by the next.
    """
    if place.is_symlink() or (place.exists() and not _empty(place)):
        found = "a folder with something in it" if place.is_dir() else "something else"
        raise Occupied(f"{place}: found {found}; wanted an empty folder, or none")
    place = place.absolute()
    part = place.with_name(f".{place.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    try:
        yield part
        place.mkdir(exist_ok=True)
        # The configuration makes a folder an archive, so it comes last.
        for entry in sorted(part.iterdir(), key=lambda entry: (entry.is_file(), entry.name)):
            entry.rename(place / entry.name)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _empty(place: Path) -> bool:
    return place.is_dir() and not any(place.iterdir())
