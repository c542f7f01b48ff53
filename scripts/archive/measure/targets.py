"""Owns the numbers to reach, by the size of the collection."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

SIZES = (10_000, 54_000, 100_000)
"""Texts. The targets of the smallest size that is not exceeded hold; of the largest for more."""


@dataclass(frozen=True)
class Target:
    """The most that figures may be: in their own unit, or as a share of Pagefind's."""

    limits: tuple[float, ...]
    share: bool = False

    def met(self, figures: Sequence[float] | None) -> bool | None:
        """Whether all figures, or shares, are within the limits; unknown where there are none."""
        if figures is None:
            return None
        return all(figure <= limit for figure, limit in zip(figures, self.limits, strict=True))


def _each(*limits: tuple[float, ...] | float | None) -> tuple[Target | None, ...]:
    return tuple(_target(limit) for limit in limits)


def _shares(*limits: float | None) -> tuple[Target | None, ...]:
    return tuple(None if limit is None else Target((limit,), share=True) for limit in limits)


def _target(limit: tuple[float, ...] | float | None) -> Target | None:
    if limit is None:
        return None
    return Target(limit if isinstance(limit, tuple) else (limit,))


INDEX_BYTES = "index bytes, cold query, median / p95"
PHRASE_BYTES = "index bytes, quoted phrase, p95"
ONCE = "one-time bytes, scripts included"
ALL_BYTES = "all bytes, cold query, ten results, median"
COLD = "time of a cold first query, median"
WARM = "time of a warm query, p95"
BUILD = "time of the build"
MEMORY = "highest memory of the build"
ROUNDS = "round trips after focus, word / phrase"

_TARGETS: Mapping[str, tuple[Target | None, ...]] = MappingProxyType(
    {
        INDEX_BYTES: _each((6_000, 13_000), (15_000, 50_000), (25_000, 100_000)),
        PHRASE_BYTES: _each(16_000, 19_000, 25_000),
        ONCE: _each(30_000, 50_000, 75_000),
        ALL_BYTES: _shares(0.2, 0.1, None),
        COLD: _shares(0.3, 0.2, None),
        WARM: _each(0.015, 0.030, 0.060),
        BUILD: _shares(1, 1, None),
        MEMORY: (*_shares(0.25, 0.15), *_each(1_500_000_000)),
        ROUNDS: _each((2, 2), (2, 2), (2, 2)),
    }
)


def target(name: str, texts: int) -> Target | None:
    """What a figure of this name must reach for so many texts, if anything."""
    column = next((at for at, size in enumerate(SIZES) if texts <= size), len(SIZES) - 1)
    return _TARGETS[name][column] if name in _TARGETS else None
