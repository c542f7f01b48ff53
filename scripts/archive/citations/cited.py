"""Owns what a citation says of a letter, a motion or a topic's list: one value for every form."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from archive.addresses import letter_address, motion_address, topic_address
from archive.archive import Archive
from archive.citations.names import Name, body_name, person_name
from archive.held import HeldLetter, HeldMotion
from archive.history.past import Commit
from archive.model.dates import PartialDate

Kind = Literal["letter", "motion", "list"]

AGREED = ("agreed", "agreed as amended")


@dataclass(frozen=True)
class Cited:
    """What is cited: by whom, to whom, what, of which day, where; nothing that nobody knows.

    `said` opens the plain form: who, in which office, did what. `details` closes it. `publisher`
    is the archive, and empty where the archive is the author.
    """

    kind: Kind
    id: str
    address: str
    url: str
    said: str
    title: str
    authors: tuple[Name, ...]
    publisher: str
    language: str
    recipients: tuple[Name, ...] = ()
    date: PartialDate | None = None
    number: str | None = None
    event: str | None = None
    details: str = ""

    @property
    def foot(self) -> str:
        """What it is and of which day, for the foot of a printed sheet."""
        day = self.date.spoken if self.date else ""
        return f"{self.genre} {'as ' if self.kind == 'list' else ''}of {day}" if day else self.genre

    @property
    def source(self) -> str:
        """Who said it in which office, its title and its day: what stands under a quotation."""
        day = self.date.spoken if self.date else ""
        return ", ".join(part for part in (self.said, f"“{self.title}”", day) if part)

    @property
    def genre(self) -> str:
        """What it is, in a word."""
        return {"letter": "Letter", "motion": "Motion", "list": "List"}[self.kind]


def cited_letter(archive: Archive, held: HeldLetter) -> Cited:
    """A letter, by its writer, with the offices that both held on its date."""
    letter, people = held.noun, archive.people
    sender, recipient = _styled(archive, letter.sender, letter.date), letter.recipient
    address = letter_address(held.id)
    return Cited(
        kind="letter",
        id=held.id,
        address=address,
        url=_url(archive, address),
        said=f"{sender}, letter to {_styled(archive, recipient, letter.date)}",
        title=held.title,
        authors=(person_name(people[letter.sender]),),
        recipients=(person_name(people[recipient]),),
        date=letter.date,
        number=letter.reference,
        details=f"reference {letter.reference}" if letter.reference else "",
        publisher=archive.site.site_name,
        language=archive.site.settings.language,
    )


def cited_motion(archive: Archive, held: HeldMotion) -> Cited:
    """A motion: agreed, the body's own word; otherwise its mover's, as far as he is known."""
    motion, body = held.noun, archive.site.settings.body
    mover = archive.people[motion.moved_by] if motion.moved_by else None
    by_body = motion.outcome in AGREED or mover is None
    author = body_name(body) if by_body or mover is None else person_name(mover)
    meeting, address = archive.meetings[motion.meeting], motion_address(held.id)
    number = f"motion {motion.number}" if motion.number else "motion"
    return Cited(
        kind="motion",
        id=held.id,
        address=address,
        url=_url(archive, address),
        said=f"{body}, {number} at the meeting “{meeting.title}”",
        title=held.title,
        authors=(author,),
        date=meeting.date,
        number=str(motion.number) if motion.number else None,
        event=meeting.title,
        details=_what_became(archive, held),
        publisher=archive.site.site_name,
        language=archive.site.settings.language,
    )


def cited_list(archive: Archive, topic: str, commit: Commit | None, as_of: str) -> Cited:
    """The list of a topic as of a commit: `as_of` is its address, dated where a commit is known."""
    noun, day = archive.topics[topic], commit.day if commit else None
    return Cited(
        kind="list",
        id=f"topic-{topic}",
        address=topic_address(topic),
        url=_url(archive, as_of),
        said=archive.site.site_name,
        title=f"{noun.label}: motions and letters",
        authors=(body_name(archive.site.site_name),),
        date=PartialDate(day.year, day.month, day.day) if day else None,
        number=commit.short if commit else None,
        details=f"as of commit {commit.short}" if commit else "",
        publisher="",
        language=archive.site.settings.language,
    )


def _url(archive: Archive, address: str) -> str:
    return f"{archive.site.site_url.rstrip('/')}/{address}"


def _styled(archive: Archive, person: str, date: PartialDate) -> str:
    """A person with the offices held on a day."""
    offices = archive.site.settings.offices
    held = (offices[tenure.office] for tenure in archive.offices_on(person, date))
    return ", ".join((archive.people[person].styled, *held))


def _what_became(archive: Archive, held: HeldMotion) -> str:
    """Who moved and seconded a motion, and what was decided."""
    motion, people = held.noun, archive.people
    moved = f"moved by {people[motion.moved_by].styled}" if motion.moved_by else ""
    seconded = f"seconded by {people[motion.seconded_by].styled}" if motion.seconded_by else ""
    decided = "" if motion.outcome == "not recorded" else motion.outcome
    return _joined([moved, seconded, decided])


def _joined(parts: Sequence[str]) -> str:
    return ", ".join(part for part in parts if part)
