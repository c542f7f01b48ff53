"""Owns showing that work shared among processes comes back whole, in order, with its errors."""

import multiprocessing
import os
import signal
import struct
import subprocess
import sys
import time
from concurrent.futures import BrokenExecutor
from functools import partial
from typing import NoReturn

import pytest

from archive import cores, sharing
from archive.elsewhere import elsewhere, received
from archive.sharing import in_parts

METHODS = ("fork", "spawn") if hasattr(os, "fork") else ("spawn",)


def squares(numbers: list[int], part: slice) -> list[tuple[int, int]]:
    """The squares of a slice, each with the process that worked it out."""
    return [(number * number, os.getpid()) for number in numbers[part]]


def refused(part: slice) -> NoReturn:
    """Work that cannot be done."""
    raise ValueError(f"nothing from {part.start} on")


@pytest.fixture(params=METHODS)
def several(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """A computer with three cores, whose processes start in the one way or the other."""
    method: str = request.param
    monkeypatch.setattr(cores, "number", lambda: 3)
    monkeypatch.setattr(cores, "method", lambda: method)
    return method


@pytest.mark.parametrize("count", [1, 7, 100])
def test_all_of_it_comes_back_in_order(several: str, count: int) -> None:
    numbers = list(range(count))
    found = [one for part in in_parts(partial(squares, numbers), count, 1) for one in part]
    assert [square for square, _ in found] == [number * number for number in numbers]
    assert {os.getpid()} != {process for _, process in found} or count == 1, several


def slowly_elsewhere(here: int, part: slice) -> tuple[int, int]:
    """What is done elsewhere takes long; where it was done, and how much."""
    time.sleep(0 if os.getpid() == here else 0.2)
    return os.getpid(), part.stop - part.start


def test_this_process_does_what_others_have_not_begun(several: str) -> None:
    found = list(in_parts(partial(slowly_elsewhere, os.getpid()), 40, 1))
    here = [count for process, count in found if process == os.getpid()]
    assert sum(count for _, count in found) == 40
    assert sum(here) >= 10, several


def test_what_stands_first_and_last_is_parted_most(several: str) -> None:
    lengths = [part.stop - part.start for part in in_parts(itself, 1000, 1)]
    assert sum(lengths) == 1000
    assert lengths[:3] == lengths[-3:] == [1, 1, 1], several
    longest = lengths.index(max(lengths))
    assert lengths[longest] == -(-1000 // (3 * sharing.PARTS_PER_CORE))
    assert lengths[:longest] == sorted(lengths[:longest])
    assert lengths[longest:] == sorted(lengths[longest:], reverse=True)


def itself(part: slice) -> slice:
    """The part that was to be done."""
    return part


def test_an_error_comes_in_its_turn(several: str) -> None:
    found = in_parts(refused_from_two, 4, 1)
    assert [next(found), next(found)] == [0, 1], several
    with pytest.raises(ValueError, match="nothing from 2 on"):
        next(found)


def refused_from_two(part: slice) -> int:
    """Work of which the beginning can be done."""
    begin: int = part.start
    return begin if begin < 2 else refused(part)


def test_little_work_stays_in_this_process(several: str) -> None:
    [found] = in_parts(partial(squares, [1, 2, 3]), 3, 4)
    assert found == [(1, os.getpid()), (4, os.getpid()), (9, os.getpid())], several


def test_bulky_work_goes_only_where_it_is_inherited(several: str) -> None:
    found = [
        one for part in in_parts(partial(squares, [1, 2, 3]), 3, 1, bulky=True) for one in part
    ]
    assert ({process for _, process in found} == {os.getpid()}) == (several == "spawn")


@pytest.mark.parametrize("bulky", [True, False])
def test_bulky_work_is_done_slice_by_slice_where_it_is_not_shared(
    monkeypatch: pytest.MonkeyPatch, bulky: bool
) -> None:
    monkeypatch.setattr(sharing, "MOST_IN_A_PART", 2)
    found = [*in_parts(partial(squares, [1, 2, 3, 4, 5]), 5, 9, bulky=bulky)]
    assert [len(part) for part in found] == ([2, 2, 1] if bulky else [5])
    assert [square for part in found for square, _ in part] == [1, 4, 9, 16, 25]
    assert [*in_parts(partial(squares, []), 0, 9, bulky=bulky)] == []


def test_an_error_of_a_worker_is_raised_here(several: str) -> None:
    with pytest.raises(ValueError, match="nothing from 0 on"):
        list(in_parts(refused, 5, 1))


def test_work_elsewhere_comes_back_when_it_is_asked_for(several: str) -> None:
    with elsewhere(partial(squares, [1, 2], slice(None))) as outer, elsewhere(os.getpid) as inner:
        process, found = inner(), outer()
    assert [square for square, _ in found] == [1, 4]
    there = {process, *(one for _, one in found)}
    assert len(there) == (2 if several == "fork" else 1)
    assert (os.getpid() in there) == (several == "spawn")


def test_an_error_elsewhere_is_raised_here(several: str) -> None:
    with elsewhere(partial(refused, slice(3, None))) as asked, pytest.raises(ValueError, match="3"):
        asked()


def test_nobody_need_ask_for_work_elsewhere(several: str) -> None:
    begun = time.monotonic()
    with elsewhere(partial(time.sleep, 60)):
        pass
    assert time.monotonic() - begun < 30


@pytest.mark.skipif("fork" not in METHODS, reason="no process can be forked here")
def test_a_process_that_is_ended_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cores, "number", lambda: 3)
    monkeypatch.setattr(cores, "method", lambda: "fork")
    with elsewhere(partial(os._exit, 9)) as asked, pytest.raises(BrokenExecutor, match="was ended"):
        asked()


@pytest.mark.skipif("fork" not in METHODS, reason="there are no such pipes here")
def test_a_process_that_is_ended_while_it_tells_is_told_of() -> None:
    here, there = multiprocessing.Pipe(duplex=False)
    os.write(there.fileno(), struct.pack("!i", 1_000) + b"a part of a thousand bytes")
    there.close()
    with pytest.raises(BrokenExecutor, match="was ended"):
        received(here)


_KILLED = """
import time
from archive import cores, elsewhere, sharing
cores.number = lambda: 2
with elsewhere.elsewhere(lambda: bytes(10**7)), elsewhere.elsewhere(lambda: bytes(10**7)):
    print("begun", flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif("fork" not in METHODS, reason="no process can be forked here")
def test_who_is_killed_leaves_no_process() -> None:
    process = subprocess.Popen([sys.executable, "-c", _KILLED], stdout=subprocess.PIPE)
    assert process.stdout
    assert process.stdout.readline() == b"begun\n"
    process.kill()
    # What it has started writes there, too: the end comes when all of them have ended.
    assert process.communicate(timeout=20)[0] == b""


_INTERRUPTED = """
import os, time
from archive import cores, elsewhere, sharing, shifts
cores.number = lambda: 2
def long(part):
    os.write(1, b"begun\\n")  # in one piece, as two processes say it
    time.sleep(60)
try:
    with elsewhere.elsewhere(lambda: time.sleep(60)):
        list({shared}(long, 8, 1))
except KeyboardInterrupt:
    print("ended")
"""


@pytest.mark.skipif("fork" not in METHODS, reason="no process can be forked here")
@pytest.mark.parametrize("shared", ["sharing.in_parts", "shifts.in_shifts"])
def test_who_is_interrupted_has_the_only_word(shared: str) -> None:
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", _INTERRUPTED.format(shared=shared)]
    process = subprocess.Popen(command, stdout=pipe, stderr=pipe, start_new_session=True)
    assert process.stdout
    assert process.stdout.readline() == b"begun\n"
    os.killpg(process.pid, signal.SIGINT)
    said, complained = process.communicate(timeout=20)
    assert said.splitlines()[-1] == b"ended"
    assert complained == b""


def test_no_process_is_forked_beside_other_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("threading.active_count", lambda: 2)
    assert cores.method() == "spawn"
