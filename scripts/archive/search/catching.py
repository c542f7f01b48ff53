"""Owns catching up with a change: only documents that the build before lacked are taken in."""

from collections import defaultdict, deque
from collections.abc import Sequence
from hashlib import sha256
from typing import NamedTuple

from archive.kept import Kept
from archive.search import before
from archive.search.apart import others
from archive.search.before import Before
from archive.search.extracts import Sought
from archive.search.gathering import joined, nothing, taken_in
from archive.search.lexicon import Lexicon
from archive.search.names import Names
from archive.search.naming import Naming
from archive.search.numbers import Ints
from archive.search.postings import Gathered
from archive.search.remembered import Group, grouped, remembered
from archive.search.rules import Rules
from archive.search.taken import together

KIND = "words"
"""What a build took in is in the file of this kind."""


class Caught(NamedTuple):
    """All documents, and what is other in them than in those that a build before took in.

    `then` and `now` name both; `others` are the pairs of words that other documents have now. It is
    None where nothing was taken in before, or most of it is other.
    """

    gathered: Gathered
    then: str
    now: str
    others: Ints | None


def caught_up(sought: Sought, rules: Rules, named: Names, kept: Kept) -> Caught:
    """The terms of all documents; what the build before took in of the same is used."""
    made_by, file = before.of_program(rules, named), kept.place(KIND)
    groups = grouped(sought.extracts)
    keys = tuple(group.key for group in groups)
    old = before.read(file, made_by) or Before((), nothing())
    places, missing = _matched(old.keys, groups)
    naming = Naming(named, rules)
    lexicon = Lexicon(rules, naming.firsts, old.numbered)
    new = taken_in(remembered(sought, missing, kept), lexicon, naming)
    kept.use(keys)
    both, then = together([old.taken, new]) if old.keys else new, old.keys
    del old, new  # they are large
    taken, apart = both.picked(places), others(both, len(then), places) if then else None
    del both
    if keys != then:
        before.write(file, made_by, Before(keys, taken, lexicon.numbered))
    gathered = joined(taken, lexicon, rules)
    return Caught(gathered, _digest(made_by, then), _digest(made_by, keys), apart)


def _matched(keys: Sequence[str], groups: Sequence[Group]) -> tuple[list[int], list[Group]]:
    """The places of groups among those with these keys, and the groups that are behind them.

    No place is had twice, though two groups may have the same texts.
    """
    there: defaultdict[str, deque[int]] = defaultdict(deque)
    for place, key in enumerate(keys):
        there[key].append(place)
    places, missing = list[int](), list[Group]()
    for group in groups:
        if places_of := there[group.key]:
            places.append(places_of.popleft())
        else:
            places.append(len(keys) + len(missing))
            missing.append(group)
    return places, missing


def _digest(made_by: str, keys: Sequence[str]) -> str:
    return sha256(" ".join((made_by, *keys)).encode()).hexdigest()
