"""Owns showing that phases are timed, and leave the process free to share its work."""

import subprocess
import sys
import time

from archive.phases import REST, Phases


def test_phases_are_counted_and_told_in_their_order() -> None:
    phases = Phases()
    for name in ("reading", "checking", "reading"):
        with phases.phase(name, 2) as done:
            done(2)
    assert list(phases.seconds) == ["reading", "checking"]
    first, second, rest = phases.table().splitlines()
    assert first.startswith("reading   ") and second.startswith("checking  ")
    assert first.endswith("%")
    assert rest.startswith(REST)


def test_phases_and_the_rest_are_all_of_the_time() -> None:
    phases = Phases(begun=time.monotonic() - 10)
    phases.seconds.update(reading=6.0, checking=1.5)
    shares = [line.split()[-1] for line in phases.table().splitlines()]
    assert shares == ["60%", "15%", "25%"]


def test_a_phase_starts_no_thread() -> None:
    """`cores` shares bulky work only in a process without other threads; others may have some."""
    code = """if True:
        import threading
        from archive.phases import Phases
        with Phases().phase("reading", 3) as done:
            done(3)
            print(threading.active_count())
    """
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert told.stdout == "1\n"
