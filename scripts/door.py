"""Owns how a door ends: with the exit code of its job, or with one clear message."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn


class NotReadyError(Exception):
    """The work cannot start; the text says why and what to do about it."""


def open_door(job: Callable[[], int]) -> NoReturn:
    """Do the job and exit with its code, never with a traceback."""
    try:
        sys.exit(job())
    except NotReadyError as problem:
        sys.exit(str(problem))
    except KeyboardInterrupt:
        sys.exit(130)


def say(sentence: str) -> None:
    """Print at once, because the commands that follow write to the same place by themselves."""
    print(sentence, flush=True)


def quietly(command: Sequence[str | Path], problem: str, cure: str) -> str:
    """The output of a command that readers need not see, unless it fails."""
    try:
        done = subprocess.run(
            command, capture_output=True, check=True, encoding="utf-8", errors="replace"
        )
    except OSError as error:
        raise NotReadyError(f"{problem}: {error}. {cure}") from error
    except subprocess.CalledProcessError as error:
        reason = fault(f"{error.stdout}\n{error.stderr}") or str(error)
        raise NotReadyError(f"{problem}: {reason.rstrip('.')}. {cure}") from error
    return done.stdout


def fault(output: str) -> str:
    """The line of a failed command's output that names the fault: its first ERROR, or its last."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line.removeprefix("ERROR: ") for line in lines if line.startswith("ERROR: ")]
    return next(iter(errors or lines[-1:]), "")
