"""Owns showing how a benchmark is told, and which numbers are to be reached at which size."""

import json

import pytest

from archive.measure.table import BYTES, COUNT, SECONDS, Row, as_json, as_table, shown
from archive.measure.targets import (
    BUILD,
    COLD,
    INDEX_BYTES,
    MEMORY,
    ROUNDS,
    Target,
    target,
)

ENGINES = ("this archive", "Pagefind", "Material")
ROWS = (
    Row(
        INDEX_BYTES,
        BYTES,
        {"this archive": (5_512, 13_100), "Pagefind": (98_000, 262_000), "Material": (0, 0)},
    ),
    Row(COLD, SECONDS, {"this archive": (0.081,), "Pagefind": (0.27,), "Material": (12.34,)}),
    Row(MEMORY, BYTES, {"this archive": (4e8,), "Pagefind": None, "Material": (2.5e9,)}),
    Row(ROUNDS, COUNT, {"this archive": (2, 2)}),
    Row("something else", COUNT, {"this archive": (16,), "Pagefind": (4,), "Material": (3,)}),
)
TABLE = """\
                                         this archive       Pagefind      Material  ratio to Pagefind            target
index bytes, cold query, median / p95   5.5 / 13.1 kB  98.0 / 262 kB  0.0 / 0.0 kB        0.06 / 0.05     6.0 / 13.0 kB   MISSED
time of a cold first query, median            81.0 ms         270 ms        12.3 s               0.30  0.30 of Pagefind  reached
highest memory of the build                    400 MB        not run        2.5 GB                  –  0.25 of Pagefind
round trips after focus, word / phrase          2 / 2              –             –                  –             2 / 2  reached
something else                                     16              4             3               4.00
"""  # noqa: E501


def test_the_table() -> None:
    assert as_table(ROWS, ENGINES, 10_000) == TABLE


def test_alone_it_has_no_column_of_ratios() -> None:
    told = as_table(ROWS, ENGINES[:1], 10_000)
    assert "Pagefind" not in told.splitlines()[0]
    assert told.splitlines()[4].split()[-4:] == ["2", "/", "2", "reached"]


def test_json_has_the_figures_as_they_are() -> None:
    told = json.loads(as_json(ROWS, {"texts": 10_000}, 10_000))
    assert told["texts"] == 10_000
    first, cold, memory = told["rows"][:3]
    assert first["figures"]["this archive"] == [5_512, 13_100]
    assert (first["most"], first["reached"]) == ([6_000, 13_000], False)
    assert cold["ratio_to_pagefind"] == [pytest.approx(0.3)]
    assert (memory["figures"]["Pagefind"], memory["reached"]) == (None, None)


@pytest.mark.parametrize(
    ("figures", "unit", "words"),
    [
        ((999,), BYTES, "1.0 kB"),
        ((0, 99_900), BYTES, "0.0 / 99.9 kB"),
        ((1_240_000,), BYTES, "1.2 MB"),
        ((0.0004,), SECONDS, "0.4 ms"),
        ((0.5, 2), SECONDS, "0.5 / 2.0 s"),
        ((3,), COUNT, "3"),
    ],
)
def test_figures_have_the_unit_of_the_largest(
    figures: tuple[float, ...], unit: str, words: str
) -> None:
    assert shown(figures, unit) == words


@pytest.mark.parametrize(
    ("name", "texts", "wanted"),
    [
        (INDEX_BYTES, 30, Target((6_000, 13_000))),
        (INDEX_BYTES, 10_001, Target((15_000, 50_000))),
        (INDEX_BYTES, 100_000, Target((25_000, 100_000))),
        (BUILD, 54_000, Target((1,), share=True)),
        (BUILD, 100_000, None),
        (MEMORY, 54_000, Target((0.15,), share=True)),
        (MEMORY, 100_000, Target((1_500_000_000,))),
        (ROUNDS, 1_000_000, Target((2, 2))),
        ("something else", 10, None),
    ],
)
def test_targets_are_those_of_the_size(name: str, texts: int, wanted: Target | None) -> None:
    assert target(name, texts) == wanted
