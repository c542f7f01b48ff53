"""Lets the building of an index be measured: its wall time, and the memory at its highest.

    python -m archive.measure.building ENGINE DOCUMENTS FOLDER

prints the memory. It is a small process between, because the system counts the memory that a
process had before it became another program, and that of this one's parent may be large.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from threading import Timer
from typing import NamedTuple

BUILD = (sys.executable, "-m", "archive.measure.build")
HERE = (sys.executable, "-m", "archive.measure.building")
LIMIT = 20 * 60
"""Seconds after which a build is given up."""
UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in which the system counts memory: https://man7.org/linux/man-pages/man2/getrusage.2.html"""


class Built(NamedTuple):
    """What a build cost: wall time in seconds, and the highest memory of its largest process."""

    seconds: float
    memory: int | None


def build(name: str, documents: Path, folder: Path) -> Built | None:
    """Build the named engine's files into a folder, which is made; nothing if that fails.

    The memory is not known on Windows. What went wrong is said on standard error.
    """
    started = time.monotonic()
    command = [*HERE, name, str(documents), str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True)
    timer = Timer(LIMIT, _end, [process])
    timer.start()
    try:
        told, _ = process.communicate()
    finally:
        timer.cancel()
        if process.poll() is None:
            _end(process)
    seconds = time.monotonic() - started
    if process.returncode:
        return None
    return Built(seconds, int(told) or None)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a build with the programs that it has started; they are in a session of their own."""
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)


def main(arguments: Sequence[str]) -> None:
    """Run the build, and print the bytes of memory that its largest process had, or 0."""
    subprocess.run([*BUILD, *arguments], check=True, stdout=sys.stderr)
    print(_largest())


def _largest() -> int:
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * UNIT


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except subprocess.CalledProcessError as error:
        sys.exit(error.returncode or 1)
