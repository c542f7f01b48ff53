"""Owns how many of the computer's cores a command uses, and how it starts other processes."""

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager


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


def number() -> int:
    """How many cores this process may use."""
    if not _Allowed.several:
        return 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def method() -> str:
    """A forked worker has everything at once, but must not be forked beside other threads."""
    alone = threading.active_count() == 1
    return "fork" if sys.platform == "linux" and alone else "spawn"
