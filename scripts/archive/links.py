"""Owns the links between records, followed from the other end: which records name each."""

from collections.abc import Mapping
from typing import NamedTuple

from archive.groups import grouped
from archive.held import HeldLetter, HeldMotion
from archive.looks import digest


class Named(NamedTuple):
    """The records that name a letter or a motion, newest first.

    `answers` answer it as a motion, `replies` reply to it as a letter; beside these, `letters` and
    `motions` take it up. `citing` have it as evidence for what became of a commitment or an ask.
    """

    answers: tuple[HeldLetter, ...]
    replies: tuple[HeldLetter, ...]
    letters: tuple[HeldLetter, ...]
    motions: tuple[HeldMotion, ...]
    citing: tuple[HeldLetter | HeldMotion, ...]


def links(
    letters: Mapping[str, HeldLetter], motions: Mapping[str, HeldMotion]
) -> Mapping[str, Named]:
    """What names each letter and each motion."""
    names = (*letters, *motions)
    every: list[HeldLetter | HeldMotion] = [*letters.values(), *motions.values()]
    answers = grouped(names, letters.values(), lambda one: one.record.gist.answers)
    replies = grouped(
        names, letters.values(), lambda one: filter(None, [one.record.gist.replies_to])
    )
    by_letters = grouped(names, letters.values(), lambda one: one.record.gist.takes_up)
    by_motions = grouped(names, motions.values(), lambda one: one.record.gist.takes_up)
    citing = grouped(names, every, lambda one: one.record.gist.cites)
    return {
        name: Named(answers[name], replies[name], by_letters[name], by_motions[name], citing[name])
        for name in names
    }


def seen(named: Named) -> str:
    """What is seen of the records that name one: which they are, and how they name it."""
    return digest([" ".join(one.path for one in group) for group in named])
