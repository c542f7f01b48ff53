"""Owns putting a draft and its source into the archive's folder: both or neither, over nothing."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archive.drafting.draft import Draft


class Occupied(Exception):
    """That something stands where a draft would go; its text says what and where."""


def place(root: Path, draft: Draft) -> None:
    """Writes the record and its source.

    Both are written under hidden names first. The source takes its name before the record does:
    where a run is interrupted between the two, the next one finds its own source and goes on.
    """
    source, record = root / draft.source_path, root / draft.path
    for path, text in ((source, draft.source), (record, draft.record)):
        if path.is_symlink() or (path.exists() and not (path == source and _holds(path, text))):
            raise Occupied(f"{path.relative_to(root)} is there already")
    source.parent.mkdir(parents=True, exist_ok=True)
    with _beside(source, draft.source) as new_source, _beside(record, draft.record) as new_record:
        fresh = not source.exists()
        if fresh:
            _take(new_source, source)
        try:
            _take(new_record, record)
        except BaseException:
            if fresh:
                source.unlink(missing_ok=True)
            raise


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode("utf-8")


@contextmanager
def _beside(path: Path, text: str) -> Iterator[Path]:
    """A hidden file with a text, in the folder of another; gone at the end."""
    hidden = path.with_name(f".{path.name}.part")
    try:
        hidden.write_bytes(text.encode("utf-8"))
        yield hidden
    finally:
        hidden.unlink(missing_ok=True)


def _take(hidden: Path, path: Path) -> None:
    """Gives a file its name, which nothing else may have."""
    try:
        os.link(hidden, path)
    except FileExistsError:
        raise Occupied(f"{path.name} is there already") from None
    except OSError:  # no links on this disk
        if path.exists():
            raise Occupied(f"{path.name} is there already") from None
        hidden.rename(path)
