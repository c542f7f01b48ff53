"""Stand-ins for the commands that the doors run."""

import platform
import shlex
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

import environment
from door import NotReadyError

# An `exec` of the Python that runs the tests, for a stand-in written in shell.
EXEC_PYTHON = f'exec {shlex.quote(sys.executable)} "$@"'


class Machine:
    """Stands in for the commands that `environment` runs: no Python is made, nothing is fetched."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.failing = ""
        kind = f"{sys.implementation.cache_tag} {sysconfig.get_platform()}"
        self.python = f"{kind} {platform.python_version()}"

    def quietly(self, command: Sequence[str | Path], problem: str, cure: str) -> str:
        """Keep the last word of each command (a lock file, a directory) as what was done."""
        if environment.PROBE in command:
            if not Path(command[0]).exists():
                raise NotReadyError(problem)
            return self.python
        what = "venv" if "venv" in command else Path(command[-1]).name
        self.done.append(what)
        if what == self.failing:
            raise NotReadyError(f"{problem}. {cure}")
        if what == "venv":
            self._make(Path(command[-1]))
        return ""

    def _make(self, folder: Path) -> None:
        python = environment.Environment(folder.parent).tool("python")
        python.parent.mkdir(parents=True, exist_ok=True)
        write_command(python, EXEC_PYTHON)


def write_command(path: Path, shell: str) -> None:
    """A command for this test, in the language of the shell."""
    path.write_text(f"#!/bin/sh\n{shell}\n")
    path.chmod(0o755)
