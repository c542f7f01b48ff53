"""Owns checking what names mean: each can be sought, is one entry's, and is in what it is not."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TypeAlias

from archive.model.vocabulary import Abbreviation, Topic
from archive.problems import Problem, quoted
from archive.vocabularies import Vocabulary
from archive.yamltext import read_yaml

WORDS = Path(__file__).parents[1] / "search" / "words.yml"
"""The search's reviewed words; rules.py there says what each list is for."""

OPERATORS = ("AND", "OR", "NOT", "NEAR")
"""Words in capitals that the search reads as its own, as in operators.js."""

Forms: TypeAlias = dict[tuple[int | str, ...], str]
"""The forms of one entry, each by its place in the entry's fields."""


def topic_meanings(topics: Vocabulary[Topic]) -> Iterator[Problem]:
    """What topics say under `not_for` that does nothing, or would take a name away."""
    for id, topic in topics.nouns.items():
        names = (topic.label, *topic.other_names)
        yield from _problems(topics, id, topic.not_for, names)
    forms = {
        id: {("label",): topic.label} | _listed("other_names", topic.other_names)
        for id, topic in topics.nouns.items()
    }
    yield from _form_problems(topics, forms)


def abbreviation_meanings(abbreviations: Vocabulary[Abbreviation]) -> Iterator[Problem]:
    """What abbreviations say under `not_for` that does nothing, or would take a form away."""
    for short, noun in abbreviations.nouns.items():
        names = (short, *noun.also_written, noun.stands_for)
        yield from _problems(abbreviations, short, noun.not_for, names)
    forms = {
        short: {("stands_for",): noun.stands_for} | _listed("also_written", noun.also_written)
        for short, noun in abbreviations.nouns.items()
    }
    yield from _form_problems(abbreviations, forms, {key: key for key in forms})


def _problems(
    vocabulary: Vocabulary[Topic] | Vocabulary[Abbreviation],
    entry: str,
    not_for: Sequence[str],
    names: Sequence[str],
) -> Iterator[Problem]:
    for index, text in enumerate(not_for):
        inside = [name for name in names if _holds(text, name)]
        taken = [name for name in names if _holds(name, text)]
        if inside and not taken:
            continue
        place = vocabulary.fields[entry].at(("not_for", index))
        found = f"{quoted(text)}, which is in {quoted(taken[0])}" if taken else quoted(text)
        wanted = "a longer text than the name" if taken else "a text with a name that it is not for"
        allowed = "one of these with other words: " + ", ".join(map(quoted, names))
        yield Problem(vocabulary.path, place.line, place.column, found, wanted, allowed)


def _listed(field: str, names: Sequence[str]) -> Forms:
    return {(field, index): name for index, name in enumerate(names)}


def _form_problems(
    vocabulary: Vocabulary[Topic] | Vocabulary[Abbreviation],
    forms: Mapping[str, Forms],
    keys: Mapping[str, str] | None = None,
) -> Iterator[Problem]:
    """The forms that no search can mean, and those of another entry too; keys are names as well."""
    owners = {_spelt(key): entry for entry, key in (keys or {}).items()}
    for entry, own in forms.items():
        for place, name in own.items():
            owner = owners.setdefault(_spelt(name), entry)
            found = f"{quoted(name)}, a name of {quoted(owner)} too"
            wanted = "a name that no other entry has"
            if why := _unsought(name):
                found, wanted = f"{quoted(name)}, {why}", "a name that can be searched for"
            elif owner == entry:
                continue
            node = vocabulary.fields[entry].at(place)
            allowed = "words that mean this entry and nothing else"
            yield Problem(vocabulary.path, node.line, node.column, found, wanted, allowed)


def _spelt(name: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", name.casefold())) or (name,)


def _unsought(name: str) -> str | None:
    """Why a search for a name would not mean it, or None where it would."""
    words = re.findall(r"\w+", name)
    stop, acronyms = _reviewed()
    if name.strip() in OPERATORS:
        return "which is an operator of the search"
    if len(words) == 1 and len(words[0]) == 1 and words[0].isascii():
        return "which is a single letter"
    if name.isupper() and name.casefold() in acronyms:
        return None
    return "which is in every text" if words and {w.casefold() for w in words} <= stop else None


@cache
def _reviewed() -> tuple[frozenset[str], frozenset[str]]:
    """The stop words, and those of them that are names when written in capitals."""
    node, _ = read_yaml(WORDS.name, WORDS.read_text(encoding="utf-8"))
    match node.plain() if node else None:
        case {"stop": dict() as stop, "acronyms": str() as acronyms}:
            words = (word for group in stop.values() for word in str(group).split())
            return frozenset(words), frozenset(acronyms.split())
    raise ValueError(f"{WORDS.name}: wanted: stop and acronyms")


def _holds(text: str, part: str) -> bool:
    """Whether all words of a part stand in a row in a text; capitals and plurals are no matter."""
    whole, sought = _words(text), _words(part)
    ends = range(len(sought), len(whole) + 1)
    return any(whole[end - len(sought) : end] == sought for end in ends)


def _words(text: str) -> list[str]:
    return [word.removesuffix("s") for word in re.findall(r"\w+", text.casefold())]
