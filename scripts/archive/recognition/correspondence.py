"""Owns recognising to whom a letter is, and who got a copy."""

import re
from collections.abc import Sequence

from archive.recognition.correspondents import (
    Correspondent,
    by_esquire,
    by_greeting,
    called,
    candidates,
    naming,
    same,
    with_standing,
)
from archive.recognition.knowledge import Knowledge
from archive.recognition.letterhead import copied, is_date
from archive.recognition.likeliest import before_copies, best, shown
from archive.recognition.names import name_in
from archive.recognition.salutations import greets_several, in_full, is_greeted, names_one

_FROM = re.compile(r"from\b", re.IGNORECASE)


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
    if behind := called(above, "to", known):
        return behind
    own = [line for line in above if not _FROM.match(line)]
    found = [one for one in candidates(own, known) if not same(one, writer)]
    said = shown(above, 1, known)
    if greeting and not any(is_greeted(one, greeting) for one in found):
        below = before_copies(below)
        at_foot = [one for one in candidates(below, known) if not same(one, writer)]
        rest = with_standing(found) if names_one(greeting) else found
        meant = [one for one in at_foot if is_greeted(one, greeting)]
        foot = [] if names_one(greeting) else by_esquire(at_foot)
        below_it = [] if greets_several(greeting) else with_standing(at_foot)
        found = meant or foot or said or with_standing(rest) or below_it or rest
    elif greeting is None:
        found = _below_day(own, known) or (found if with_standing(found) else said or found)
    several = found if greeting and greets_several(greeting) else []
    meant_first = (
        one for one in several if is_greeted(one, greeting or "") or with_standing([one])
    )
    named = next(meant_first, None) or best(found, greeting or "")
    if named and (named.id or greeting is None or not by_greeting(greeting, known)):
        return named
    return (by_greeting(greeting, known) or in_full(greeting, known)) if greeting else named


def copies(lines: Sequence[str], known: Knowledge) -> tuple[Correspondent, ...]:
    """Who got a copy."""
    names = ((name_in(words), words) for words in copied(lines))
    return tuple(naming(name, "", words, known) for name, words in names if name)


def _below_day(lines: Sequence[str], known: Knowledge) -> list[Correspondent]:
    """The first with a standing below the day, where an address may name several."""
    day = next((i for i, line in enumerate(lines) if is_date(line)), len(lines))
    return with_standing(candidates(lines[day:], known))[:1]
