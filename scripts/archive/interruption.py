"""Owns what Ctrl-C does to the processes of one command: one of them speaks, the others end."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Ctrl-C waits for the end of the block; the processes started in it let it wait as well."""
    _hold(True)
    try:
        yield
    finally:
        _hold(False)


def end_silently() -> None:
    """Have this process ended by Ctrl-C without a word, as the one that started it has its own."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    _hold(False)


def _hold(held: bool) -> None:
    """Hold Ctrl-C back, or no more; Windows cannot, and one that just begins may speak there."""
    if hasattr(signal, "pthread_sigmask"):
        how = signal.SIG_BLOCK if held else signal.SIG_UNBLOCK
        signal.pthread_sigmask(how, {signal.SIGINT})
