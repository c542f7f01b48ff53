"""Owns names that mean one thing: who seeks one of them finds the others as well.

They are reviewed data: what editors wrote of abbreviations, topics and people. What is not meant
by a name stands there too, under `not_for`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from archive.archive import Archive


@dataclass(frozen=True)
class Names:
    """Groups of names that mean one thing, and texts in which no name counts (ACE Hotel)."""

    groups: tuple[tuple[str, ...], ...] = ()
    not_for: tuple[str, ...] = ()

    def plain(self) -> dict[str, object]:
        """What the browser needs, as JSON values."""
        return {"groups": self.groups, "not": self.not_for}


def names(archive: Archive) -> Names:
    """The names of an archive; a group with no more than another one has is left out."""
    groups = {frozenset(map(str.casefold, group)): group for group in _groups(archive)}
    kept = [group for own, group in groups.items() if not any(own < other for other in groups)]
    not_for = {text for one in archive.abbreviations.values() for text in one.not_for}
    not_for |= {text for one in archive.topics.values() for text in one.not_for}
    return Names(tuple(sorted(group for group in kept if len(group) > 1)), tuple(sorted(not_for)))


def _groups(archive: Archive) -> Iterator[tuple[str, ...]]:
    for short, abbreviation in archive.abbreviations.items():
        yield short, *abbreviation.also_written, abbreviation.stands_for
    for topic in archive.topics.values():
        yield topic.label, *topic.other_names
    for person in archive.people.values():
        yield person.name, *person.other_names
