"""Owns recognising who wrote a letter: who signs it, or whom its head names."""

import re
from collections.abc import Sequence
from itertools import pairwise

from archive.model.dates import PartialDate
from archive.recognition.bodies import BODIES
from archive.recognition.correspondents import (
    Correspondent,
    called,
    candidates,
    holders,
    initialled,
    naming,
    with_standing,
)
from archive.recognition.givennames import GIVEN
from archive.recognition.greetings import takes_leave
from archive.recognition.honours import OF_OFFICE
from archive.recognition.knowledge import Knowledge
from archive.recognition.letterhead import addressed, is_date
from archive.recognition.likeliest import before_copies, best, shown
from archive.recognition.names import Name, is_body, name_in, plain
from archive.recognition.salutations import is_greeted

_FOR_ANOTHER = re.compile(r"(?:p\.?\s?p|per pro|for)\b[. ]", re.IGNORECASE)
"""With this a line begins of who signs for another, or of the other."""

_OFFICES = OF_OFFICE | {"member", "director", "leader", "clerk", "convener", "taoiseach"}
"""Words of an office below the name of a letterhead."""

_INITIALS = 3
"""Letters of what may be initials rather than a name."""

_SERVANT = re.compile(r"\b(?:humble|obedient|obt\.?),? serv(?:an)?t,?$", re.IGNORECASE)
_TO = re.compile(r"to\s+[A-Z]", re.IGNORECASE)


def sender(
    above: Sequence[str],
    below: Sequence[str],
    greeting: str | None,
    day: PartialDate | None,
    known: Knowledge,
) -> Correspondent | None:
    """Who signs; else who stands behind `From:`; else who the letterhead is of.

    Whom the letter greets may stand below it, and does not sign.
    """
    lines = [line for line in before_copies(below) if not takes_leave(line) or name_in(line)]
    by_others = [line for line in lines if _FOR_ANOTHER.match(line)]
    own = [line for line in lines if line not in by_others and not _TO.match(line)]
    lone = _lone(below, known)
    signed = (
        lone
        or best(_not_greeted(candidates(own, known), greeting), None)
        or best(candidates(by_others, known), None)
    )
    behind = called(above, "from", known) or next(iter(shown(above, 0, known)), None)
    if signed:
        return behind if behind and initialled(signed, behind) else signed
    return behind or next(holders(above, day, known), None) or _at_head(above, greeting, known)


def _lone(below: Sequence[str], known: Knowledge) -> Correspondent | None:
    """A peer, who signs with one word below the words that take leave; in old letters anybody."""
    for line, following in pairwise(below):
        word = following.rstrip(".")
        alone = word.isalpha() and word[:1].isupper() and len(word) > _INITIALS
        old = alone and _SERVANT.search(line)
        given = alone and takes_leave(line) and word.lower() in GIVEN
        behind = below[below.index(following) + 1 :]
        full = any((name := name_in(x)) and name.words[0] == word.lower() for x in behind)
        if given and behind and not full:
            return naming(Name("", word, ""), "", following, known)
        peer = old or (alone and word.isupper() and takes_leave(line))
        if peer and not set(plain(word)) & (BODIES | OF_OFFICE):
            return naming(Name("", word.title(), ""), "", following, known)
    return None


def _not_greeted(found: list[Correspondent], greeting: str | None) -> list[Correspondent]:
    """Those below a letter whom it does not greet: an address at its foot has titles."""
    titled = [one for one in with_standing(found) if greeting and is_greeted(one, greeting)]
    return [one for one in found if one not in titled]


def _at_head(above: Sequence[str], greeting: str | None, known: Knowledge) -> Correspondent | None:
    """Whom the letterhead names above the day, where the letter greets another one."""
    day = next((i for i, line in enumerate(above) if is_date(line)), 0)
    named = [
        naming(name, office, name.name, known)
        for name, office in addressed(above[:day])
        if not is_body(name) and (name.words[0] in GIVEN or set(plain(office)) & _OFFICES)
    ]
    offices = [set(plain(office)) for _, office in addressed(above[:day])]
    office = set(plain(greeting or "")) - {"dear", "the", "mr", "madam"}
    greeted = any(is_greeted(one, greeting or "") for one in named)
    greeted = greeted or any(office and office <= words for words in offices)
    return named[0] if named and greeting and not greeted else None
