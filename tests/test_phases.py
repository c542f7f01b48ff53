"""Owns showing that phases are timed, and leave the process free to share its work."""

import subprocess
import sys

from archive.phases import Phases


def test_phases_are_counted_and_told_in_their_order() -> None:
    phases = Phases()
    for name in ("reading", "checking", "reading"):
        with phases.phase(name, 2) as done:
            done(2)
    assert list(phases.seconds) == ["reading", "checking"]
    first, second = phases.table().splitlines()
    assert first.startswith("reading   ") and second.startswith("checking  ")
    assert first.endswith("%")


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
