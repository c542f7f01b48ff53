"""Owns names that mean one thing: who seeks one of them seeks the others as well."""

from collections.abc import Iterator

from archive.archive import Archive


def names(archive: Archive) -> list[list[str]]:
    """Groups of equal names, from the abbreviations and the topics."""
    groups = [*_of_abbreviations(archive), *_of_topics(archive)]
    return sorted(group for group in groups if len(group) > 1)


def _of_abbreviations(archive: Archive) -> Iterator[list[str]]:
    for short, abbreviation in archive.abbreviations.items():
        yield [short, *abbreviation.also_written, abbreviation.stands_for]


def _of_topics(archive: Archive) -> Iterator[list[str]]:
    for topic in archive.topics.values():
        yield [topic.label, *topic.other_names]
