"""Owns showing that phases are timed, and leave the process free to share its work."""

import threading

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
    """`cores` shares bulky work only in a process without other threads."""
    before = threading.active_count()
    with Phases().phase("reading", 3) as done:
        done(3)
        assert threading.active_count() == before
