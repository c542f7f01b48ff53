"""Owns the gist of a record: the few facts of it that are asked of all records at once.

Reading the fields of all records for that would take longer than all that is done with them.
"""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple, TypeAlias

from pydantic_core import to_json

from archive.model.letter import Commitment, Letter, Response
from archive.model.motion import Ask, Motion
from archive.model.provenance import PROVENANCE
from archive.model.version import Version
from archive.nodes import Plain

APART = {"title", *PROVENANCE}
"""The fields that are looked at apart from all others: what editors change most, or few show."""


Said: TypeAlias = tuple[str, int, Response]
"""What a letter says to an ask: the motion, the number of the ask there, and the response."""

Undertaken: TypeAlias = tuple[str, int, bool]
"""Of a commitment the motion that it is on, and the number of the ask there, if any (else empty or
0); and whether there is evidence of it."""


class Gist(NamedTuple):
    """Some facts of a letter, a motion or a version; each empty, 0 or False, where it has none.

    Of all: `source` is the file of the kept source, `mended` says whether it tells of corrections;
    `matter` is a digest of all fields but those `APART`, and `facts` of all that stands here but
    the title.

    Of letters and motions: the `title`; `lead` wrote or moved it, and `people` are the
    correspondents, or the movers; `topics` are its own; `takes_up` names earlier records, and
    `cites` records that say what became of its commitments or asks; `elsewhere` has the dates of
    evidence from sources of others.

    Of a letter: its `kind` and `date`, the motions that it `answers`, and what it has `said`: a
    motion, the number of an ask, the response, one after the other; what it has `undertaken`, in
    its order. It `replies_to` a letter; of one that is not held, `unheld` has who wrote it, and its
    date.

    Of a motion: the meeting that it is `within` and its `number` there, the `offices` that are
    asked to act, the numbers of its `asks`, whether these are `complete`, and the day on which
    somebody `checked` that there are no replies.

    Of a version: the stage (`kind`), the motion that it is `within`, and its order (`number`).
    """

    title: str = ""
    source: str = ""
    kind: str = ""
    date: str = ""
    answers: tuple[str, ...] = ()
    replies_to: str = ""
    unheld: tuple[str, ...] = ()
    checked: str = ""
    takes_up: tuple[str, ...] = ()
    within: str = ""
    number: int = 0
    offices: tuple[str, ...] = ()
    asks: tuple[int, ...] = ()
    complete: bool = False
    said: tuple[Said, ...] = ()
    undertaken: tuple[Undertaken, ...] = ()
    lead: str = ""
    people: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    mended: bool = False
    matter: str = ""
    facts: str = ""


NOTHING = Gist()
"""Of a record of which nothing fits."""


def gist_of(noun: Letter | Motion | Version | None, typed: Mapping[str, Plain]) -> Gist:
    """The gist of a record with these fields, which have been made of what was `typed`."""
    if noun is None:
        return NOTHING
    source = noun.source.file if noun.source else ""
    gist = _gist_of(noun)._replace(source=source, mended=bool(noun.corrections))
    return gist._replace(matter=_matter(typed), facts=_facts(gist))


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
            offices=_offices(noun),
            checked=str(noun.replies_checked or ""),
            asks=tuple(ask.ask for ask in noun.asks),
            complete=noun.asks_complete,
            lead=str(noun.moved_by or ""),
            people=movers(noun),
            topics=tuple(map(str, noun.topics)),
            cites=tuple(_cited(noun.asks)),
            elsewhere=tuple(_elsewhere(noun.asks)),
        )
    reply = noun.in_reply_to
    return Gist(
        title=noun.title,
        kind=noun.kind,
        date=str(noun.date),
        answers=tuple(str(answer.motion) for answer in noun.answers),
        replies_to=str(reply.letter) if reply and reply.letter else "",
        unheld=(str(reply.sender), str(reply.date)) if reply and not reply.letter else (),
        takes_up=tuple(map(str, noun.refers_to)),
        said=tuple(
            (str(answer.motion), one.ask, one.response)
            for answer in noun.answers
            for one in answer.asks
        ),
        undertaken=tuple(map(_undertaken, noun.commitments)),
        lead=str(noun.sender),
        people=correspondents(noun),
        topics=tuple(map(str, noun.topics)),
        cites=tuple(_cited(noun.commitments)),
        elsewhere=tuple(_elsewhere(noun.commitments)),
    )


def correspondents(letter: Letter) -> tuple[str, ...]:
    """Who wrote, received or got a copy of a letter, in that order."""
    return tuple(map(str, (letter.sender, letter.recipient, *letter.copied_to)))


def movers(motion: Motion) -> tuple[str, ...]:
    """Everyone who moved, seconded or amended a motion, in that order."""
    named = (motion.moved_by, motion.seconded_by, *motion.amended_by)
    return tuple(str(person) for person in named if person)


def _offices(motion: Motion) -> tuple[str, ...]:
    asked = (office for ask in motion.asks for office in ask.addressees)
    return tuple(dict.fromkeys(map(str, (*motion.addressees, *asked))))


def _undertaken(one: Commitment) -> Undertaken:
    return str(one.motion or ""), one.ask or 0, bool(one.evidence)


def _cited(deeds: Sequence[Ask | Commitment]) -> Iterator[str]:
    """The records of ours that evidence comes from."""
    evidence = (one for deed in deeds for one in deed.evidence)
    return (str(one.letter or one.motion) for one in evidence if one.letter or one.motion)


def _elsewhere(deeds: Sequence[Ask | Commitment]) -> Iterator[str]:
    """The dates of all other evidence."""
    return (str(one.date) for deed in deeds for one in deed.evidence if one.date)


def _matter(typed: Mapping[str, Plain]) -> str:
    return sha256(to_json({name: typed[name] for name in typed if name not in APART})).hexdigest()


def _facts(gist: Gist) -> str:
    return sha256(to_json(gist[1:])).hexdigest()  # the title is the first
