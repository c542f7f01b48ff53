"""Owns people, offices, motions and votes in the words of Popolo, which civic software reads.

Source: https://www.popoloproject.com/specs/. An office stands there as an organization, since this
archive does not tell posts from bodies. Popolo has no word for a doubtful date: it is left out.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from archive.addresses import motion_address, person_address, slug
from archive.archive import Archive
from archive.exports.addresses import page_url
from archive.exports.jsonfile import Json, write_json
from archive.held import HeldMotion
from archive.model.dates import PartialDate
from archive.model.vocabulary import Meeting, Person

RESULTS: Mapping[str, str] = {"agreed": "pass", "agreed as amended": "pass", "rejected": "fail"}
"""The outcomes that are the result of a vote, as Popolo's classes of results call them."""


def write_popolo(file: Path, archive: Archive) -> None:
    """Write one document: persons, organizations, memberships, events, motions and vote_events."""
    motions = archive.motions.values()
    voted = (held for held in motions if held.noun.outcome in RESULTS)
    parts = {
        "persons": (_person(archive, *entry) for entry in archive.people.items()),
        "organizations": _organizations(archive),
        "memberships": _memberships(archive),
        "events": (_event(archive, *entry) for entry in archive.meetings.items()),
        "motions": (_motion(archive, held) for held in motions),
        "vote_events": (_vote(archive, held) for held in voted),
    }
    write_json(file, parts)


def _event(archive: Archive, name: str, meeting: Meeting) -> Json:
    return _less_empty(
        {
            "id": f"meetings/{name}",
            "name": meeting.title,
            "classification": "meeting",
            "organization_id": _body(archive),
            "start_date": _known(meeting.date),
            "sources": _links(meeting.official_page, "official page"),
        }
    )


def _person(archive: Archive, name: str, person: Person) -> Json:
    return _less_empty(
        {
            "id": name,
            "name": person.name,
            "family_name": person.family_name,
            "honorific_prefix": person.before_name,
            "honorific_suffix": person.after_name,
            "other_names": [{"name": other} for other in person.other_names],
            "links": _links(person.official_page, "official page"),
            "sources": _links(page_url(archive, person_address(name)), "page of this archive"),
        }
    )


def _body(archive: Archive) -> str:
    return f"bodies/{slug(archive.site.settings.body)}"


def _organizations(archive: Archive) -> Iterator[Json]:
    yield {"id": _body(archive), "name": archive.site.settings.body}
    for office, name in archive.site.settings.offices.items():
        yield {"id": f"offices/{office}", "name": name, "classification": "office"}


def _memberships(archive: Archive) -> Iterator[Json]:
    for person, noun in archive.people.items():
        for number, tenure in enumerate(noun.offices, 1):
            yield _less_empty(
                {
                    "id": f"{person}/tenures/{number}",
                    "person_id": person,
                    "organization_id": f"offices/{tenure.office}",
                    "role": archive.site.settings.offices[tenure.office],
                    "start_date": _known(tenure.since),
                    "end_date": _known(tenure.until),
                }
            )


def _motion(archive: Archive, held: HeldMotion) -> Json:
    motion = held.noun
    return _less_empty(
        {
            "id": held.id,
            "organization_id": _body(archive),
            "creator_id": motion.moved_by,
            "text": "\n\n".join(block.text for block in held.body.blocks),
            "classification": "motion",
            "date": _known(archive.day_of(held)),
            "result": RESULTS.get(motion.outcome, motion.outcome),
            "sources": [
                *_links(page_url(archive, motion_address(held.id)), held.title),
                *_links(motion.official_page, "official page"),
            ],
        }
    )


def _vote(archive: Archive, held: HeldMotion) -> Json:
    motion, votes = held.noun, held.noun.votes
    options = {"yes": "in_favour", "no": "against", "abstain": "abstained"}
    return _less_empty(
        {
            "id": f"{held.id}/vote",
            "organization_id": _body(archive),
            "motion_id": held.id,
            "classification": motion.vote,
            "start_date": _known(archive.day_of(held)),
            "result": RESULTS[motion.outcome],
            "counts": [
                {"option": option, "value": getattr(votes, name)}
                for option, name in options.items()
                if votes
            ],
        }
    )


def _known(date: PartialDate | None) -> str | None:
    return date.iso if date and not date.doubtful else None


def _links(url: str | None, note: str) -> list[Json]:
    return [{"url": url, "note": note}] if url else []


def _less_empty(data: Json) -> Json:
    return {name: value for name, value in data.items() if value not in (None, [], "")}
