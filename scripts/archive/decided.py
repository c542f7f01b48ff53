"""Owns a change of a folder's files that is decided: whoever comes next finishes it.

New files are below INCOMING, and a list of what is to go (MOVING) says that the change is decided;
from then on it is finished, be it after a crash. So what has been published stays as it is while
anything may fail.
"""

import json
import shutil
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Any

INCOMING, MOVING = ".incoming", ".moving"
FOLDERS = ("docs", "site")
"""The folders whose files are meant; whatever else is beside them belongs to somebody else."""


def decide(folder: Path, gone: Sequence[str], last: str) -> None:
    """Have these paths go and all that is below INCOMING come, the file `last` after the others."""
    decision = folder / MOVING
    draft = decision.with_suffix(".new")
    draft.unlink(missing_ok=True)  # a link would lead elsewhere
    draft.write_text(json.dumps({"gone": gone, "last": last}), "utf-8")
    draft.replace(decision)
    recover(folder)


def recover(folder: Path) -> None:
    """Finish a change that was decided; take back one that was not."""
    incoming, decision = folder / INCOMING, folder / MOVING
    if told := _decided(decision):
        _remove(folder, told["gone"])
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


def _remove(folder: Path, paths: Iterable[str]) -> None:
    """Take out files, and the folders around them that hold nothing any more.

    Before a crash, a new folder may have come into a file's place, or a file into its folder's.
    """
    above = set[str]()
    for path in paths:
        gone = folder / path
        if gone.is_symlink() or not gone.is_dir():
            with suppress(FileNotFoundError, NotADirectoryError):
                gone.unlink()
        above.update(map(str, PurePosixPath(path).parents))
    for one in sorted(above - {"."}, reverse=True):  # what is inside before what is around it
        with suppress(OSError):  # something is in it, or an earlier crash left it out
            (folder / one).rmdir()
