"""Owns showing how round trips are counted."""

import pytest

from archive.measure.rounds import Fetched, rounds


@pytest.mark.parametrize(
    ("fetched", "number"),
    [
        ([], 0),
        ([(0, 100)], 1),
        # All at once.
        ([(0, 100), (1, 101), (5, 104)], 1),
        # One after the other.
        ([(0, 100), (100, 200), (201, 300)], 3),
        # Scripts; root; shards, one of which waited for a connection; texts.
        ([(0, 401), (3, 404), (410, 815), (820, 1225), (821, 1640), (1650, 2050)], 4),
        # What is asked for in the middle of another's way does not wait for it.
        ([(0, 100), (50, 150), (110, 210)], 2),
    ],
)
def test_a_fetch_is_one_deeper_than_what_had_ended_before_it(
    fetched: list[tuple[float, float]], number: int
) -> None:
    assert rounds(Fetched(*one) for one in reversed(fetched)) == number
