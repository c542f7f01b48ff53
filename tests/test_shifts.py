"""Owns showing that work in shifts comes back whole, in order, and that workers are relieved."""

import multiprocessing
import os
import subprocess
import sys
import time
from concurrent.futures import BrokenExecutor
from functools import partial
from typing import NoReturn

import pytest

from archive import cores, shifts
from archive.elsewhere import busy, elsewhere
from archive.sharing import slices
from archive.shifts import PARTS_PER_CORE, in_shifts
from tests.test_sharing import refused_from_two, squares

COUNT = 300


@pytest.fixture(autouse=True)
def several(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer with two cores, whose processes are forked."""
    if not hasattr(os, "fork"):
        pytest.skip("no process can be forked here")
    monkeypatch.setattr(cores, "number", lambda: 2)
    monkeypatch.setattr(cores, "method", lambda: "fork")


def done() -> list[tuple[int, int]]:
    """Squares, each with the process that worked it out."""
    work = partial(squares, list(range(COUNT)))
    return [one for part in in_shifts(work, COUNT, 1) for one in part]


def test_others_do_all_of_it_and_it_comes_back_in_order() -> None:
    found = done()
    assert [square for square, _ in found] == [number * number for number in range(COUNT)]
    workers = {process for _, process in found}
    assert len(workers) == 2
    assert os.getpid() not in workers


def test_who_has_taken_much_memory_is_relieved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shifts, "MOST_OWN", 0)
    found = done()
    assert [square for square, _ in found] == [number * number for number in range(COUNT)]
    parts = len(list(slices(COUNT, 2, PARTS_PER_CORE)))
    assert len({process for _, process in found}) == parts, "each did one part"


def hoarding(part: slice) -> tuple[int, int]:
    """Work that leaves ten megabytes for each part; who did it, and what it had by then."""
    _HOARD.append(bytes([1]) * 10_000_000)
    return os.getpid(), len(_HOARD)


_HOARD = list[bytes]()


def test_memory_is_what_a_process_has_taken_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    _HOARD.append(bytes([1]) * 50_000_000)  # which all of them have, and none has taken
    monkeypatch.setattr(shifts, "MOST_OWN", 45_000_000)
    try:
        found = list(in_shifts(hoarding, COUNT, 1))
    finally:
        _HOARD.clear()
    longest = max(taken for _, taken in found)
    assert 3 <= longest <= 6, "one that all had, and at most five of its own"
    assert len({process for process, _ in found}) > 2


def test_beside_one_who_is_busy_elsewhere_another_is_enough() -> None:
    with elsewhere(partial(time.sleep, 60)):
        assert len({process for _, process in done()}) == 1
    assert len({process for _, process in done()}) == 2


def test_who_has_told_what_came_of_it_is_busy_no_more() -> None:
    with elsewhere(partial(bytes, 10**7)) as asked:
        while busy():
            time.sleep(0.01)
        assert len({process for _, process in done()}) == 2
        assert asked() == bytes(10**7)


def test_few_things_are_done_here() -> None:
    [found] = in_shifts(partial(squares, [1, 2, 3]), 3, 4)
    assert found == [(1, os.getpid()), (4, os.getpid()), (9, os.getpid())]


def test_where_no_process_can_be_forked_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cores, "method", lambda: "spawn")
    assert {process for _, process in done()} == {os.getpid()}


def test_an_error_is_raised_here_and_leaves_no_process() -> None:
    found = in_shifts(refused_from_two, 4, 1)
    with pytest.raises(ValueError, match="nothing from 2 on"):
        list(found)
    assert multiprocessing.active_children() == []


def ended(part: slice) -> NoReturn:
    """Work in which a process is ended from outside."""
    os._exit(9)


def test_a_process_that_is_ended_is_told_of() -> None:
    with pytest.raises(BrokenExecutor, match="was ended"):
        list(in_shifts(ended, 4, 1))


_KILLED = """
import time
from archive import cores, shifts
from archive.elsewhere import busy, elsewhere
cores.number = lambda: 3
for part in shifts.in_shifts(lambda part: bytes(10**6), 300, 1):
    print("begun", flush=True)
    time.sleep(60)
"""


def test_who_is_killed_leaves_no_process() -> None:
    command = [sys.executable, "-c", _KILLED]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert process.stdout
    assert process.stdout.readline() == b"begun\n"
    process.kill()
    # What it has started has an end of this pipe, too: the end comes when all of them have ended.
    assert process.communicate(timeout=20)[0] == b""
