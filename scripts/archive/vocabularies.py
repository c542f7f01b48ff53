"""Owns reading a vocabulary: a YAML file of entries, each an id with its fields."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from archive.fields import build
from archive.files import File
from archive.model.noun import Noun
from archive.model.vocabulary import Abbreviation, Meeting, Person, Topic
from archive.nodes import Node
from archive.problems import Problem
from archive.yamltext import read_yaml

V = TypeVar("V", bound=Noun)

PEOPLE = "letters/people.yml"
ABBREVIATIONS = "letters/abbreviations.yml"
TOPICS = "motions/topics.yml"
MEETINGS = "motions/meetings.yml"
KINDS: Mapping[str, type[Noun]] = {
    PEOPLE: Person,
    ABBREVIATIONS: Abbreviation,
    TOPICS: Topic,
    MEETINGS: Meeting,
}


@dataclass(frozen=True)
class Vocabulary(Generic[V]):
    """The entries of one file: their nouns where they fit, and their fields with positions.

    `ids` is None where the file could not be read, so that nobody is told that an id is unknown.
    """

    path: str
    nouns: Mapping[str, V]
    fields: Mapping[str, Node]
    places: Mapping[str, tuple[int, int]]
    ids: frozenset[str] | None
    absent: bool = False


def no_vocabulary(path: str, absent: bool) -> Vocabulary[V]:
    """What an absent file makes, and one that cannot be read."""
    return Vocabulary(path, {}, {}, {}, None, absent)


def read_vocabulary(kind: type[V], file: File) -> tuple[Vocabulary[V], list[Problem]]:
    """The entries of a file, in the order of their ids, and what is wrong with them."""
    node, problems = read_yaml(file.path, file.text)
    if node is None or not isinstance(node.value, dict):
        return no_vocabulary(file.path, absent=False), problems
    nouns: dict[str, V] = {}
    for name, fields in sorted(node.value.items()):
        noun, misfits = build(kind, file.path, fields)
        problems += misfits
        if noun is not None:
            nouns[name] = noun
    fields_of = dict(sorted(node.value.items()))
    return Vocabulary(file.path, nouns, fields_of, node.keys, frozenset(fields_of)), problems
