"""Owns whether this machine can measure: the packages that only measuring needs, and a browser."""

import importlib.util
import sys
from collections.abc import Sequence

from archive.console import say
from archive.measure.browser import VARIABLE, browser_program


def ready(packages: Sequence[str]) -> str:
    """The browser's program; or the end of the command with exit code 2, saying what is missing."""
    missing = [name for name in packages if importlib.util.find_spec(name) is None]
    if missing:
        say(
            f"Measuring needs {', '.join(missing)}, not installed here:"
            " python3 scripts/test.py --collect-only installs all that is needed."
        )
        sys.exit(2)
    if not (program := browser_program()):
        say(
            "Measuring needs Chromium or Chrome, not found here: install it, or name the program in"
            f" the environment variable {VARIABLE}."
        )
        sys.exit(2)
    return program
