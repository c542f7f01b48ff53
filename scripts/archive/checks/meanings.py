"""Owns checking texts that are not meant by a name: each holds one of the names, and is none."""

import re
from collections.abc import Iterator, Sequence

from archive.model.vocabulary import Abbreviation, Topic
from archive.problems import Problem, quoted
from archive.vocabularies import Vocabulary


def topic_meanings(topics: Vocabulary[Topic]) -> Iterator[Problem]:
    """What topics say under `not_for` that does nothing, or would take a name away."""
    for id, topic in topics.nouns.items():
        names = (topic.label, *topic.other_names)
        yield from _problems(topics, id, topic.not_for, names)


def abbreviation_meanings(abbreviations: Vocabulary[Abbreviation]) -> Iterator[Problem]:
    """What abbreviations say under `not_for` that does nothing, or would take a form away."""
    for short, noun in abbreviations.nouns.items():
        names = (short, *noun.also_written, noun.stands_for)
        yield from _problems(abbreviations, short, noun.not_for, names)


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


def _holds(text: str, part: str) -> bool:
    """Whether all words of a part stand in a row in a text; capitals and plurals are no matter."""
    whole, sought = _words(text), _words(part)
    ends = range(len(sought), len(whole) + 1)
    return any(whole[end - len(sought) : end] == sought for end in ends)


def _words(text: str) -> list[str]:
    return [word.removesuffix("s") for word in re.findall(r"\w+", text.casefold())]
