"""Owns showing that the looks of a bundle are handed over once each, and those at much as one."""

from archive.gathered import MOST_LOOKS, Gathered
from archive.looks import ALL, Look

A, B, C = (Look("letters", key) for key in "abc")


def test_each_look_has_one_place() -> None:
    gathered = Gathered()
    first, second = gathered.places([A, B]), gathered.places([C, A])
    assert [gathered.pairs[place] for place in first] == [A, B]
    assert [gathered.pairs[place] for place in second] == [C, A]
    assert sorted(gathered.pairs) == [A, B, C]
    assert {type(pair) for pair in gathered.pairs} == {tuple}


def test_who_looked_at_much_of_a_mapping_has_looked_at_all_of_it() -> None:
    gathered, other = Gathered(), Look("motions", "m")
    few = [Look("letters", str(number)) for number in range(MOST_LOOKS)]
    assert len(gathered.places([*few, other])) == MOST_LOOKS + 1
    places = gathered.places([*few, A, other])
    assert {gathered.pairs[place] for place in places} == {("letters", ALL), other}
