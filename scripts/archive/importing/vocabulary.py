"""Owns the entries that a corpus needs: an id for each name, and the line that has it first."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from archive.checks.meanings import topic_meanings
from archive.checks.text import entry_problems, key_problems
from archive.drafting.drafted import unused
from archive.drafting.papers import naming
from archive.drafting.yamlwriter import Value, fields_yaml
from archive.files import LARGEST_FILE, File
from archive.importing.letter import COUNTRY
from archive.model.vocabulary import Person, Topic
from archive.outputs import Output
from archive.problems import Problem
from archive.vocabularies import PEOPLE, TOPICS, Vocabulary, read_vocabulary

NOT_RECORDED = "Not recorded"


@dataclass
class Names:
    """Names of one kind: `same` says which are taken for one, `fields` what an entry says."""

    path: str
    same: Callable[[str], object]
    fields: Callable[[str], Mapping[str, Value]]
    ids: dict[object, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)

    def id_of(self, name: str, line: int) -> str:
        """The id of a name; a new one where nobody had it before this line."""
        known = self.same(name)
        if known not in self.ids:
            id = unused(naming(name) or "unnamed", self.names)
            self.ids[known], self.names[id], self.lines[id] = id, name, line
        return self.ids[known]

    def output(self) -> Output:
        """The vocabulary's file."""
        entries = {id: self.fields(name) for id, name in sorted(self.names.items())}
        return Output(self.path, (fields_yaml(entries) or "{}\n").encode())


def people() -> Names:
    """Those who write and receive; each spelling is somebody else, for all that we know."""
    return Names(PEOPLE, lambda name: name, lambda name: {"name": name})


def topics() -> Names:
    """Topics; capitals and signs make no difference."""

    def fields(name: str) -> Mapping[str, Value]:
        return {"label": name, "sentence": f"Imported texts whose topic is given as {name}."}

    return Names(TOPICS, lambda name: tuple(re.findall(r"\w+", name.casefold())) or name, fields)


def name_problems(names: Names) -> Iterator[tuple[int, Problem]]:
    """What the check would say of the entries, each with the line that it is about."""
    content = names.output().content
    if len(content) > LARGEST_FILE:
        found, allowed = f"{len(names.names):,} names", f"{LARGEST_FILE:,} bytes of them"
        yield 1, Problem(names.path, 1, 1, found, "fewer different names", allowed)
        return
    file = File(names.path, content, content.decode())
    if names.path == TOPICS:
        read, problems = read_vocabulary(Topic, file)
        problems += topic_meanings(read)
        places = _checked(read, problems)
    else:
        persons, problems = read_vocabulary(Person, file)
        places = _checked(persons, problems)
    starts = sorted((line, id) for id, (line, _) in places.items())
    for problem in problems:
        at = bisect_right(starts, (problem.line, "\uffff")) - 1
        yield names.lines[starts[at][1]], problem


def _checked(
    read: Vocabulary[Topic] | Vocabulary[Person], problems: list[Problem]
) -> Mapping[str, tuple[int, int]]:
    """Where the entries stand; what is wrong with their words is added."""
    problems += key_problems(read.path, read.places, COUNTRY)
    for fields in read.fields.values():
        problems += entry_problems(read.path, fields, COUNTRY)
    return read.places
