"""Owns work in shifts: parts of a whole done by other processes, relieved as their memory grows.

What a process has touched or made once it seldom gives back. So this one does none of the work,
and each other one goes when it has taken much: what all take together does not grow with the whole.
"""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import islice
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Generic, TypeVar

from archive import cores
from archive.elsewhere import received, tell
from archive.interruption import end_silently, uninterrupted
from archive.sharing import MOST_WAITING, in_parts, slices

R = TypeVar("R")

MOST_OWN = 200 * 2**20
"""Bytes of its own from which on a process is relieved."""
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
    crew = _Crew(work, number)
    try:
        yield from crew.results(slices(count, number))
    finally:
        crew.dismiss()


class _Worker(Generic[R]):
    """Another process, the numbers of the parts before it, and whether it gets no more of them."""

    def __init__(self, work: Callable[[slice], R], others: Sequence[Connection]) -> None:
        """`others` are our ends of what leads to other processes: this one must not hold them."""
        self.parts, self.tired = list[int](), False
        context = multiprocessing.get_context("fork")
        self.connection, there = context.Pipe()
        given = (work, there, (self.connection, *others))
        self._process = context.Process(target=_at_work, args=given)
        with uninterrupted():
            self._process.start()
        there.close()

    def give(self, parts: Iterator[tuple[int, slice]]) -> None:
        """Give it some more parts."""
        for number, part in parts:
            self.parts.append(number)
            with suppress(BrokenPipeError, ConnectionResetError):  # `take` tells of it
                self.connection.send(part)

    def take(self) -> tuple[int, R]:
        """What it has done of the first of its parts."""
        value, own = received(self.connection)
        self.tired = own > MOST_OWN
        return self.parts.pop(0), value

    def dismiss(self) -> None:
        """Let it end, whatever it is doing."""
        self._process.kill()
        self._process.join()
        self.connection.close()


class _Crew(Generic[R]):
    """The processes that are at work, by what leads to them."""

    def __init__(self, work: Callable[[slice], R], number: int) -> None:
        self._work, self._number = work, number
        self._workers: dict[Connection, _Worker[R]] = {}

    def results(self, parts: Iterator[slice]) -> Iterator[R]:
        """The results of all parts, in their order."""
        numbered, done, at = enumerate(parts), dict[int, R](), 0
        while True:
            if len(done) < MOST_WAITING:
                self._give(numbered)
            if at in done:
                yield done.pop(at)
                at += 1
            elif self._workers:
                done |= dict(self._taken())
            else:
                return

    def _give(self, parts: Iterator[tuple[int, slice]]) -> None:
        """Have some parts before each process, as long as there are any."""
        while len(self._workers) < self._number and (first := next(parts, None)):
            worker = _Worker(self._work, tuple(self._workers))
            self._workers[worker.connection] = worker
            worker.give(iter([first]))
        for worker in self._workers.values():
            if not worker.tired:
                worker.give(islice(parts, AHEAD - len(worker.parts)))

    def _taken(self) -> Iterator[tuple[int, R]]:
        """What has been done of parts by now, of at least one."""
        ready = wait(list(self._workers))
        for worker in [one for one in self._workers.values() if one.connection in ready]:
            yield worker.take()
            if not worker.parts:
                del self._workers[worker.connection]
                worker.dismiss()

    def dismiss(self) -> None:
        """Nobody asks for anything more."""
        for worker in self._workers.values():
            worker.dismiss()


def _at_work(
    work: Callable[[slice], object], told: Connection, not_ours: Sequence[Connection]
) -> None:
    """Do one part after the other, until nobody gives any."""
    for connection in not_ours:
        connection.close()
    end_silently()
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            tell(partial(_done, work, told.recv()), told)


def _done(work: Callable[[slice], R], part: slice) -> tuple[R, int]:
    return work(part), _own()


def _own() -> int:
    """Bytes of memory that this process shares with no other.

    Source: https://docs.kernel.org/filesystems/proc.html, smaps_rollup; in kB.
    """
    with suppress(OSError):
        lines = Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()
        private = (line.split() for line in lines if line.startswith("Private_"))
        return sum(int(amount) for _, amount, _ in private) * 1024
    return 0
