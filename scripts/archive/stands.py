"""Owns seeing whether all that a build has left still stands, while other work is under way.

The disk is asked of every file, which takes longer than most edits: so it is begun first.
"""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TypeAlias

from archive.elsewhere import elsewhere
from archive.memory import NAME as MADE
from archive.memory import Memory
from archive.tree import holds

Mark: TypeAlias = tuple[int, int]
"""What tells the memory of a build from that of any other: its file, and when it was written."""
Standing: TypeAlias = Callable[[], Mark | None]
"""Tells of which build all stands; None where it is of none."""


@contextmanager
def looked_for(build: Path) -> Iterator[Standing]:
    """Have another process see, during the block, of which build all stands in a folder."""
    if mark_of(build) is None:
        yield lambda: None
        return
    with elsewhere(partial(standing, build)) as asked:
        yield asked


def standing(build: Path) -> Mark | None:
    """The mark of the last build in a folder, if all stands that it has left.

    Nothing that another build does meanwhile is taken for that: its memory has another mark.
    """
    mark = mark_of(build)
    if mark is None:
        return None
    with closing(Memory(build / MADE)) as memory:
        return mark if memory.whole and holds(build, memory.files) else None


def mark_of(build: Path) -> Mark | None:
    """The mark of the last build in a folder; None where nothing is remembered of any."""
    with suppress(OSError):
        found = (build / MADE).stat()
        return found.st_ino, found.st_mtime_ns
    return None
