"""Owns showing that what looks see is told rightly, though most of them are not asked again."""

import sqlite3
from collections.abc import Callable, Mapping

import pytest

from archive.looks import ABSENT, ALL, KEYS, Look, Notes, Watched
from archive.sights import TABLES, Sights

Held = dict[str, dict[str, str]]
BEFORE: Held = {"letters": {"a": "1", "b": "2"}, "topics": {"x": "3"}, "gone": {"y": "4"}}
LOOKS = [
    *(Look("letters", key) for key in ("a", "b", "c", KEYS, ALL)),
    *(Look("topics", "x"), Look("gone", "y"), Look("nothing", "z")),
]


def watched(held: Held) -> Callable[[Look], str]:
    """What looks see in these mappings."""
    mappings: Mapping[str, Watched[str]] = {
        name: Watched(name, values, Notes()) for name, values in held.items()
    }
    return lambda look: mappings[look.name].sees(look.key) if look.name in mappings else ABSENT


@pytest.fixture
def before() -> sqlite3.Connection:
    """What all looks saw, each under its number: its place among them."""
    connection = sqlite3.connect(":memory:")
    connection.executescript(TABLES)
    sights = Sights(connection, watched(BEFORE))
    for place, look in enumerate(LOOKS, 1):
        assert list(sights.numbers([look])) == [place]
    sights.settle()
    return connection


def numbered(connection: sqlite3.Connection) -> dict[int, Look]:
    """All looks by their numbers."""
    rows = connection.execute("SELECT number, name, key FROM sight")
    return {number: Look(name, key) for number, name, key in rows}


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
def test_each_look_that_sees_another_thing_is_told_of_once(
    before: sqlite3.Connection, after: Held
) -> None:
    sees, old, looks = watched(after), watched(BEFORE), numbered(before)
    changed = {looks[number] for number in Sights(before, sees).changed()}
    assert changed == {one for one in LOOKS if sees(one) != old(one)}
    again = Sights(before, sees)
    again.settle()
    assert again.changed() == set()


def test_a_mapping_that_is_as_it_was_is_asked_once(before: sqlite3.Connection) -> None:
    asked: list[Look] = []
    sees = watched(BEFORE | {"topics": {"x": "8"}})

    def noting(look: Look) -> str:
        asked.append(look)
        return sees(look)

    Sights(before, noting).changed()
    assert [look for look in asked if look.name == "letters"] == [Look("letters", ALL)]
    assert Look("topics", "x") in asked


def test_what_belongs_to_no_mapping_is_always_asked(before: sqlite3.Connection) -> None:
    sees = watched(BEFORE)
    changed = Sights(before, lambda look: "9" if look == LOOKS[-1] else sees(look)).changed()
    assert {numbered(before)[number] for number in changed} == {LOOKS[-1]}


def test_what_is_forgotten_is_looked_at_anew(before: sqlite3.Connection) -> None:
    sights, used = Sights(before, watched(BEFORE)), LOOKS[:3]
    sights.numbers(LOOKS)
    numbers = sights.numbers(used)
    sights.forget(numbered(before).keys() - set(numbers))
    sights.settle()
    assert set(numbered(before).values()) == set(used)
    assert [name for (name,) in before.execute("SELECT name FROM whole")] == ["letters"]
    [number] = sights.numbers(LOOKS[-1:])
    assert numbered(before)[number] == LOOKS[-1]
    assert sights.numbers(used) == numbers
