"""Owns what a page tells machines about its record, in the words of schema.org."""

from collections.abc import Mapping
from typing import Any

from archive import addresses
from archive.archive import Archive, Held, HeldLetter, HeldMotion
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.model.vocabulary import Meeting, Person, Tenure, Topic

CONTEXT = "https://schema.org"
Data = dict[str, Any]


def _url(archive: Archive, address: str) -> str:
    return f"{archive.site.site_url.rstrip('/')}/{address}"


def _person(archive: Archive, person: str) -> Data:
    url = _url(archive, addresses.person_address(person))
    return {"@type": "Person", "@id": url, "url": url, "name": archive.people[person].styled}


def _topics(archive: Archive, topics: tuple[str, ...]) -> list[Data]:
    return [
        {
            "@type": "DefinedTerm",
            "@id": _url(archive, addresses.topic_address(topic)),
            "name": archive.topics[topic].label,
        }
        for topic in topics
    ]


def _record(archive: Archive, held: Held[Letter] | Held[Motion], kind: str, address: str) -> Data:
    url = _url(archive, address)
    return {
        "@context": CONTEXT,
        "@type": kind,
        "@id": url,
        "url": url,
        "name": held.noun.title,
        "inLanguage": archive.site.settings.language,
        "isPartOf": {"@type": "Collection", "@id": _url(archive, ""), **_name(archive)},
    }


def _name(archive: Archive) -> Data:
    return {"name": archive.site.site_name}


def letter_data(archive: Archive, held: HeldLetter) -> Data:
    """A letter as `Message`: https://schema.org/Message (a letter has no type of its own)."""
    letter = held.noun
    data = _record(archive, held, "Message", addresses.letter_address(held.id)) | {
        "additionalType": "http://purl.org/spar/fabio/Letter",
        "dateSent": letter.date.iso,
        "sender": _person(archive, letter.sender),
        "author": _person(archive, letter.sender),
        "recipient": _person(archive, letter.recipient),
        "about": _topics(archive, archive.topics_of(held)),
        "text": held.body.flat,
        "mentions": [
            {"@type": "CreativeWork", "@id": _url(archive, addresses.motion_address(a.motion))}
            for a in letter.answers
        ],
    }
    if letter.reference:
        data["identifier"] = letter.reference
    return data


def motion_data(archive: Archive, held: HeldMotion) -> Data:
    """A motion as `CreativeWork` with the meeting that dealt with it."""
    motion = held.noun
    movers = [_person(archive, p) for p in (motion.moved_by, motion.seconded_by) if p]
    data = _record(archive, held, "CreativeWork", addresses.motion_address(held.id)) | {
        "genre": "motion",
        "dateCreated": archive.day_of(held).iso,
        "about": _topics(archive, tuple(map(str, motion.topics))),
        "creativeWorkStatus": motion.outcome,
    }
    if movers:
        data["contributor"] = movers
    if motion.official_page:
        data["sameAs"] = motion.official_page
    return data


def _event(archive: Archive, meeting: str) -> Data:
    noun = archive.meetings[meeting]
    return {
        "@type": "Event",
        "@id": _url(archive, addresses.meeting_address(meeting)),
        "name": noun.title,
        "startDate": noun.date.iso,
    }


def meeting_data(archive: Archive, meeting: str, noun: Meeting) -> Data:
    """A meeting as `Event`."""
    start = noun.date.iso + (f"T{noun.time}" if noun.time and noun.date.day else "")
    organizer = {"@type": "GovernmentOrganization", "name": archive.site.settings.body}
    return {
        "@context": CONTEXT,
        **_event(archive, meeting),
        "@type": "Event",
        "startDate": start,
        "organizer": organizer,
    }


def person_data(archive: Archive, person: str, noun: Person) -> Data:
    """A person with the offices that the archive knows of."""
    data = {"@context": CONTEXT, **_person(archive, person)}
    if noun.offices:
        data["hasOccupation"] = [_role(archive, tenure) for tenure in noun.offices]
    if noun.other_names:
        data["alternateName"] = list(noun.other_names)
    if noun.official_page:
        data["sameAs"] = noun.official_page
    return data


def _role(archive: Archive, tenure: Tenure) -> Data:
    """An office with the dates that are known: https://schema.org/Role."""
    role = {"@type": "Role", "roleName": archive.site.settings.offices[tenure.office]}
    dates = {"startDate": tenure.since, "endDate": tenure.until}
    return role | {name: date.iso for name, date in dates.items() if date}


def topic_data(archive: Archive, topic: str, noun: Topic) -> Data:
    """A topic as `DefinedTerm`."""
    [term] = _topics(archive, (topic,))
    names = {"alternateName": list(noun.other_names)} if noun.other_names else {}
    return {"@context": CONTEXT, **term, "description": noun.sentence, **names}


def site_data(archive: Archive) -> Mapping[str, Any]:
    """The archive itself, with its search."""
    target = f"{_url(archive, '')}?q={{search_term_string}}"
    return {
        "@context": CONTEXT,
        "@type": ["WebSite", "Collection"],
        "@id": _url(archive, ""),
        "url": _url(archive, ""),
        **_name(archive),
        "description": archive.site.settings.tagline,
        "inLanguage": archive.site.settings.language,
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": target},
            "query-input": "required name=search_term_string",
        },
    }
