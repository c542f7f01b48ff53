"""Owns the fields of a motion's draft: what recognition says of it, as its record has it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from archive.drafting.draft import Entry, Facts, Understood
from archive.drafting.motionasks import asks_of, offices_in
from archive.drafting.papers import naming
from archive.drafting.persons import Persons
from archive.drafting.topics import topics_in
from archive.drafting.yamlwriter import Value
from archive.model.dates import PartialDate
from archive.recognition.asking import asks
from archive.recognition.dating import dates
from archive.recognition.decisions import outcome
from archive.recognition.knowledge import Knowledge
from archive.recognition.meetingday import day_of_meeting
from archive.recognition.motiontitle import Titled
from archive.recognition.motiontitle import titled as titled_of
from archive.recognition.movers import Moved, moved
from archive.recognition.paper import Paper

MEETINGS = "motions/meetings.yml"


@dataclass(frozen=True)
class _Met:
    meeting: str | None
    day: PartialDate | None
    words: str
    entry: Entry | None


def motion_facts(paper: Paper, known: Knowledge, above: str = "") -> Facts:
    """What is understood of a motion; `above` are words that say of which meeting it is."""
    text = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    titled, met = titled_of(paper), _met(f"{above}\n{text}", known)
    persons, by = Persons(known), moved([p.lines for p in paper.paragraphs])
    asked = tuple(asks([paragraph.lines for paragraph in paper.paragraphs]))
    decided, vote, votes = outcome(["\n".join(paragraph.lines) for paragraph in paper.paragraphs])
    addressees = list(dict.fromkeys(o for a in asked for o in offices_in(a.whom, known.offices)))
    topics = list(topics_in(titled.title, text, known.topics))
    fields: dict[str, Value] = {
        **({"title": titled.title} if titled.title else {}),
        **({"meeting": met.meeting} if met.meeting else {}),
        **({"number": titled.place} if titled.place else {}),
        **({"topics": topics} if topics else {}),
        **_movers(by, persons),
        "outcome": decided,
        **({"vote": vote} if vote else {}),
        **({"votes": dict(votes)} if votes else {}),
        **({"addressees": addressees} if addressees else {}),
        **({"asks": list(asks_of(asked, " ".join(text.split())))} if asked else {}),
    }
    number = f"-{titled.place}" if titled.place else ""
    return Facts(
        kind="motion",
        beginning=f"{met.day.iso}{number}" if met.day else f"undated{number}",
        naming=naming(titled.title) or "motion",
        fields=fields,
        understood=tuple(_understood(titled, met, by, fields)),
        entries=(*([met.entry] if met.entry else []), *persons.entries.values()),
        levels={titled.index: 2} if titled.index is not None else {},
        doubts=tuple(_doubts(fields, titled)),
    )


def _met(text: str, known: Knowledge) -> _Met:
    """The meeting on a day that the text names; else an entry for the first day of a short line."""
    found = list(dates(text))
    for one in found:
        ours = [key for key, meeting in known.meetings.items() if meeting.date == one.date]
        if len(ours) == 1:
            return _Met(ours[0], one.date, one.words, None)
    first = day_of_meeting(text)
    if first is None:
        return _Met(None, None, "", None)
    called = f"{first.date.iso}-meeting"
    entry = Entry(MEETINGS, called, {"title": "Meeting", "date": first.date})
    return _Met(called, first.date, first.words, entry)


def _movers(by: Moved, persons: Persons) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for label, name in (("moved_by", by.mover), ("seconded_by", by.seconder)):
        if name:
            found[label] = persons.named(name)
    amended = [persons.named(name) for name in by.amenders]
    return found | ({"amended_by": amended} if amended else {})


def _understood(
    titled: Titled, met: _Met, by: Moved, fields: Mapping[str, Value]
) -> Iterator[Understood]:
    if titled.title:
        yield Understood("title", titled.title, titled.title)
    if met.meeting:
        yield Understood("meeting", met.meeting, met.words, met.entry is None)
    if titled.number:
        yield Understood("number", titled.number, titled.number, titled.place is not None)
    for label, name in (("moved_by", by.mover), ("seconded_by", by.seconder)):
        if name:
            yield Understood(label, str(fields[label]), name.name)
    for name, called in zip(by.amenders, _texts(fields.get("amended_by")), strict=False):
        yield Understood("amended_by", called, name.name)
    yield Understood("outcome", str(fields["outcome"]), "", False)
    if isinstance(listed := fields.get("asks"), list):
        yield Understood("asks", f"{len(listed)}", str(listed[0]["summary"])[:60], False)


def _texts(value: Value | None) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _doubts(fields: Mapping[str, Value], titled: Titled) -> Iterator[tuple[str, str]]:
    if titled.number and not titled.place:
        yield "number", f"number: the paper has {titled.number}, which is no place in a meeting"
    for name in ("title", "meeting"):
        if name not in fields:
            yield name, f"{name}: was not found in the words: write it yourself"
    if "asks" in fields:
        yield "asks", "asks: the summaries are the motion's own words: say each in a few of yours"
    else:
        yield "asks", 'asks: none was found behind words such as "calls on the Mayor to"'
