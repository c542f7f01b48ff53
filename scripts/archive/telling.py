"""Owns what pages tell those made after them: of a record its short forms, and for the search.

So the page of abbreviations, and the search, need not read again the words of all other records;
nor has the page that counts passages to compare all texts.
"""

import json
from collections.abc import Iterable

from archive.archive import Archive
from archive.held import HeldLetter, HeldMotion
from archive.making import Told
from archive.pages.abbreviations import Used
from archive.pages.explained import used_in
from archive.search.extracts import told
from archive.search.records import Group

_PARTED = "\t"
"""Between the two; in JSON it stands nowhere as it is."""
_PASSAGES = "passages "


def telling(archive: Archive, held: HeldLetter | HeldMotion, group: Group) -> Told:
    """What a record tells, whose documents in the search are this group."""
    return Told(f"{_abbreviated(archive, held)}{_PARTED}{told(group, archive, held.path)}")


def telling_passages(count: int) -> Told:
    """What is told of the passages that recur."""
    return Told(f"{_PASSAGES}{count}")


def passages(told: Iterable[str]) -> int:
    """How many passages recur, as their pages have told."""
    [count] = (one.removeprefix(_PASSAGES) for one in told if one.startswith(_PASSAGES))
    return int(count)


def _abbreviated(archive: Archive, held: HeldLetter | HeldMotion) -> str:
    """Where a record is with the short forms in its words; nothing where it has none."""
    forms = [*used_in(held.body, archive.abbreviations)]
    return json.dumps([held.path, forms], ensure_ascii=False) if forms else ""


def used(told: Iterable[str]) -> Used:
    """The short forms that all records have told of."""
    abbreviated = (one.partition(_PARTED)[0] for one in told if _PARTED in one)
    return dict(json.loads(one) for one in abbreviated if one)


def sought(told: Iterable[str]) -> list[str]:
    """What all records have told the search, in an order that depends on it alone."""
    return sorted(one.partition(_PARTED)[2] for one in told if _PARTED in one)
