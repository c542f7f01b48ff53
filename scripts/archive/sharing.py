"""Owns sharing work among the computer's cores: parts of a whole, done at once, back in order."""

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import Any, TypeVar

from archive import cores
from archive.interruption import end_silently, uninterrupted

R = TypeVar("R")

PARTS_PER_CORE = 8
"""More parts than cores, so that one slow part does not keep the other cores waiting."""
MOST_IN_A_PART = 500
"""Things whose results are in memory at once, for each of the parts under way."""
AHEAD = 3
"""Parts that each other process has before it: it is not idle while this one does a part."""
MOST_WAITING = 16
"""Parts that may be there, or under way, while one before them is not."""


class _Task:
    """What a worker process was started for; each has its own."""

    work: Callable[[slice], Any]


def in_parts(
    work: Callable[[slice], R], count: int, least: int, *, bulky: bool = False
) -> Iterator[R]:
    """The results of `work` for slices that together cover `count` things, in their order.

    Below `least` things, or on a single core, all of it is done in this process: other processes
    would cost more than they bring. So it is where `work` is `bulky` (more to hand over than to do)
    and cannot be inherited by forking; what is bulky is done slice by slice there, too. `work` must
    be picklable, as must be its results; an exception in a worker is raised here. What is done for
    a slice must not depend on how the whole was sliced.
    """
    number = cores.number()
    if number == 1 or count < least or (bulky and cores.method() != "fork"):
        most = MOST_IN_A_PART if bulky else max(count, 1)
        yield from (work(slice(at, min(at + most, count))) for at in range(0, count, most))
        return
    context = multiprocessing.get_context(cores.method())
    # This process works as well: one process less to hold all that the work needs.
    with ProcessPoolExecutor(number - 1, context, initializer=_begin, initargs=(work,)) as pool:
        try:
            yield from _shared(work, pool, slices(count, number), AHEAD * (number - 1))
        finally:
            pool.shutdown(cancel_futures=True)


def _shared(
    work: Callable[[slice], R], pool: ProcessPoolExecutor, parts: Iterator[slice], ahead: int
) -> Iterator[R]:
    """The results in their order; `ahead` parts are with other processes, as long as there are."""
    waiting = deque[Future[R]]()
    while True:
        busy = sum(not one.done() for one in waiting)
        with uninterrupted():
            waiting.extend(pool.submit(_do, part) for part in islice(parts, ahead - busy))
        if not waiting:
            return
        behind = not waiting[0].done() and len(waiting) <= MOST_WAITING
        if behind and (part := next(parts, None)):
            waiting.append(_done(work, part))
        else:
            yield waiting.popleft().result()


def _done(work: Callable[[slice], R], part: slice) -> Future[R]:
    """A part that this process does."""
    result = Future[R]()
    try:
        result.set_result(work(part))
    except Exception as error:
        result.set_exception(error)  # raised in its turn
    return result


def slices(count: int, number: int, each: int = PARTS_PER_CORE) -> Iterator[slice]:
    """The parts of so many things for so many cores, about so many for each.

    They are small at first, as what takes long often stands first, and small again at the end, so
    that no process is left long with a last one.
    """
    most = min(MOST_IN_A_PART, -(-count // (number * each)))
    begin = 0
    while begin < count:
        end = begin + max(1, min(most, begin // number, (count - begin) // (2 * number)))
        yield slice(begin, end)
        begin = end


def _begin(work: Callable[[slice], Any]) -> None:
    _Task.work = work
    end_silently()


def _do(part: slice) -> Any:
    return _Task.work(part)
