"""Owns what a page tells machines about its record, in the words of schema.org."""

from collections.abc import Mapping
from typing import Any

from archive import addresses
from archive.archive import Archive
from archive.held import Held, HeldLetter, HeldMotion
from archive.model.letter import Letter
from archive.model.motion import Motion
from archive.model.vocabulary import Meeting, Person, Tenure, Topic

CONTEXT = "https://schema.org"
Data = dict[str, Any]
LETTERS = (addresses.LETTERS, "Letters")
MOTIONS = (addresses.MOTIONS, "Motions")
MEETINGS = (addresses.MEETINGS, "Meetings")
TOPICS = (addresses.TOPICS, "Topics")
PEOPLE = (addresses.PEOPLE, "People")


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


def _page(archive: Archive, address: str, section: tuple[str, str], name: str) -> Data:
    """The page of something, with the way to it: the home page, its section, itself."""
    steps = (("", archive.site.site_name), section, (address, name))
    return {
        "@type": "WebPage",
        "@id": _url(archive, address),
        "breadcrumb": {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": at, "name": title, "item": _url(archive, place)}
                for at, (place, title) in enumerate(steps, 1)
            ],
        },
    }


def _image(archive: Archive, address: str) -> Data:
    """The card of a record."""
    url = _url(archive, addresses.card_address(address))
    return {"@type": "ImageObject", "url": url, "width": 1200, "height": 630}


def _record(archive: Archive, held: Held[Letter] | Held[Motion], kind: str, address: str) -> Data:
    url = _url(archive, address)
    section = LETTERS if address.startswith(LETTERS[0]) else MOTIONS
    return {
        "@context": CONTEXT,
        "@type": kind,
        "@id": url,
        "url": url,
        "name": held.title,
        "inLanguage": archive.site.settings.language,
        "image": _image(archive, address),
        "isPartOf": {"@type": "Collection", "@id": _url(archive, ""), **_name(archive)},
        "mainEntityOfPage": _page(archive, address, section, held.title),
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


def meeting_data(archive: Archive, meeting: str, noun: Meeting) -> Data:
    """A meeting as the `CollectionPage` of its motions.

    Not as `Event`: search engines want to know the place of an event, and the archive does not.
    """
    address = addresses.meeting_address(meeting)
    start = noun.date.iso + (f"T{noun.time}" if noun.time and noun.date.day else "")
    motions = archive.motions_by_meeting[meeting]
    page = _page(archive, address, MEETINGS, f"{noun.title}, {noun.date.spoken}")
    return {
        "@context": CONTEXT,
        **page,
        "@type": "CollectionPage",
        "url": _url(archive, address),
        "name": noun.title,
        "temporalCoverage": start,
        "about": {"@type": "GovernmentOrganization", "name": archive.site.settings.body},
        "hasPart": [
            {"@type": "CreativeWork", "@id": _url(archive, addresses.motion_address(m.id))}
            for m in motions
        ],
    }


def person_data(archive: Archive, person: str, noun: Person) -> Data:
    """A person with the offices that the archive knows of."""
    page = _page(archive, addresses.person_address(person), PEOPLE, noun.styled)
    data = {"@context": CONTEXT, **_person(archive, person), "mainEntityOfPage": page}
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
    page = _page(archive, addresses.topic_address(topic), TOPICS, noun.label)
    more = {"description": noun.sentence, "mainEntityOfPage": page}
    return {"@context": CONTEXT, **term, **more, **names}


def site_data(archive: Archive) -> Mapping[str, Any]:
    """The archive itself, with its search."""
    target = f"{_url(archive, 'search/')}?q={{search_term_string}}"
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


def dataset_data(
    archive: Archive, address: str, description: str, downloads: Mapping[str, str]
) -> Data:
    """All that can be taken away as `Dataset`; `downloads` are paths with their media types."""
    return {
        "@context": CONTEXT,
        "@type": "Dataset",
        "@id": _url(archive, address),
        "url": _url(archive, address),
        "name": f"Data of {archive.site.site_name}",
        "description": description,
        "inLanguage": archive.site.settings.language,
        "isAccessibleForFree": True,
        "license": _url(archive, "about/#use-and-licence"),
        "creator": {"@type": "Organization", **_name(archive), "url": _url(archive, "")},
        "distribution": [
            {"@type": "DataDownload", "contentUrl": _url(archive, path), "encodingFormat": kind}
            for path, kind in downloads.items()
        ],
    }
