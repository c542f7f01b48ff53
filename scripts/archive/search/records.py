"""Owns all that is searched of an archive, in order: letters, motions, asks and commitments."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from archive.addresses import letter_address, motion_address
from archive.anchors import anchors
from archive.archive import Archive
from archive.body import Body
from archive.gist import movers
from archive.held import HeldLetter, HeldMotion
from archive.model.dates import PartialDate
from archive.search.deeds import asks_of, commitments_of
from archive.search.documents import Document, Offices, Passage, dates


class Group(NamedTuple):
    """The documents of a record, its parts before itself, and where they stand among others.

    That is by the first and the last day that the record may be of, and by its id.
    """

    order: tuple[str, str, str]
    documents: tuple[Document, ...]


def documents(archive: Archive) -> tuple[Document, ...]:
    """Every record of the archive that has a page, each behind its parts, numbered."""
    groups = (
        *(letter_group(archive, letter) for letter in archive.letters.values()),
        *(motion_group(archive, motion) for motion in archive.motions.values()),
    )
    ordered = sorted(groups, key=lambda group: group.order)
    found = chain.from_iterable(group.documents for group in ordered)
    return tuple(replace(one, number=number) for number, one in enumerate(found))


def letter_group(archive: Archive, letter: HeldLetter) -> Group:
    """The documents of a letter: later ones are shown first."""
    documents = (*commitments_of(archive, letter), _of_letter(archive, letter))
    return _group(archive, letter.id, letter.noun.date, documents)


def motion_group(archive: Archive, motion: HeldMotion) -> Group:
    """The documents of a motion."""
    documents = (*asks_of(archive, motion), _of_motion(archive, motion))
    return _group(archive, motion.id, archive.day_of(motion), documents)


def _group(archive: Archive, id: str, day: PartialDate, found: Iterable[Document]) -> Group:
    order = (day.first_day.isoformat(), day.last_day.isoformat(), id)
    return Group(order, tuple(replace(d, offices=_offices(archive, d, day)) for d in found))


def _offices(archive: Archive, document: Document, day: PartialDate) -> Offices:
    """The offices of those whom a document names, on its day, and those that it is addressed to."""

    def of(people: Iterable[str]) -> tuple[str, ...]:
        held = (str(one.office) for person in people for one in archive.offices_on(person, day))
        return tuple(dict.fromkeys(held))

    to = dict.fromkeys((*of(document.recipients), *document.addressed))
    return Offices(of(document.sender), tuple(to), of(document.by))


def _of_letter(archive: Archive, letter: HeldLetter) -> Document:
    noun = letter.noun
    recipients = tuple(dict.fromkeys(map(str, (noun.recipient, *noun.copied_to))))
    return Document(
        number=0,
        id=letter.id,
        kind="letter",
        address=letter_address(letter.id),
        title=letter.title,
        passages=_passages(letter.body),
        **dates(noun.date),
        topics=archive.topics_of(letter),
        sender=(str(noun.sender),),
        recipients=recipients,
        reference=noun.reference,
        beside=(*_names(archive, (noun.sender, *recipients)), noun.date.spoken),
    )


def _of_motion(archive: Archive, motion: HeldMotion) -> Document:
    by, meeting = tuple(dict.fromkeys(movers(motion.noun))), archive.meetings[motion.noun.meeting]
    return Document(
        number=0,
        id=motion.id,
        kind="motion",
        address=motion_address(motion.id),
        title=motion.title,
        passages=_passages(motion.body) or _asked(motion),
        **dates(archive.day_of(motion)),
        topics=tuple(map(str, motion.noun.topics)),
        by=by,
        addressed=tuple(map(str, motion.noun.addressees)),
        beside=(*_names(archive, by), meeting.title, meeting.date.spoken),
    )


def _names(archive: Archive, people: Iterable[str]) -> tuple[str, ...]:
    return tuple(archive.people[person].name for person in people)


def _passages(body: Body) -> tuple[Passage, ...]:
    named = zip(body.blocks, anchors(body), strict=True)
    return tuple(Passage(anchor.name, anchor.number, block.text) for block, anchor in named)


def _asked(motion: HeldMotion) -> tuple[Passage, ...]:
    """What a motion whose text is not held asks for, in our words: it is found by them too."""
    return tuple(Passage(f"ask-{ask.ask}", None, ask.summary) for ask in motion.noun.asks)
