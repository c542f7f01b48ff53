"""Owns the first reading of a large archive, which another process does, so that its waste goes.

Reading leaves gaps between what is needed of records, as large as that, and each process that
is forked later would have a copy of them. What the next reading takes of the catalogue has none.
"""

from functools import partial
from pathlib import Path

from archive import cores, files
from archive.archive import Archive
from archive.cataloguefile import is_left
from archive.elsewhere import elsewhere
from archive.load import load
from archive.phases import Phases
from archive.problems import Problem
from archive.reading import FOLDERS

MANY = 20_000
"""Records that are worth a second reading: that takes a tenth of the time of the first."""


def loaded(root: Path, phases: Phases) -> Archive | tuple[Problem, ...]:
    """The same as `load`, remembering; where a process can be forked, another reads many first.

    Where that has found problems, these.
    """
    can_fork = cores.number() > 1 and cores.method() == "fork"
    if can_fork and not is_left(root) and _records(root) > MANY:
        with elsewhere(partial(_read, root, phases)) as read:
            problems, seconds = read()
        phases.seconds.update(seconds)
        if problems:
            return problems
    return load(root, phases, remembering=True)


def _read(root: Path, phases: Phases) -> tuple[tuple[Problem, ...], dict[str, float]]:
    """Leave a catalogue; the problems, and how long each phase took."""
    found = load(root, phases, remembering=True)
    return () if isinstance(found, Archive) else found, phases.seconds


def _records(root: Path) -> int:
    return sum(path.endswith(".md") for name in FOLDERS for path in files.paths_below(root, name))
