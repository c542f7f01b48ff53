"""Owns running a reader apart, with limits of time and memory, so that no file can hurt us."""

import contextlib
import json
import os
import signal
import subprocess
import sys
from typing import Any

SECONDS = 60
"""The longest that reading may take; five hundred pages take a few seconds."""

MEMORY = 1_000_000_000
"""Bytes of address space that a reader may have."""

_READER = "archive.intake.reader"


def run_apart(form: str, content: bytes, seconds: float = SECONDS) -> dict[str, Any] | None:
    """What the reader of a form says of the bytes; None where it broke.

    Raises TimeoutError where it did not come to an end; it is killed then, with its children.
    """
    command = [sys.executable, "-P", "-m", _READER, form]
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        said, _ = process.communicate(content, timeout=seconds)
    except subprocess.TimeoutExpired:
        raise TimeoutError from None
    finally:
        _end(process)
    return _told(said) if process.returncode == 0 else None


def limit_memory() -> None:
    """Lets this process have no more than `MEMORY`, where the system can see to that."""
    try:
        import resource  # noqa: PLC0415  (Windows has none)
    except ImportError:
        return
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Ends a process that still runs (after a limit, or Ctrl-C), and all that it started."""
    if process.poll() is None:
        if hasattr(os, "killpg"):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.communicate()


def _told(said: bytes) -> dict[str, Any] | None:
    try:
        plain = json.loads(said)
    except ValueError:
        return None
    return plain if isinstance(plain, dict) else None
