"""Owns how right a draft is: field by field, and word by word."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from archive.body import parse_body
from archive.drafting.draft import Facts, Kind
from archive.drafting.yamlwriter import Value
from archive.measure.intake_truth import FIELDS, Right, Truth
from archive.model.vocabulary import Person
from archive.recognition.names import name_in, plain

_PEOPLE = ("from", "to", "moved_by", "seconded_by")


@dataclass(frozen=True)
class Scored:
    """A document: what was right and what was found for each field; errors and words of its text.

    `words` is 0 where the true words are not known.
    """

    name: str
    kind: Kind
    right: Mapping[str, Right]
    found: Mapping[str, Right]
    errors: int
    words: int

    def hit(self, field: str) -> bool:
        """Whether a field was found as it is right, or rightly not found."""
        right, found = self.right.get(field), self.found.get(field)
        if field in _PEOPLE and isinstance(right, str) and isinstance(found, str):
            return _person(right) == _person(found)
        return _plain(right) == _plain(found)


def scored(truth: Truth, facts: Facts, body: str, people: Mapping[str, Person]) -> Scored:
    """How right the facts and the body are that were made of a document."""
    errors, words = word_errors(truth.text, body) if truth.text is not None else (0, 0)
    found = found_fields(facts, people)
    wanted = FIELDS[truth.kind]
    kept = {name: value for name, value in found.items() if name in wanted}
    return Scored(truth.path.name, truth.kind, truth.fields, kept, errors, words)


def word_errors(truth: str, body: str) -> tuple[int, int]:
    """The words to put in, take out or change (Levenshtein), and how many words are right."""
    right, found = truth.split(), list(parse_body(body, 1).words)
    return Levenshtein.distance(right, found), len(right)


def found_fields(facts: Facts, people: Mapping[str, Person]) -> dict[str, Right]:
    """The fields of a draft as a truth has them: people by name, sections by their headings."""
    fields = dict(facts.fields)
    named = {entry.id: str(entry.fields.get("name", "")) for entry in facts.entries}
    named |= {key: person.name for key, person in people.items()}
    found: dict[str, Right] = {
        name: named.get(value, value) if name in _PEOPLE else value
        for name, value in fields.items()
        if isinstance(value, str)
    }
    if facts.kind == "letter" and "title" in found:
        found["subject"] = found.pop("title")
    if re.match(r"\d", facts.beginning):
        found["date"] = "-".join(facts.beginning.split("-")[:3])
    found |= {one.field: one.value for one in facts.understood if one.field == "number"}
    found |= {"sections": facts.sections} if facts.sections else {}
    if found.get("outcome") == "not recorded":
        del found["outcome"]
    return found | _decided(fields)


def _decided(fields: Mapping[str, Value]) -> dict[str, Right]:
    """What of a motion's vote and asks a truth names; a long ask is whole in its quote alone."""
    found: dict[str, Right] = {}
    votes, asks = fields.get("votes"), fields.get("asks")
    if isinstance(votes, Mapping):
        found["votes"] = f"{votes['in_favour']}-{votes['against']}"
    if isinstance(asks, list):
        found["asks"] = tuple(str(ask.get("quote", ask["summary"])) for ask in asks)
    return found


def _person(name: str) -> tuple[str, ...]:
    read = name_in(name)
    return read.words if read else plain(name)


def _plain(value: Right | None) -> Right | None:
    if isinstance(value, tuple):
        return tuple(" ".join(one.casefold().split()) for one in value)
    return " ".join(value.casefold().split()) if value is not None else None
