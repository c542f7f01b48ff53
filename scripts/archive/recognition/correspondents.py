"""Owns recognising who wrote a letter, to whom, and who got a copy, as people of ours or as new."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from archive.model.dates import PartialDate
from archive.recognition.bodies import BODIES
from archive.recognition.honours import OF_OFFICE
from archive.recognition.knowledge import Knowledge
from archive.recognition.letterhead import (
    addressed,
    copied,
    holder,
    is_copied,
    labelled,
    office_of,
)
from archive.recognition.names import Name, greeted, matching, name_in, plain
from archive.recognition.parts import takes_leave

FOR_ANOTHER = re.compile(r"(?:p\.?\s?p|per pro|for)\b[. ]", re.IGNORECASE)
"""With this a line begins of who signs for another, or of the other."""

_DEAR = re.compile(r"^(?:my )?dear\s+", re.IGNORECASE)
_FROM = re.compile(r"from\b", re.IGNORECASE)
_TO = re.compile(r"to\s+[A-Z]", re.IGNORECASE)
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


def sender(
    above: Sequence[str], below: Sequence[str], day: PartialDate | None, known: Knowledge
) -> Correspondent | None:
    """Who signs; else who stands behind `From:`; else who the letterhead is of."""
    lines = [line for line in _before_copies(below) if not takes_leave(line) or name_in(line)]
    by_others = [line for line in lines if FOR_ANOTHER.match(line)]
    own = [line for line in lines if line not in by_others and not _TO.match(line)]
    signed = _best(_candidates(own, known), None) or _best(_candidates(by_others, known), None)
    if signed:
        return signed
    if behind := _labelled(above, "from", known):
        return behind
    return next(_by_office(above, day, known), None)


def recipient(
    above: Sequence[str],
    below: Sequence[str],
    greeting: str | None,
    writer: Correspondent | None,
    known: Knowledge,
) -> Correspondent | None:
    """Who stands behind `To:`; else whom the address names; else whom the salutation greets.

    Old letters have the address at the foot, below the signature.
    """
    if behind := _labelled(above, "to", known):
        return behind
    own = [line for line in above if not _FROM.match(line)]
    found = [one for one in _candidates(own, known) if not _same(one, writer)]
    if greeting and not any(_is_greeted(one, greeting) for one in found):
        below = _before_copies(below)
        at_foot = [one for one in _candidates(below, known) if not _same(one, writer)]
        rest = _with_standing(found) if _names_one(greeting) else found
        found = [one for one in at_foot if _is_greeted(one, greeting)] or rest
    named = _best(found, greeting or "")
    if named and (named.id or greeting is None or not _greeted(greeting, known)):
        return named
    return _greeted(greeting, known) if greeting else named


def copies(lines: Sequence[str], known: Knowledge) -> tuple[Correspondent, ...]:
    """Who got a copy."""
    names = ((name_in(words), words) for words in copied(lines))
    return tuple(_of(name, "", words, known) for name, words in names if name)


def _candidates(lines: Sequence[str], known: Knowledge) -> list[Correspondent]:
    """Everyone whom a block of lines names, in its order; bodies and places are nobody."""
    found = addressed(lines)
    return [_of(name, office, name.name, known) for name, office in found if not _body(name)]


def _best(found: Sequence[Correspondent], greeting: str | None) -> Correspondent | None:
    """The one who is greeted; else a person of ours; else one with an office; else the likeliest.

    In an address the last one is meant, as the letterhead stands above; in a signature, which
    greets nobody, the first.
    """
    greeted = [one for one in found if greeting and _is_greeted(one, greeting)]
    ours = [one for one in found if one.id]
    official = [one for one in found if one.office]
    titled = [one for one in found if one.name and (one.name.before or one.name.after)]
    signed = greeting is None
    groups = (ours, official, found) if signed else (greeted, ours, official, titled, found)
    best = next((group for group in groups if group), None)
    return best[0 if signed else -1] if best else None


def _is_greeted(one: Correspondent, greeting: str) -> bool:
    words = set(plain(greeting))
    return bool(one.name and words & {one.name.words[0], one.name.words[-1]})


def _names_one(greeting: str) -> bool:
    """Whether a salutation names somebody by title and last name ("Dear Mrs. Dunning")."""
    name = name_in(_DEAR.sub("", greeting.strip().rstrip(",:")))
    return name is not None and not _body(name)


def _with_standing(found: list[Correspondent]) -> list[Correspondent]:
    """Those who have a title, an honour or an office of ours: others may be places."""
    return [x for x in found if x.id or x.office or (x.name and (x.name.before or x.name.after))]


def _same(one: Correspondent, other: Correspondent | None) -> bool:
    """Whether two are one person, as far as their names tell."""
    if other is None:
        return False
    if one.id and other.id:
        return one.id == other.id
    return bool(one.name and other.name and one.name.words == other.name.words)


def _labelled(lines: Sequence[str], label: str, known: Knowledge) -> Correspondent | None:
    words = labelled(lines, label)
    name = name_in(_INVERTED.sub(r"\2 \1", words.split(";")[0])) if words else None
    if name and _body(name):
        name = None
    office = words.partition(",")[2].strip() if words else ""
    return _of(name, office, words or "", known) if name else None


def _before_copies(lines: Sequence[str]) -> Sequence[str]:
    """A signature without those who got a copy."""
    copied = (index for index, line in enumerate(lines) if is_copied(line))
    return lines[: next(copied, len(lines))]


def _body(name: Name) -> bool:
    """Whether words that look like a name are of a body, an office or a place."""
    personal = set(plain(name.before)) - OF_OFFICE - {"the"}
    return not personal and bool(BODIES & set(name.words))


def _of(name: Name, office: str, words: str, known: Knowledge) -> Correspondent:
    ids = matching(name, known.people)
    one = ids[0] if len(ids) == 1 else None
    exact = one is not None and _full(name, one, known)
    return Correspondent(one, name, office_of(office, known.offices), words, exact)


def _full(name: Name, one: str, known: Knowledge) -> bool:
    """Whether a name is more than a title and a last name, or initials."""
    return all(len(word) > 1 for word in name.words) and len(name.words) > 1


def _greeted(greeting: str, known: Knowledge) -> Correspondent | None:
    ids = greeted(greeting, known.people)
    if len(ids) != 1:
        return None
    return Correspondent(ids[0], None, None, greeting, sure=False)


def _by_office(
    lines: Iterable[str], day: PartialDate | None, known: Knowledge
) -> Iterator[Correspondent]:
    """The holder, on the letter's day, of an office that a line names."""
    for line in lines:
        office = office_of(line, known.offices)
        if office and day:
            ids = holder(office, day, known.people)
            one = ids[0] if len(ids) == 1 else None
            yield Correspondent(one, None, office, line, sure=False)
