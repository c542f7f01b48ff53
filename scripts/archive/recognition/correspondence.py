"""Owns recognising who wrote a letter, to whom, and who got a copy."""

import re
from collections.abc import Sequence
from itertools import pairwise

from archive.model.dates import PartialDate
from archive.recognition.bodies import BODIES
from archive.recognition.called import called as called_letter
from archive.recognition.correspondents import (
    Correspondent,
    by_esquire,
    by_greeting,
    called,
    candidates,
    fuller,
    holders,
    initialled,
    naming,
    same,
    with_standing,
)
from archive.recognition.greetings import takes_leave
from archive.recognition.honours import OF_OFFICE
from archive.recognition.knowledge import Knowledge
from archive.recognition.letterhead import copied, is_copied
from archive.recognition.names import Name, name_in, plain
from archive.recognition.salutations import greets_several, in_full, is_greeted, names_one

FOR_ANOTHER = re.compile(r"(?:p\.?\s?p|per pro|for)\b[. ]", re.IGNORECASE)
"""With this a line begins of who signs for another, or of the other."""

_INITIALS = 3
"""Letters of what may be initials rather than a name."""

_FROM = re.compile(r"from\b", re.IGNORECASE)
_TO = re.compile(r"to\s+[A-Z]", re.IGNORECASE)


def sender(
    above: Sequence[str], below: Sequence[str], day: PartialDate | None, known: Knowledge
) -> Correspondent | None:
    """Who signs; else who stands behind `From:`; else who the letterhead is of."""
    lines = [line for line in _before_copies(below) if not takes_leave(line) or name_in(line)]
    by_others = [line for line in lines if FOR_ANOTHER.match(line)]
    own = [line for line in lines if line not in by_others and not _TO.match(line)]
    lone = _lone(below, known)
    signed = (
        lone or _best(candidates(own, known), None) or _best(candidates(by_others, known), None)
    )
    behind = called(above, "from", known) or next(iter(_shown(above, 0, known)), None)
    if signed:
        return behind if behind and initialled(signed, behind) else signed
    return behind or next(holders(above, day, known), None)


def _lone(below: Sequence[str], known: Knowledge) -> Correspondent | None:
    """A peer, who signs with one word below the words that take leave."""
    for line, following in pairwise(below):
        word = following.rstrip(".")
        peer = word.isalpha() and word.isupper() and len(word) > _INITIALS
        if takes_leave(line) and peer and not set(plain(word)) & (BODIES | OF_OFFICE):
            return naming(Name("", word.title(), ""), "", following, known)
    return None


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
    shown = _shown(above, 1, known)
    if greeting and not any(is_greeted(one, greeting) for one in found):
        below = _before_copies(below)
        at_foot = [one for one in candidates(below, known) if not same(one, writer)]
        rest = with_standing(found) if names_one(greeting) else found
        meant = [one for one in at_foot if is_greeted(one, greeting)]
        foot = [] if names_one(greeting) else by_esquire(at_foot)
        below_it = [] if greets_several(greeting) else with_standing(at_foot)
        found = meant or foot or shown or with_standing(rest) or below_it or rest
    elif greeting is None and not with_standing(found):
        found = shown or found
    several = found if greeting and greets_several(greeting) else []
    meant_first = (
        one for one in several if is_greeted(one, greeting or "") or with_standing([one])
    )
    named = next(meant_first, None) or _best(found, greeting or "")
    if named and (named.id or greeting is None or not by_greeting(greeting, known)):
        return named
    return (by_greeting(greeting, known) or in_full(greeting, known)) if greeting else named


def _shown(above: Sequence[str], side: int, known: Knowledge) -> list[Correspondent]:
    """The writer or the reader of a letter, as a line above it calls both."""
    name = called_letter(above)[side]
    return [naming(name, "", name.name, known)] if name else []


def copies(lines: Sequence[str], known: Knowledge) -> tuple[Correspondent, ...]:
    """Who got a copy."""
    names = ((name_in(words), words) for words in copied(lines))
    return tuple(naming(name, "", words, known) for name, words in names if name)


def _best(found: Sequence[Correspondent], greeting: str | None) -> Correspondent | None:
    """The one who is greeted; else a person of ours; else one with an office; else the likeliest.

    In an address the last one is meant, as the letterhead stands above; in a signature, which
    greets nobody, the first.
    """
    greeted = [one for one in found if greeting and is_greeted(one, greeting)]
    ours = [one for one in found if one.id]
    official = [one for one in found if one.office]
    titled = [one for one in found if one.name and (one.name.before or one.name.after)]
    signed = greeting is None
    groups = (ours, official, found) if signed else (greeted, ours, official, titled, found)
    best = next((group for group in groups if group), None)
    if best and signed:
        return next((one for one in best[1:] if fuller(one, best[0])), best[0])
    return best[-1] if best else None


def _before_copies(lines: Sequence[str]) -> Sequence[str]:
    """A signature without those who got a copy."""
    copied = (index for index, line in enumerate(lines) if is_copied(line))
    return lines[: next(copied, len(lines))]
