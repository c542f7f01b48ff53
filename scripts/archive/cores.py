"""Owns sharing work among the computer's cores: parts of a whole, done at once, back in order."""

import multiprocessing
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from functools import partial
from itertools import islice
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from archive.interruption import end_silently, uninterrupted

R = TypeVar("R")

PARTS_PER_CORE = 8
"""More parts than cores, so that one slow part does not keep the other cores waiting."""
MOST_IN_A_PART = 500
"""Things whose results are in memory at once, for each of the parts under way."""


class _Task:
    """What a worker process was started for; each has its own."""

    work: Callable[[slice], Any]


def in_parts(
    work: Callable[[slice], R], count: int, least: int, *, bulky: bool = False
) -> Iterator[R]:
    """The results of `work` for slices that together cover `count` things, in their order.

    Below `least` things, or on a single core, all of it is one slice in this process: other
    processes would cost more than they bring. So it is where `work` is `bulky` (more to hand over
    than to do) and cannot be inherited by forking. `work` must be picklable, as must be its
    results; an exception in a worker is raised here. What is done for a slice must not depend on
    how the whole was sliced.
    """
    cores = _cores()
    if cores == 1 or count < least or (bulky and _method() != "fork"):
        yield work(slice(0, count))
        return
    parts = _slices(count, cores)
    with ProcessPoolExecutor(
        cores, multiprocessing.get_context(_method()), initializer=_begin, initargs=(work,)
    ) as pool:
        try:
            # Only so many are under way that a slow reader of the results does not pile them up.
            with uninterrupted():
                waiting = deque(pool.submit(_do, part) for part in islice(parts, cores + 1))
            while waiting:
                yield waiting.popleft().result()
                waiting.extend(pool.submit(_do, part) for part in islice(parts, 1))
        finally:
            pool.shutdown(cancel_futures=True)


@contextmanager
def elsewhere(work: Callable[[], R]) -> Iterator[Callable[[], R]]:
    """Have another process do some work during the block; in it, one may ask for the result.

    Where no process can be forked, or there is a single core, it is done when it is asked for. An
    exception there is raised here. Blocks may stand in one another, as no thread is started.
    """
    if _cores() == 1 or _method() != "fork":
        yield work
        return
    context = multiprocessing.get_context("fork")
    result, told = context.Pipe(duplex=False)
    process = context.Process(target=_tell, args=(work, told, result))
    with uninterrupted():
        process.start()
    told.close()
    try:
        yield partial(_result, result)
    finally:
        process.kill()
        process.join()
        result.close()


def _tell(work: Callable[[], object], told: Connection, result: Connection) -> None:
    """Do work in another process, and tell what came of it, unless nobody asks any more.

    Who asks is alone to hold the other end: else nobody would notice that it was ended.
    """
    result.close()
    end_silently()
    with suppress(BrokenPipeError):
        try:
            told.send((work(), None))
        except Exception as error:
            told.send((None, error))


def _result(told: Connection) -> Any:
    try:
        value, error = told.recv()
    except EOFError:
        raise BrokenProcessPool("a process that did a part of the work was ended") from None
    if error:
        raise error
    return value


def _slices(count: int, cores: int) -> Iterator[slice]:
    length = min(MOST_IN_A_PART, -(-count // (cores * PARTS_PER_CORE)))
    return (slice(begin, min(begin + length, count)) for begin in range(0, count, length))


@contextmanager
def alone() -> Iterator[None]:
    """All work of the block is done in this process, as one who measures it needs it."""
    _Allowed.several = False
    try:
        yield
    finally:
        _Allowed.several = True


class _Allowed:
    """Whether work may be shared."""

    several = True


def _cores() -> int:
    """How many cores this process may use."""
    if not _Allowed.several:
        return 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _method() -> str:
    """A forked worker has everything at once, but must not be forked beside other threads."""
    alone = threading.active_count() == 1
    return "fork" if sys.platform == "linux" and alone else "spawn"


def _begin(work: Callable[[slice], Any]) -> None:
    _Task.work = work
    end_silently()


def _do(part: slice) -> Any:
    return _Task.work(part)
