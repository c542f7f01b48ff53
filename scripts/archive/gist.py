"""Owns the gist of a record: the few facts of it that are asked of all records at once.

Reading the fields of all records for that would take longer than all that is done with them.
"""

from typing import NamedTuple

from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.model.version import Version


class Gist(NamedTuple):
    """Some facts of a letter, a motion or a version; each empty, or 0, where it has none.

    `kind` is a letter's kind or a version's stage, `within` the meeting of a motion or the motion
    of a version, `number` the motion's number in that meeting or the version's order. A letter has
    its `date`, the motions that it `answers` and the letter that it `replies_to`. `takes_up` names
    earlier records, and `source` is the file of the kept source.
    """

    source: str = ""
    kind: str = ""
    date: str = ""
    answers: tuple[str, ...] = ()
    replies_to: str = ""
    takes_up: tuple[str, ...] = ()
    within: str = ""
    number: int = 0


def gist_of(noun: Letter | Motion | Version | None) -> Gist:
    """The gist of a record with these fields."""
    if noun is None:
        return Gist()
    source = noun.source.file if noun.source else ""
    if isinstance(noun, Version):
        return Gist(source, noun.stage, within=str(noun.motion), number=noun.order)
    takes_up = tuple(map(str, noun.refers_to))
    if isinstance(noun, Motion):
        takes_up += tuple(map(str, noun.follows))
        within, number = str(noun.meeting), noun.number or 0
        return Gist(source, takes_up=takes_up, within=within, number=number)
    reply = noun.in_reply_to
    return Gist(
        source,
        noun.kind,
        str(noun.date),
        tuple(str(answer.motion) for answer in noun.answers),
        str(reply.letter) if reply and reply.letter else "",
        takes_up,
    )
