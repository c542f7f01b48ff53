"""Owns how a command gets a checked archive, and how it says that there is none."""

import sys
from pathlib import Path

from archive.archive import Archive
from archive.console import give, say, summary
from archive.firstread import loaded
from archive.phases import Phases
from archive.problems import as_text


def checked(root: Path, phases: Phases) -> Archive:
    """The archive in a folder, or the end of the command with every problem printed."""
    found = loaded(root, phases)
    if isinstance(found, Archive):
        return found
    give(as_text(found))
    say(summary(found))
    sys.exit(1)
