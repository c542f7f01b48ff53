"""Owns running a program to measure it: its time, and the memory of all its processes at once."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from threading import Event, Thread
from typing import NamedTuple

EVERY = 0.2
"""Seconds between two looks at the memory."""
LIMIT = 2 * 60 * 60
"""Seconds after which a program is given up."""

_KILOBYTE = 1024
_SESSION = 5
"""Where the session stands in /proc/PID/stat: https://man7.org/linux/man-pages/man5/proc.5.html"""


class Failed(Exception):
    """A program did not come to a good end; says which and why in one line."""


class Ran(NamedTuple):
    """Wall time and processor time in seconds, and bytes of memory at the highest.

    Of all processes together, what several share counted once; 0 where the system does not say.
    """

    seconds: float
    processor: float
    memory: int


def ran(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Ran:
    """Run a program in a folder until it ends. Raises `Failed`; what it says is kept for that."""
    started, spent = time.monotonic(), _processor()
    with TemporaryFile() as said:
        process = subprocess.Popen(
            list(command),
            cwd=folder,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        with _Watch(process) as watch:
            code = _ended(process)
        seconds = time.monotonic() - started
        if code:
            said.seek(0)
            last = said.read().decode(errors="replace").strip().splitlines()[-1:]
            raise Failed(f"{Path(command[0]).name} ended with {code}: {' '.join(last)}")
    return Ran(seconds, _processor() - spent, watch.highest)


def end(process: "subprocess.Popen[bytes]") -> None:
    """End a program with the processes that it has started; they are a session of their own."""
    with suppress(ProcessLookupError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _processor() -> float:
    """Seconds that all processes which have ended have had of any processor."""
    told = os.times()
    return told.children_user + told.children_system


def _ended(process: "subprocess.Popen[bytes]") -> int:
    try:
        return process.wait(LIMIT)
    except subprocess.TimeoutExpired:
        return -signal.SIGTERM
    finally:
        if process.poll() is None:
            end(process)


class _Watch(Thread):
    """Looks at the memory of a session again and again until the block ends."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        super().__init__(daemon=True)
        self.session = process.pid
        self.highest = 0
        self._over = Event()

    def __enter__(self) -> "_Watch":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self.join()

    def run(self) -> None:
        """Look until the end."""
        while not self._over.wait(EVERY):
            self.highest = max(self.highest, sum(_sizes(self.session)))


def _sizes(session: int) -> Iterator[int]:
    """Bytes of each process of a session, its share of what several have."""
    for place in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, IndexError, ValueError):
            # A name may have spaces; what comes behind its bracket has none.
            told = (place / "stat").read_text().rpartition(")")[2].split()
            if int(told[_SESSION - 2]) == session:
                rolled = (place / "smaps_rollup").read_text()
                yield int(rolled.partition("Pss:")[2].split()[0]) * _KILOBYTE
