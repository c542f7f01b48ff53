"""Owns the pages of people: all by surname, and for each their offices, letters and motions."""

from collections.abc import Iterator, Sequence
from typing import Any

from archive.addresses import PEOPLE, person_address
from archive.archive import Archive
from archive.counting import counted
from archive.held import HeldMotion
from archive.model.vocabulary import Person
from archive.pages.alphabet import by_letter
from archive.pages.alternates import as_data
from archive.pages.happenings import Event, happenings
from archive.pages.jsonld import person_data
from archive.pages.listing import A_PAGE, Listing, Part
from archive.pages.page import Page

A_KIND = 50
"""Letters or motions of one kind on the first page of someone who has more than a page of them."""


def people_page(archive: Archive) -> Page:
    """The list of all people."""
    entries = [(_surname_first(person), name) for name, person in archive.people.items()]
    return Page(
        address=PEOPLE,
        template="people.html",
        kind="index",
        section="people",
        title="People",
        description="Everyone who wrote or received a letter, or moved, seconded or amended a "
        "motion.",
        shows={"alphabet": by_letter(entries)},
    )


def person_pages(archive: Archive, person: str) -> Iterator[Page]:
    """The page of a person; of a busy one the newest of each kind, and pages for each year."""
    letters, motions = archive.letters_by_person[person], archive.motions_by_person[person]
    events = tuple(reversed(happenings(archive, motions, letters)))
    listing = Listing(person_address(person), events, lambda event: event.day)
    for one in listing.parted_if_long():
        yield _page(archive, person, one, listing.about(one))


def _page(archive: Archive, person: str, shown: Part[Event], about: Sequence[Event]) -> Page:
    noun, first = archive.people[person], shown.year is None
    letters = counted(sum(event.letter is not None for event in about), "letter")
    motions = counted(sum(event.motion is not None for event in about), "motion")
    title = noun.styled if first else shown.titled(f"{noun.styled},")
    offices = "offices, " if first else ""
    shortened = first and shown.partial
    kinds = _kinds(person, about, A_KIND) if shortened else _kinds(person, shown.listed, A_PAGE)
    return Page(
        address=shown.address,
        template="person.html",
        kind="person",
        section="people",
        title=title,
        description=f"{title}: {offices}{letters} and {motions} in this archive.",
        shows={
            "person": noun,
            "title": title,
            "part": shown,
            **kinds,
        },
        jsonld=person_data(archive, person, noun) if first else None,
        source_path="letters/people.yml",
        alternates=as_data(shown.address, "person") if first else (),
    )


def _kinds(person: str, events: Sequence[Event], most: int) -> dict[str, Any]:
    """The newest letters that someone wrote, those that others wrote, and motions."""
    letters = [event.letter for event in events if event.letter]
    motions = [event.motion for event in events if event.motion]
    return {
        "written": [x for x in letters if x.lead == person][:most],
        "received": [x for x in letters if x.lead != person][:most],
        "motions": [(motion, part(motion, person)) for motion in motions[:most]],
    }


def part(motion: HeldMotion, person: str) -> str:
    """What a person had to do with a motion: as mover, as seconder, by amending it."""
    noun = motion.noun
    did = {
        "as mover": person == noun.moved_by,
        "as seconder": person == noun.seconded_by,
        "proposed the amendment": person in noun.amended_by,
    }
    return " and ".join(what for what, done in did.items() if done)


def _surname_first(person: Person) -> str:
    """A name by its last word: documents give no surname apart, and this is how lists sort."""
    *first, last = person.name.split(" ")
    return " ".join([last, *first])
