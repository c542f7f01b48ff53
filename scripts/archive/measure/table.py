"""Owns how a benchmark is told: a table with a column for each engine, or JSON."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from archive.measure.engines import OURS, PAGEFIND
from archive.measure.targets import Target, target

Figures = tuple[float, ...]

BYTES = "bytes"
SECONDS = "seconds"
COUNT = "count"
_SCALES = {
    BYTES: ((1e9, "GB"), (1e6, "MB"), (1e3, "kB")),
    SECONDS: ((1, "s"), (1e-3, "ms")),
    COUNT: ((1, ""),),
}
"""Prefixes of the International System: 1 kB is 1,000 bytes."""

SURE = 100
"""From here on, figures are shown without decimals."""
NOT_RUN = "not run"
NONE = "–"


@dataclass(frozen=True)
class Row:
    """What was measured under a name, by engine: several figures where the name says so.

    An engine that is not there has no such figure; nothing stands for one that was not run.
    """

    name: str
    unit: str
    figures: Mapping[str, Figures | None]

    @property
    def shares(self) -> Figures | None:
        """Our figures as shares of Pagefind's; nothing where either lacks."""
        ours, other = self.figures.get(OURS.name), self.figures.get(PAGEFIND.name)
        if not ours or not other or not all(other):
            return None
        return tuple(a / b for a, b in zip(ours, other, strict=True))

    def met(self, wanted: Target | None) -> bool | None:
        """Whether the target is reached, if there is one and it can be told."""
        if wanted is None:
            return None
        return wanted.met(self.shares if wanted.share else self.figures.get(OURS.name))


def as_table(rows: Sequence[Row], engines: Sequence[str], texts: int) -> str:
    """The table as plain text, a line for each row."""
    compared = PAGEFIND.name in engines
    head = ["", *engines, *(["ratio to Pagefind"] if compared else []), "target", ""]
    lines = [head, *(list(_cells(row, engines, texts, compared)) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "".join(f"{_line(line, widths)}\n" for line in lines)


def as_json(rows: Sequence[Row], about: Mapping[str, object], texts: int) -> str:
    """An object: what was measured with, and under `rows` each figure, not rounded."""
    told = [
        {
            "name": row.name,
            "unit": row.unit,
            "figures": row.figures,
            "ratio_to_pagefind": row.shares,
            "most": wanted.limits if (wanted := target(row.name, texts)) else None,
            "most_is_share_of_pagefind": bool(wanted and wanted.share),
            "reached": row.met(wanted),
        }
        for row in rows
    ]
    return json.dumps({**about, "rows": told}, ensure_ascii=False, indent=2) + "\n"


def _cells(row: Row, engines: Iterable[str], texts: int, compared: bool) -> Iterator[str]:
    yield row.name
    for name in engines:
        found = row.figures.get(name, ())
        yield NOT_RUN if found is None else shown(found, row.unit) if found else NONE
    if compared:
        yield _shares(row.shares) if row.shares else NONE
    wanted = target(row.name, texts)
    yield _told(wanted, row.unit) if wanted else ""
    met = row.met(wanted)
    yield "" if met is None else "reached" if met else "MISSED"


def shown(figures: Figures, unit: str) -> str:
    """Figures with their unit, in the scale of the largest: `5.5 / 12.4 kB`."""
    scales = _SCALES[unit]
    scale, name = next(((s, n) for s, n in scales if max(figures) >= s), scales[-1])
    return f"{' / '.join(_rounded(one / scale, unit) for one in figures)} {name}".rstrip()


def _rounded(figure: float, unit: str) -> str:
    """With a decimal where it says something: a host's or a clock's figures are no surer."""
    return f"{figure:.0f}" if unit == COUNT or figure >= SURE else f"{figure:.1f}"


def _told(wanted: Target, unit: str) -> str:
    return f"{_shares(wanted.limits)} of Pagefind" if wanted.share else shown(wanted.limits, unit)


def _shares(figures: Figures) -> str:
    return " / ".join(f"{one:.2f}" for one in figures)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = zip(cells, widths, strict=True)
    return "  ".join([first[0].ljust(first[1]), *(c.rjust(w) for c, w in others)]).rstrip()
