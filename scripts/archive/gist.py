"""Owns the gist of a record: the few facts of it that are asked of all records at once.

Reading the fields of all records for that would take longer than all that is done with them.
"""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple

from pydantic_core import to_json

from archive.model.evidence import Evidence
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.model.provenance import PROVENANCE
from archive.model.version import Version
from archive.nodes import Plain

APART = {"title", *PROVENANCE}
"""The fields that are looked at apart from all others: what editors change most, or few show."""


class Gist(NamedTuple):
    """Some facts of a letter, a motion or a version; each empty, or 0, where it has none.

    `title` is that of a letter or a motion, `kind` a letter's kind or a version's stage, `within`
    the meeting of a motion or the motion of a version, `number` the motion's number in that meeting
    or the version's order. A letter has its `date`, the motions that it `answers` and the letter
    that it `replies_to`. `takes_up` names earlier records, and `source` is the file of the kept
    source. `people` are the correspondents of a letter or the movers of a motion, `topics` its own.
    `cites` names records that say what became of its commitments or asks. `mended` says whether it
    tells of corrections. `matter` is a digest of all fields but those `APART`.
    """

    title: str = ""
    source: str = ""
    kind: str = ""
    date: str = ""
    answers: tuple[str, ...] = ()
    replies_to: str = ""
    takes_up: tuple[str, ...] = ()
    within: str = ""
    number: int = 0
    people: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    mended: bool = False
    matter: str = ""


def gist_of(noun: Letter | Motion | Version | None, typed: Mapping[str, Plain]) -> Gist:
    """The gist of a record with these fields, which have been made of what was `typed`."""
    if noun is None:
        return Gist()
    source = noun.source.file if noun.source else ""
    gist = _gist_of(noun)
    return gist._replace(source=source, mended=bool(noun.corrections), matter=_matter(typed))


def _gist_of(noun: Letter | Motion | Version) -> Gist:
    """What is of one kind of record."""
    if isinstance(noun, Version):
        return Gist(kind=noun.stage, within=str(noun.motion), number=noun.order)
    if isinstance(noun, Motion):
        return Gist(
            title=noun.title,
            takes_up=tuple(map(str, (*noun.refers_to, *noun.follows))),
            within=str(noun.meeting),
            number=noun.number or 0,
            people=movers(noun),
            topics=tuple(map(str, noun.topics)),
            cites=tuple(_cited(one for ask in noun.asks for one in ask.evidence)),
        )
    reply = noun.in_reply_to
    return Gist(
        title=noun.title,
        kind=noun.kind,
        date=str(noun.date),
        answers=tuple(str(answer.motion) for answer in noun.answers),
        replies_to=str(reply.letter) if reply and reply.letter else "",
        takes_up=tuple(map(str, noun.refers_to)),
        people=correspondents(noun),
        topics=tuple(map(str, noun.topics)),
        cites=tuple(_cited(one for deed in noun.commitments for one in deed.evidence)),
    )


def correspondents(letter: Letter) -> tuple[str, ...]:
    """Who wrote, received or got a copy of a letter, in that order."""
    return tuple(map(str, (letter.sender, letter.recipient, *letter.copied_to)))


def movers(motion: Motion) -> tuple[str, ...]:
    """Everyone who moved, seconded or amended a motion, in that order."""
    named = (motion.moved_by, motion.seconded_by, *motion.amended_by)
    return tuple(str(person) for person in named if person)


def _cited(evidence: Iterator[Evidence]) -> Iterator[str]:
    """The records of ours that evidence comes from."""
    return (str(one.letter or one.motion) for one in evidence if one.letter or one.motion)


def _matter(typed: Mapping[str, Plain]) -> str:
    return sha256(to_json({name: typed[name] for name in typed if name not in APART})).hexdigest()
