"""Owns doing without Python's search for waste among what has been read and will be needed."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = (20_000, 20, 20)
"""When Python begins to sweep: once there are so many new things, where it would at 700 of them."""


@contextmanager
def without_sweeping() -> Iterator[None]:
    """No search for waste in the block, nor later among what is left of it.

    Nearly all of what is read is needed until the end; to look through it again and again takes as
    long as to read it, and gives each forked process a copy of its own. Nor is there waste where an
    index is made. What comes later is swept: a page leaves much.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(*_SELDOM)
        gc.enable()
