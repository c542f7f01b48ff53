"""Owns doing without Python's search for waste while a command reads and checks an archive."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_sweeping() -> Iterator[None]:
    """No search for waste among what is read: nearly all of it is needed until the end.

    To look through it again and again takes as long as to read it.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
