"""Owns what a card says: of a letter, of a motion, of the archive itself."""

from dataclasses import asdict, dataclass

from archive.archive import Archive
from archive.held import HeldLetter, HeldMotion
from archive.model.dates import PartialDate


@dataclass(frozen=True)
class Card:
    """The words of a card. `title` is the source's, all else is ours; `instead` is a title of ours
    for fonts that lack a letter of the source's."""

    kicker: str
    title: str
    instead: str
    lines: tuple[str, ...]
    foot: str

    @property
    def plain(self) -> dict[str, object]:
        """Everything that the picture depends on, beside how it is drawn."""
        return asdict(self)


def letter_card(archive: Archive, held: HeldLetter) -> Card:
    """The card of a letter: its subject line, date, writer and recipient."""
    letter = held.noun
    return Card(
        kicker="Letter" if letter.kind == "reply" else f"Letter: {letter.kind}",
        title=held.title,
        instead=f"{letter.kind.capitalize()} of {letter.date.spoken}",
        lines=(
            letter.date.spoken,
            f"From {_person(archive, letter.sender, letter.date)}",
            f"To {_person(archive, letter.recipient, letter.date)}",
        ),
        foot=archive.site.site_name,
    )


def motion_card(archive: Archive, held: HeldMotion) -> Card:
    """The card of a motion: its title, the day of its meeting, who moved it, what became of it."""
    motion, people, day = held.noun, archive.people, archive.day_of(held)
    number = f"Motion {motion.number}" if motion.number else "Motion"
    movers = [f"Moved by {people[motion.moved_by].styled}"] if motion.moved_by else []
    if motion.seconded_by:
        movers.append(f"seconded by {people[motion.seconded_by].styled}")
    decided = motion.outcome if motion.outcome != "not recorded" else "outcome not recorded"
    said = (day.spoken, ", ".join(movers), decided)
    return Card(
        kicker=f"{number}: {archive.meetings[motion.meeting].title}",
        title=held.title,
        instead=f"{number} of {day.spoken}",
        lines=tuple(line[0].upper() + line[1:] for line in said if line),
        foot=archive.site.site_name,
    )


def site_card(archive: Archive) -> Card:
    """The card of every page that is no record's."""
    name = archive.site.site_name
    settings = archive.site.settings
    return Card("", name, name, (settings.tagline,), settings.body)


def _person(archive: Archive, person: str, day: PartialDate) -> str:
    """A name with the offices held on a day."""
    held = (archive.site.settings.offices[t.office] for t in archive.offices_on(person, day))
    return ", ".join((archive.people[person].styled, *held))
