"""Owns having another process do a piece of work while this one goes on."""

import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

from archive import cores
from archive.interruption import end_silently, uninterrupted

R = TypeVar("R")

_UNTOLD = set[Connection]()
"""Our ends of what leads to processes that do a piece of work for a block."""


@dataclass(frozen=True)
class Asked(Generic[R]):
    """Work that another process was asked for: what came of it, to be taken once, when it is told.

    Who is `told` something need not wait for it.
    """

    take: Callable[[], R]
    told: Callable[[], bool]

    def __call__(self) -> R:
        """What came of it."""
        return self.take()


@contextmanager
def elsewhere(work: Callable[[], R]) -> Iterator[Asked[R]]:
    """Have another process do some work during the block; in it, one may ask for the result.

    Where no process can be forked, or there is a single core, it is done when it is asked for. An
    exception there is raised here. Blocks may stand in one another, as no thread is started.
    """
    if cores.number() == 1 or cores.method() != "fork":
        yield Asked(work, lambda: False)
        return
    context = multiprocessing.get_context("fork")
    result, told = context.Pipe(duplex=False)
    process = context.Process(target=_tell, args=(work, told, result))
    with uninterrupted():
        process.start()
    told.close()
    _UNTOLD.add(result)
    try:
        yield Asked(partial(received, result), result.poll)
    finally:
        _UNTOLD.discard(result)
        process.kill()
        process.join()
        result.close()


def busy() -> int:
    """How many processes are at work elsewhere: none of them has begun to tell what came of it."""
    return sum(not result.poll() for result in _UNTOLD)


def _tell(work: Callable[[], object], told: Connection, result: Connection) -> None:
    """Do work in another process, and tell what came of it, unless nobody asks any more.

    Who asks is alone to hold the other end: else nobody would notice that it was ended.
    """
    _UNTOLD.clear()
    result.close()
    end_silently()
    with suppress(BrokenPipeError):
        tell(work, told)


def tell(work: Callable[[], object], told: Connection) -> None:
    """Do work, and tell the process that asked what came of it, be it an exception."""
    try:
        told.send((work(), None))
    except Exception as error:
        told.send((None, error))


def received(told: Connection) -> Any:
    """What the process at the other end tells of its work; its exception is raised here."""
    try:
        value, error = told.recv()
    except (EOFError, OSError):  # this one when it had told a part
        raise BrokenProcessPool("a process that did a part of the work was ended") from None
    if error:
        raise error
    return value
