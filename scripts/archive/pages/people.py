"""Owns the pages of people: all by surname, and for each their offices, letters and motions."""

from collections.abc import Iterator

from archive.addresses import PEOPLE, person_address
from archive.archive import Archive, HeldMotion
from archive.model.vocabulary import Person
from archive.pages.alphabet import by_letter
from archive.pages.alternates import as_data
from archive.pages.jsonld import person_data
from archive.pages.page import Page, counted


def people_pages(archive: Archive) -> Iterator[Page]:
    """The list of all people, and a page for each."""
    entries = [(_surname_first(person), name) for name, person in archive.people.items()]
    yield Page(
        address=PEOPLE,
        template="people.html",
        kind="index",
        section="people",
        title="People",
        description="Everyone who wrote or received a letter, or moved, seconded or amended a "
        "motion.",
        shows={"alphabet": by_letter(entries)},
    )
    for person in archive.people:
        yield _page(archive, person)


def _page(archive: Archive, person: str) -> Page:
    noun, letters = archive.people[person], archive.letters_by_person[person]
    motions = archive.motions_by_person[person]
    written = [x for x in letters if x.noun.sender == person]
    received = [x for x in letters if x.noun.sender != person]
    counts = f"{counted(len(letters), 'letter')} and {counted(len(motions), 'motion')}"
    return Page(
        address=person_address(person),
        template="person.html",
        kind="person",
        section="people",
        title=noun.styled,
        description=f"{noun.styled}: offices, {counts} in this archive.",
        shows={
            "person": noun,
            "written": written,
            "received": received,
            "motions": [(motion, part(motion, person)) for motion in motions],
        },
        jsonld=person_data(archive, person, noun),
        source_path="letters/people.yml",
        alternates=as_data(person_address(person), "person"),
    )


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
