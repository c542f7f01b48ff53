"""Owns telling whom the lines of a letter name: people of ours, or new ones."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from archive.model.dates import PartialDate
from archive.recognition.knowledge import Knowledge
from archive.recognition.labels import labelled
from archive.recognition.letterhead import addressed
from archive.recognition.names import Name, is_body, name_in
from archive.recognition.offices import holder, office_of
from archive.recognition.ours import greeted, matching

_ADDRESS = re.compile(r"\s*[<\[].*$")
"""The e-mail address behind a name, or what is left of it."""

_INVERTED = re.compile(r"^([^\W\d_][\w’'-]+), ([^\W\d_][\w’'-]+)$")
"""A name as address books have it: the last name first."""


@dataclass(frozen=True)
class Correspondent:
    """Someone whom a letter names: a person of ours, or the name and the office it gives.

    `sure` is false where several people or only an office or a first name point at them.
    """

    id: str | None
    name: Name | None
    office: str | None
    words: str
    sure: bool = True


def candidates(lines: Sequence[str], known: Knowledge) -> list[Correspondent]:
    """Everyone whom a block of lines names, in its order; bodies and places are nobody."""
    found = addressed(lines)
    return [naming(name, office, name.name, known) for name, office in found if not is_body(name)]


def same(one: Correspondent, other: Correspondent | None) -> bool:
    """Whether two are one person, as far as their names tell."""
    if other is None:
        return False
    if one.id and other.id:
        return one.id == other.id
    return bool(one.name and other.name and one.name.words == other.name.words)


def initialled(one: Correspondent, other: Correspondent) -> bool:
    """Whether a name is another one with initials for its first names."""
    if one.name is None or other.name is None:
        return False
    short, long = one.name.words, other.name.words
    same = short[-1] == long[-1] and short[0] == long[0][:1]
    return same and len(short[0]) < len(long[0])


def fuller(one: Correspondent, other: Correspondent) -> bool:
    """Whether a name is another one with more of it, as printed below a signature."""
    more, less = (set(x.name.words) if x.name else set() for x in (one, other))
    return bool(less) and more > less


def called(lines: Sequence[str], label: str, known: Knowledge) -> Correspondent | None:
    """Who stands behind a label such as `From:`."""
    words = labelled(lines, label)
    first = _ADDRESS.sub("", words.split(";")[0]) if words else ""
    name = name_in(_INVERTED.sub(r"\2 \1", first))
    if name and is_body(name):
        name = None
    office = words.partition(",")[2].strip() if words else ""
    return naming(name, office, words or "", known) if name else None


def naming(name: Name, office: str, words: str, known: Knowledge) -> Correspondent:
    """Who is meant by a name with an office."""
    ids = matching(name, known.people)
    one = ids[0] if len(ids) == 1 else None
    exact = one is not None and _full(name, one, known)
    return Correspondent(one, name, office_of(office, known.offices), words, exact)


def _full(name: Name, one: str, known: Knowledge) -> bool:
    """Whether a name is more than a title and a last name, or initials."""
    return all(len(word) > 1 for word in name.words) and len(name.words) > 1


def by_greeting(greeting: str, known: Knowledge) -> Correspondent | None:
    """The one of ours whom a salutation can mean."""
    ids = greeted(greeting, known.people)
    if len(ids) != 1:
        return None
    return Correspondent(ids[0], None, None, greeting, sure=False)


def holders(
    lines: Iterable[str], day: PartialDate | None, known: Knowledge
) -> Iterator[Correspondent]:
    """The holder, on the letter's day, of an office that a line names."""
    for line in lines:
        office = office_of(line, known.offices)
        if office and day:
            ids = holder(office, day, known.people)
            one = ids[0] if len(ids) == 1 else None
            yield Correspondent(one, None, office, line, sure=False)


def by_esquire(found: list[Correspondent]) -> list[Correspondent]:
    """Those whom an address calls so, which no signature does."""
    return [one for one in found if one.name and one.name.after.startswith("Esq")]


def with_standing(found: list[Correspondent]) -> list[Correspondent]:
    """Those who have a title, an honour or an office of ours: others may be places."""
    return [x for x in found if x.id or x.office or (x.name and (x.name.before or x.name.after))]
