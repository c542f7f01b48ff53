"""Owns which of our people a name means, as a document writes it or as a salutation has it."""

import re
from collections.abc import Iterable, Mapping

from archive.model.vocabulary import Person
from archive.recognition.names import Name, name_in, plain


def matching(name: Name, people: Mapping[str, Person]) -> tuple[str, ...]:
    """The ids of the people whom a name can mean; best none or one.

    A name means someone if its words are theirs, if it has their last word and only initials or
    a form of their first name before it, or if it is a title with their last word alone.
    """
    exact = [one for one, person in people.items() if name.words in _forms(person)]
    if exact:
        return tuple(exact)
    return tuple(one for one, p in people.items() if any(_meets(name, f) for f in _forms(p)))


def greeted(words: str, people: Mapping[str, Person]) -> tuple[str, ...]:
    """Whom a salutation means: by first name ("Dear Andrew") or title and last name."""
    text = re.sub(r"^(?:my )?dear\s+", "", words.strip().rstrip(",:"), flags=re.IGNORECASE)
    if name := name_in(text):
        return matching(name, people)
    alone = plain(text)
    return tuple(one for one, p in people.items() if any(f[:1] == alone for f in _forms(p)))


def _forms(person: Person) -> Iterable[tuple[str, ...]]:
    names = (person.name, *person.other_names)
    found = (name_in(name) or Name("", name, "") for name in names)
    return tuple(dict.fromkeys(name.words for name in found if name.words))


def _meets(name: Name, form: tuple[str, ...]) -> bool:
    words = name.words
    if not words or words[-1] != form[-1] or len(form) == 1:
        return False
    firsts = words[:-1]
    if not firsts:
        return bool(name.before)
    return all(
        word == own or (len(word) == 1 and own.startswith(word)) or own == word[:1]
        for word, own in zip(firsts, form, strict=False)
    )
