"""The kinds of pages, and for each the address of one page that shows most of it."""

from collections import Counter
from collections.abc import Callable, Iterable

from archive.addresses import (
    dossier_address,
    history_address,
    letter_address,
    meeting_address,
    motion_address,
    person_address,
    topic_address,
    year_address,
)
from archive.archive import Archive
from archive.held import HeldLetter, HeldMotion

MISSING = "letters/no-such-year/no-such-letter/"
CHANGED, WITHDRAWN = "2022-03-02-pm-2022-0155", "2019-01-01-copy"
"""Of the invented archive: a letter that was changed and redacted, and one that is gone."""

Choose = Callable[[Archive], str]


def longest(held: Iterable[HeldLetter | HeldMotion]) -> str:
    """The record with the most words."""
    return max(held, key=lambda record: (len(record.body.words), record.id)).id


def letter(archive: Archive) -> str:
    """The letter with the most words."""
    return letter_address(longest(archive.letters.values()))


def undertaking(archive: Archive) -> str:
    """The letter with the most undertakings."""
    letters = archive.letters.values()
    return letter_address(max(letters, key=lambda x: (len(x.noun.commitments), x.id)).id)


def motion(archive: Archive) -> str:
    """The motion with the most words."""
    return motion_address(longest(archive.motions.values()))


def judged(archive: Archive) -> str:
    """The motion with the most replies."""
    return motion_address(max(archive.motions, key=lambda name: (len(archive.replies(name)), name)))


def dossier(archive: Archive) -> str:
    """The motion with the most replies, and these, on one page."""
    return dossier_address(judged(archive))


def wordless(archive: Archive) -> str:
    """A motion whose text is not held."""
    return motion_address(min(m.id for m in archive.motions.values() if not m.body.words))


def topic(archive: Archive) -> str:
    """The topic with the most letters and motions."""
    letters, motions = archive.letters_by_topic, archive.motions_by_topic
    return topic_address(max(archive.topics, key=lambda t: (len(letters[t]) + len(motions[t]), t)))


def unused_topic(archive: Archive) -> str:
    """A topic without letters and motions."""
    letters, motions = archive.letters_by_topic, archive.motions_by_topic
    return topic_address(min(t for t in archive.topics if not letters[t] and not motions[t]))


def person(archive: Archive) -> str:
    """The person with the most letters and motions."""
    letters, motions = archive.letters_by_person, archive.motions_by_person
    return person_address(max(archive.people, key=lambda p: (len(letters[p]) + len(motions[p]), p)))


def meeting(archive: Archive) -> str:
    """The meeting with the most motions."""
    held = archive.motions_by_meeting
    return meeting_address(max(archive.meetings, key=lambda name: (len(held[name]), name)))


def letters_of_a_year(archive: Archive) -> str:
    """The letters of the newest year."""
    return year_address("letters/", next(iter(archive.letters.values())).noun.date.year)


def motions_of_a_year(archive: Archive) -> str:
    """The motions of the newest year."""
    return year_address("motions/", archive.day_of(next(iter(archive.motions.values()))).year)


def replies_of_a_year(archive: Archive) -> str:
    """The reply tracker of the year with the most motions."""
    years = Counter(archive.day_of(held).year for held in archive.motions.values())
    return year_address("ledger/replies/", max(years, key=lambda year: (years[year], year)))


def broad_topic(archive: Archive) -> str:
    """The topic with the most narrower ones."""
    within = archive.narrower_topics
    return topic_address(max(archive.topics, key=lambda name: (len(within[name]), name)))


def at(address: str) -> Choose:
    """A page that stands at the same address in every archive."""
    return lambda archive: address


OURS: dict[str, Choose] = {
    "home": at(""),
    "letter": letter,
    "motion with replies": judged,
    "motion without text": wordless,
    "topic": topic,
    "ledger": at("ledger/"),
    "replies": at("ledger/replies/"),
    "commitments": at("ledger/commitments/"),
    "gaps": at("ledger/gaps/"),
    "echoes": at("ledger/echoes/"),
    "figures": at("ledger/figures/"),
}
"""What is looked at in this repository's archive as well."""

KINDS: dict[str, Choose] = OURS | {
    "letter with undertakings": undertaking,
    "motion with text": motion,
    "motion with its replies, whole": dossier,
    "letters": at("letters/"),
    "letters of a year": letters_of_a_year,
    "motions": at("motions/"),
    "motions of a year": motions_of_a_year,
    "replies of a year": replies_of_a_year,
    "topic with narrower topics": broad_topic,
    "topic without records": unused_topic,
    "topics": at("topics/"),
    "person": person,
    "people": at("people/"),
    "meeting": meeting,
    "meetings": at("meetings/"),
    "abbreviations": at("abbreviations/"),
    "search": at("search/"),
    "search with results": at("search/?q=bridge"),
    "search help": at("search-help/"),
    "about": at("about/"),
    "how we judge": at("how-we-judge/"),
    "corrections": at("corrections/"),
    "privacy": at("privacy/"),
    "accessibility": at("accessibility/"),
    "data": at("data/"),
    "changes": at("changes/"),
    "follow": at("follow/"),
    "history": at(history_address(letter_address(CHANGED))),
    "withdrawn": at(letter_address(WITHDRAWN)),
    "not found": at(MISSING),
}
