"""Owns showing that what looks see is told rightly, though most of them are not asked again."""

from collections.abc import Callable, Mapping

import pytest

from archive.looks import ABSENT, ALL, KEYS, STALE, Look, Notes, Watched
from archive.sights import Numbers, Sights

Held = dict[str, dict[str, str]]
BEFORE: Held = {"letters": {"a": "1", "b": "2"}, "topics": {"x": "3"}, "gone": {"y": "4"}}
LOOKS = [
    *(Look("letters", key) for key in ("a", "b", "c", KEYS, ALL)),
    *(Look("topics", "x"), Look("gone", "y"), Look("nothing", "z"), STALE),
]


def watched(held: Held) -> Callable[[Look], str]:
    """What looks see in these mappings."""
    mappings: Mapping[str, Watched[str]] = {
        name: Watched(name, values, Notes()) for name, values in held.items()
    }
    return lambda look: mappings[look.name].sees(look.key) if look.name in mappings else ABSENT


def sights(held: Held) -> Sights:
    """What all looks saw."""
    numbers = Numbers(Sights(), [], watched(held))
    return numbers.sights(set(numbers.of(LOOKS)))


@pytest.mark.parametrize(
    "after",
    [
        BEFORE,
        BEFORE | {"letters": {"a": "1", "b": "5"}},
        BEFORE | {"letters": {"a": "1"}},
        BEFORE | {"letters": {"a": "1", "b": "2", "c": "6"}},
        BEFORE | {"letters": {"b": "2", "a": "1"}},
        BEFORE | {"nothing": {"z": "7"}},
        {name: values for name, values in BEFORE.items() if name != "gone"},
        {},
    ],
    ids=["same", "other value", "fewer", "more", "order", "new mapping", "mapping gone", "nothing"],
)
def test_each_look_sees_what_it_would_if_it_were_asked(after: Held) -> None:
    before, sees = sights(BEFORE), watched(after)
    looks = [seen.look for seen in before.seen if seen]
    asked = ["" if look == STALE else sees(look) for look in looks]
    assert before.now(sees) == asked
    changed = {looks[number] for number in before.changed(asked)}
    old = watched(BEFORE)
    assert changed == {one for one in LOOKS if one == STALE or sees(one) != old(one)}


def test_a_mapping_that_is_as_it_was_is_asked_once() -> None:
    asked: list[Look] = []
    sees = watched(BEFORE | {"topics": {"x": "8"}})

    def noting(look: Look) -> str:
        asked.append(look)
        return sees(look)

    sights(BEFORE).now(noting)
    assert [look for look in asked if look.name == "letters"] == [Look("letters", ALL)]
    assert Look("topics", "x") in asked


def test_numbers_of_looks_that_are_used_stay_and_others_are_given_again() -> None:
    first, sees = sights(BEFORE), watched(BEFORE)
    numbers = Numbers(first, first.now(sees), sees)
    used = set(numbers.of(LOOKS[:3]))
    assert used == set(range(3))
    second = numbers.sights(used)
    assert {seen.look for seen in second.seen if seen} == set(LOOKS[:3])
    assert set(second.wholes) == {"letters"}
    new = Look("topics", "new")
    numbers = Numbers(second, second.now(sees), sees)
    [given] = numbers.of([new])
    assert 3 <= given < len(first.seen)
    third = numbers.sights({*used, given})
    assert {seen.look for seen in third.seen if seen} == {*LOOKS[:3], new}
    assert set(third.wholes) == {"letters", "topics"}


def test_what_was_written_is_read() -> None:
    assert Sights.read(sights(BEFORE).plain()).now(watched({})) == sights(BEFORE).now(watched({}))
