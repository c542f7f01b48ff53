"""Owns telling how a long work goes on: its phases one after the other, and the time of each."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeAlias

from tqdm import tqdm

QUIET = 2.0
"""Seconds of a phase before anything is shown of it."""

REST = "all the rest"
"""What is between phases: loading the program, and of a large archive seeing what is missing."""

Done: TypeAlias = Callable[[int], object]
"""Told how many more things are done."""


class _Bar(tqdm):  # type: ignore[type-arg]
    """A bar without a thread that watches it: beside one, work is not shared among the cores."""

    monitor_interval = 0


@dataclass(frozen=True)
class Phases:
    """The phases of a work and the seconds that they took, in their order.

    On a terminal, a phase that takes longer shows how much of it is done, how fast it goes and how
    long it will take; elsewhere nothing is shown.
    """

    seconds: dict[str, float] = field(default_factory=dict)
    begun: float = field(default_factory=time.monotonic)

    @contextmanager
    def phase(self, name: str, things: int = 1) -> Iterator[Done]:
        """A phase that deals with so many things; a name that comes again goes on counting."""
        begun = time.monotonic()
        # `disable=None` is quiet where standard error is no terminal.
        with _Bar(desc=name, total=things, delay=QUIET, disable=None, leave=False) as bar:
            yield bar.update
        self.seconds[name] = self.seconds.get(name, 0.0) + time.monotonic() - begun

    def table(self) -> str:
        """Each phase with its seconds and its share of all, and what was between them."""
        whole = time.monotonic() - self.begun or 1.0
        rows = {**self.seconds, REST: whole - sum(self.seconds.values())}
        width = max(map(len, rows))
        return "".join(
            f"{name:{width}}  {spent:8.2f} s  {spent / whole:4.0%}\n"
            for name, spent in rows.items()
        )
