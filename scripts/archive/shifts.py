"""Owns work in shifts: parts of a whole done by other processes, relieved as their memory grows.

What a process has touched or made once it seldom gives back. So this one does none of the work,
and each other one goes when it has taken much; what has been made is not kept in memory.
"""

import ctypes
import gc
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Generic, TypeVar

from archive import cores
from archive.elsewhere import busy, received, tell
from archive.interruption import end_silently, uninterrupted
from archive.sharing import MOST_WAITING, in_parts, slices

R = TypeVar("R")

MOST_OWN = 350 * 2**20
"""Bytes of its own from which on a process is relieved, between two parts.

Of 50,000 records, whoever has looked at all has 150 MB of its own at once; with a bound near to
that, more time is spent on reading again what lists need of all records.
"""
PARTS_PER_CORE = 128
"""More parts than where work is only shared: within a part nobody is relieved."""
AHEAD = 2
"""Parts that each process has before it: it is not idle while this one takes in what it did."""


def in_shifts(work: Callable[[slice], R], count: int, least: int) -> Iterator[R]:
    """The results of `work` for slices that together cover `count` things, in their order.

    As `in_parts` of sharing.py, of work that is inherited by forking; where no process can be
    forked, or for less than `least` things, all of it is done here.
    """
    number = cores.number()
    if number == 1 or count < least or cores.method() != "fork":
        yield from in_parts(work, count, least, bulky=True)
        return
    _give_back()
    crew = _Crew(work, number, slices(count, number, PARTS_PER_CORE))
    try:
        yield from crew.results()
    finally:
        crew.dismiss()
        _give_back()


class _Worker(Generic[R]):
    """Another process, the parts before it by their numbers, and whether it has had enough."""

    def __init__(self, work: Callable[[slice], R], others: Sequence[Connection]) -> None:
        """`others` are our ends of what leads to other processes: this one must not hold them."""
        self.parts, self.tired = dict[int, slice](), False
        context = multiprocessing.get_context("fork")
        self.connection, there = context.Pipe()
        given = (work, there, (self.connection, *others))
        self._process = context.Process(target=_at_work, args=given)
        with uninterrupted():
            self._process.start()
        there.close()

    def give(self, number: int, part: slice) -> None:
        """Give it one more part."""
        self.parts[number] = part
        with suppress(BrokenPipeError, ConnectionResetError):  # `take` tells of it
            self.connection.send(part)

    def take(self) -> tuple[int, Future[R]]:
        """What it has done of the first of its parts, or an exception to be raised in its turn."""
        number, result = next(iter(self.parts)), Future[R]()
        try:
            value, self.tired = received(self.connection)
            result.set_result(value)
        except BrokenExecutor:
            raise
        except Exception as error:
            result.set_exception(error)
        del self.parts[number]
        return number, result

    def dismiss(self) -> None:
        """Let it end, whatever it is doing."""
        self._process.kill()
        self._process.join()
        self.connection.close()


class _Crew(Generic[R]):
    """The processes that are at work on the parts of a whole, by what leads to them."""

    def __init__(self, work: Callable[[slice], R], number: int, parts: Iterator[slice]) -> None:
        self._work, self._number, self._parts = work, number, enumerate(parts)
        self._workers: dict[Connection, _Worker[R]] = {}
        self._again = deque[tuple[int, slice]]()

    def results(self) -> Iterator[R]:
        """The results of all parts, in their order."""
        done, at = dict[int, Future[R]](), 0
        while True:
            if len(done) < MOST_WAITING:
                self._give()
            if at in done:
                yield done.pop(at).result()
                at += 1
            elif self._workers:
                done |= dict(self._taken())
            else:
                return

    def _give(self) -> None:
        """Have some parts before each process, as long as there are any.

        Who is busy elsewhere has a core: one more process would need memory, and bring no time.
        """
        most = max(1, self._number - busy())
        for ahead in range(AHEAD):
            while len(self._workers) < most and (one := self._next()):
                worker = _Worker(self._work, tuple(self._workers))
                self._workers[worker.connection] = worker
                worker.give(*one)
            for worker in self._workers.values():
                if len(worker.parts) <= ahead and (one := self._next()):
                    worker.give(*one)

    def _next(self) -> tuple[int, slice] | None:
        return self._again.popleft() if self._again else next(self._parts, None)

    def _taken(self) -> Iterator[tuple[int, Future[R]]]:
        """What has been done of parts by now, of at least one; who had enough leaves the rest."""
        ready = wait(list(self._workers))
        for worker in [one for one in self._workers.values() if one.connection in ready]:
            yield worker.take()
            if worker.tired or not worker.parts:
                self._again.extend(worker.parts.items())
                del self._workers[worker.connection]
                worker.dismiss()

    def dismiss(self) -> None:
        """Nobody asks for anything more."""
        for worker in self._workers.values():
            worker.dismiss()


def _at_work(
    work: Callable[[slice], object], told: Connection, not_ours: Sequence[Connection]
) -> None:
    """Do one part after the other, until nobody gives any, or much memory is taken."""
    for connection in not_ours:
        connection.close()
    end_silently()
    gc.freeze()  # to seek waste in what is inherited would be to have a copy of it
    tired = False

    def done(part: slice) -> tuple[object, bool]:
        nonlocal tired
        result = work(part)
        tired = _own() > MOST_OWN
        return result, tired

    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while not tired:
            tell(partial(done, told.recv()), told)


def _give_back() -> None:
    """Have the C library give back what is free: else all processes have it that are forked.

    Source: https://man7.org/linux/man-pages/man3/malloc_trim.3.html; other libraries have none.
    """
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


def _own() -> int:
    """Bytes of memory that this process shares with no other.

    Source: https://docs.kernel.org/filesystems/proc.html, smaps_rollup; in kB.
    """
    with suppress(OSError):
        lines = Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()
        private = (line.split() for line in lines if line.startswith("Private_"))
        return sum(int(amount) for _, amount, _ in private) * 1024
    return 0
